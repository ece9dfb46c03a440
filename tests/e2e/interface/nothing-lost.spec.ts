import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { v7 as uuid } from "uuid";
import { test as base, expect } from "../../support/fixtures";
import { prepareServerData, type ServerData } from "../../support/server";
import {
  assignmentOf,
  draftsIn,
  markSentences,
  openAssignment,
  statementsOf,
  status,
} from "../../support/unsent-edits";

const EDITS = 20;
const PASSWORD = "nothing typed is ever lost";

/** Signs the second annotator in, once. */
let secondToken = "";

const test = base.extend<object, { serverData: ServerData }>({
  // The annotator is added before the server owns the data.
  serverData: [
    async ({ provider }, use) => {
      const { data, output } = await prepareServerData(provider, "add-annotator");
      secondToken = output.trim();
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
});

// The browser's own words about a connection or a session that the test cut.
test.use({ serverName: "nothing-lost", expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of (401|404|409)/] });

/** SIGKILL for every process of the browser that has this profile, and for no other. */
function killBrowser(profile: string): void {
  const processes = execFileSync("ps", ["-Ao", "pid=,args="], { encoding: "utf8" }).split("\n");
  const own = processes.filter((line) => line.includes(`--user-data-dir=${profile}`));
  expect(own.length).toBeGreaterThan(0);
  for (const line of own) process.kill(Number(line.trim().split(" ")[0]), "SIGKILL");
}

/** Ends the session on the server; the browser still has its cookie. */
async function endSession(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies();
  expect((await context.request.delete("/api/v1/session", { headers: await originOf(context) })).ok()).toBe(true);
  await context.addCookies(cookies);
}

async function originOf(context: BrowserContext): Promise<{ origin: string }> {
  return { origin: new URL(context.pages()[0]?.url() ?? "").origin };
}

test(`${EDITS} edits made offline survive a closed page and arrive once each, in order`, async ({
  signedInPage: page,
  context,
}) => {
  await openAssignment(page);
  await expect(status(page)).toHaveText("Saved");
  const before = (await statementsOf(page)).length;
  await context.setOffline(true);
  for (let edit = 1; edit <= EDITS; edit += 1) {
    await markSentences(page, 1);
    const unsent = edit === 1 ? "1 unsent change is" : `${edit} unsent changes are`;
    await expect(status(page)).toHaveText(`Offline: ${unsent} kept in this browser`);
  }
  await expect(page.getByText(`${before + EDITS} statements`, { exact: true })).toBeVisible();
  // No question is asked: nothing is only on the page.
  await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto("/");
  expect(await draftsIn(again)).toBe(EDITS);
  await openAssignment(again);
  await expect(status(again)).toHaveText("Saved");
  await expect(again.getByText(`${before + EDITS} statements`, { exact: true })).toBeVisible();
  const stored = (await statementsOf(again)).slice().sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  expect(stored).toHaveLength(before + EDITS);
  expect(stored.every((statement) => statement.revision === 1)).toBe(true);
  // A statement's id says when it was made: the server got them in that order.
  const ids = stored.map((statement) => statement.id);
  expect(ids).toEqual([...ids].sort());
  expect(await draftsIn(again)).toBe(0);
});

test(`${EDITS} edits made offline survive the browser's process being killed`, async ({
  ownerState,
  server,
  launchOptions,
}) => {
  const profile = mkdtempSync(path.join(tmpdir(), "sayso-profile-"));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: server.url });
    // A browser that was killed may have forgotten who was signed in.
    await context.addCookies(ownerState.cookies);
    const page = await context.newPage();
    await page.goto("/");
    return { context, page };
  };
  try {
    const first = await open();
    await openAssignment(first.page);
    await expect(status(first.page)).toHaveText("Saved");
    const before = (await statementsOf(first.page)).length;
    await first.context.setOffline(true);
    await markSentences(first.page, EDITS);
    await expect(status(first.page)).toHaveText(`Offline: ${EDITS} unsent changes are kept in this browser`);
    const closed = first.context.waitForEvent("close");
    killBrowser(profile);
    await closed;

    const second = await open();
    expect(await draftsIn(second.page)).toBe(EDITS);
    await openAssignment(second.page);
    await expect(status(second.page)).toHaveText("Saved");
    const stored = await statementsOf(second.page);
    expect(stored).toHaveLength(before + EDITS);
    expect(stored.every((statement) => statement.revision === 1)).toBe(true);
    expect(await draftsIn(second.page)).toBe(0);
    await second.context.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
});

test("a kept edit of what changed meanwhile becomes a conflict with both versions", async ({
  signedInPage: page,
  context,
}) => {
  await openAssignment(page);
  await markSentences(page, 1);
  await expect(status(page)).toHaveText("Saved");
  const [statement] = (await statementsOf(page)).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  if (!statement) throw new Error("No statement was made.");
  await context.setOffline(true);
  await page.keyboard.press("Shift+U");
  await expect(status(page)).toHaveText("Offline: 1 unsent change is kept in this browser");
  const headers = await originOf(context);
  await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);
  await context.setOffline(false);

  const { spans, speakerId, chain, stances, confidence, parentId, sameClaimAsId } = statement;
  const content = { spans, speakerId, chain, stances, confidence, parentId, sameClaimAsId, fields: {}, note: "theirs" };
  const data = { operationId: uuid(), revision: statement.revision, content };
  const url = `/api/v1/statements/${statement.id}`;
  expect((await context.request.put(url, { headers, data })).ok()).toBe(true);
  const again = await context.newPage();
  await again.goto("/");
  await openAssignment(again);
  await expect(status(again)).toHaveText("Conflict: 1 statement changed elsewhere");
  await again.getByRole("button", { name: "Show", exact: true }).click();
  await expect(again.getByText("This statement was changed elsewhere")).toBeVisible();
  await again.getByRole("button", { name: "Take theirs" }).click();
  await expect(status(again)).toHaveText("Saved");
  expect(await draftsIn(again)).toBe(0);
});

// Last: it ends the session that the tests before it share.
test("an ended session keeps the drafts for the same person, and shows them to nobody else", async ({
  signedInPage: page,
  context,
}) => {
  const headers = await originOf(context);
  const data = { currentPassword: null, newPassword: PASSWORD };
  expect((await page.request.put("/api/v1/account/password", { headers, data })).ok()).toBe(true);
  const { email } = (await (await page.request.get("/api/v1/account")).json()) as { email: string };
  const ownersAssignment = await assignmentOf(page);
  const before = (await statementsOf(page)).length;
  await openAssignment(page);
  await expect(status(page)).toHaveText("Saved");
  await endSession(context);
  await markSentences(page, 2);
  await expect(status(page)).toHaveText("Signed out: 2 unsent changes are kept in this browser");

  await test.step("another annotator in the same browser sees and sends none", async () => {
    await page.goto(`/sign-in/link#token=${secondToken}`);
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible();
    const sent: string[] = [];
    page.on("request", (request) => request.method() !== "GET" && sent.push(request.url()));
    await page.goto(`/annotate/${ownersAssignment}`);
    await expect(page.locator("[data-statement-card]")).toHaveCount(0);
    await expect(status(page)).toHaveCount(0);
    expect(sent).toEqual([]);
    expect(await draftsIn(page)).toBe(2);
  });

  await test.step("the same person gets them back", async () => {
    await endSession(context);
    await page.goto(`/sign-in?next=/annotate/${ownersAssignment}`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(status(page)).toHaveText("Saved");
    expect(await statementsOf(page)).toHaveLength(before + 2);
    expect(await draftsIn(page)).toBe(0);
  });
});
