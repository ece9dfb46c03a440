import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { v7 as uuid } from "uuid";
import { expect, expectAccessible, test as signedIn } from "../../support/fixtures";
import { findFreePort } from "../../support/free-port";
import { type OidcIssuer, startOidcIssuer } from "../../support/oidc-issuer";
import { startServer } from "../../support/server";

/** A server at which people can sign in by a real provider on this machine. */
const test = signedIn.extend<object, { provided: { issuer: OidcIssuer; port: number } }>({
  provided: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const port = await findFreePort();
      const issuer = await startOidcIssuer(`http://127.0.0.1:${port}/sign-in/oidc`);
      await use({ issuer, port });
      await issuer.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ serverData, provided: { issuer, port } }, use) => {
      const variables = {
        ...{ OIDC_ISSUER: issuer.issuer, OIDC_CLIENT_ID: issuer.clientId, OIDC_CLIENT_SECRET: issuer.clientSecret },
        OIDC_NAME: "Example University",
      };
      const server = await startServer(serverData, { port, variables });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test.use({
  serverName: "accounts",
  // The browser's own line about an answer that asks for a code.
  expectedErrors: [/status of 401/],
});

const PASSWORD = "naïve 👩‍👩‍👧 reads «всё»";

test("a second factor is set up, asked for when signing in and by a project, and a recovery code does instead of the phone", async ({
  signedInPage: page,
  browser,
  server,
  provided,
}) => {
  await page.goto("/account");
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByLabel("Current password")).toBeVisible();
  await page.getByRole("link", { name: "Set up a second factor" }).click();
  const codes = await setUp(page);
  const recoveryCode = (await codes.first().textContent()) ?? "";
  await expectAccessible(page);

  // Administrators see it, with what else there is to know of accounts.
  await page.getByRole("button", { name: "Account of Owner" }).click();
  await page.getByRole("menuitem", { name: "Users" }).click();
  const owner = page.getByRole("listitem").filter({ hasText: "owner@sayso.local" });
  await expect(owner).toContainText("Second factor");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Account of Owner" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  // The page of users has a field of that name, too.
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByLabel("E-mail").fill("owner@sayso.local");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Code", { exact: true }).fill(recoveryCode);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My work" })).toBeVisible();

  await test.step("a reviewer comes by the provider, is led to set one up, and is told live what concerns them", async () => {
    const context = await browser.newContext({ baseURL: server.url });
    const ana = await context.newPage();
    const { project, email } = await addReviewer(page, ana);
    await page.goto("/settings");
    await page.getByRole("checkbox", { name: "Reviewers and managers need a second factor" }).check();
    await page.getByRole("button", { name: "Save the rule" }).click();
    await expect(page.getByText("Settings saved")).toBeVisible();

    provided.issuer.person = { sub: uuid(), email, email_verified: true };
    await ana.goto("/review");
    await ana.getByRole("button", { name: "Sign in with Example University" }).click();
    // Loaded whole: what is pressed before its script runs is lost.
    await ana.waitForURL(({ pathname }) => pathname === "/account/two-factor");
    await expect(ana.getByRole("heading", { level: 1, name: "Second factor" })).toBeVisible();
    await expect(ana.getByText("asks for it")).toBeVisible();
    await setUp(ana);
    await ana.goto("/");
    await expect(ana.getByRole("heading", { level: 1, name: "My work" })).toBeVisible();

    await expect(ana.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
    const members = (await (await page.request.get(`${project}/members`)).json()).items;
    const { id } = members.find((member: { email: string }) => member.email === email);
    const data = { operationId: uuid(), role: "manager" };
    await page.request.put(`${project}/members/${id}`, { headers: { origin: server.url }, data });
    await ana.getByRole("link", { name: "Notifications, 1 new" }).click();
    await expect(ana.getByText("You are manager now")).toBeVisible();
    await context.close();
  });
});

/** Invites somebody, who makes an account and is signed out again. */
async function addReviewer(lead: Page, newcomer: Page) {
  const headers = { origin: new URL(lead.url()).origin };
  const { items } = await (await lead.request.get("/api/v1/projects")).json();
  const project = `/api/v1/projects/${items[0].id}`;
  const invitation = { operationId: uuid(), id: uuid(), role: "reviewer" };
  const { link } = await (await lead.request.post(`${project}/invitations`, { headers, data: invitation })).json();
  const token = new URL(link).hash.replace("#token=", "");
  const email = `ana-${uuid()}@example.org`;
  const account = { kind: "new", id: uuid(), name: "Ana", email, password: PASSWORD };
  const data = { operationId: uuid(), token, account };
  await newcomer.request.post("/api/v1/invitations/acceptances", { headers, data });
  await newcomer.context().clearCookies();
  return { project, email };
}

/** Sets up a second factor from its screen; the recovery codes. */
async function setUp(page: Page) {
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = (await page.locator("[data-secret]").textContent()) ?? "";
  await expectAccessible(page);
  const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  await page.getByLabel("Code", { exact: true }).fill(app.generate());
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  return codes;
}
