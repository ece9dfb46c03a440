import { Secret, TOTP } from "otpauth";
import { expect, expectAccessible, test } from "../../support/fixtures";

test.use({
  serverName: "accounts",
  // The browser's own line about an answer that asks for a code.
  expectedErrors: [/status of 401/],
});

const PASSWORD = "naïve 👩‍👩‍👧 reads «всё»";

test("a second factor is set up, asked for when signing in, and a recovery code does instead of the phone", async ({
  signedInPage: page,
}) => {
  await page.goto("/account");
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByLabel("Current password")).toBeVisible();
  await page.getByRole("link", { name: "Set up a second factor" }).click();
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = (await page.locator("[data-secret]").textContent()) ?? "";
  await expectAccessible(page);
  const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  await page.getByLabel("Code", { exact: true }).fill(app.generate());
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
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
  await page.getByLabel("E-mail").fill("owner@sayso.local");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Code", { exact: true }).fill(recoveryCode);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My work" })).toBeVisible();
});
