import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { AnnotationView, WorkList } from "../../domain/contract/work";
import { Child } from "../support/child";
import { test as base, expect } from "../support/fixtures";
import { makeServerData, type ServerData } from "../support/server";

const EDITS = 20;
const PASSWORD = "nothing typed is ever lost";

/** Signs the second annotator in, once. */
let secondToken = "";

const test = base.extend<object, { serverData: ServerData }>({
  // The annotator is added before the server owns the data.
  serverData: [
    async ({ provider }, use) => {
      const data = await makeServerData(provider);
      const env = { DATA_DIR: data.dataDir, DATABASE_URL: data.databaseUrl };
      const { code, output } = await new Child("tests/e2e/processes/add-annotator.ts", { env }).ended();
      if (code !== 0) throw new Error(output);
      secondToken = output.trim();
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
});

// The browser's own words about a connection or a session that the test cut.
test.use({ serverName: "nothing-lost", expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of (401|404|409)/] });

const status = (page: Page) => page.locator("[data-save-status]");

/** The one assignment of the owner. */
async function assignmentOf(page: Page): Promise<string> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  return items[0]?.id ?? "";
}

async function statementsOf(page: Page): Promise<AnnotationView["statements"]> {
  const view = await page.request.get(`/api/v1/assignments/${await assignmentOf(page)}`);
  return ((await view.json()) as AnnotationView).statements;
}

async function openAssignment(page: Page): Promise<void> {
  await page.goto(`/annotate/${await assignmentOf(page)}`);
  await expect(page.getByRole("textbox", { name: /article/i })).toBeVisible();
}

/** Makes a statement of each of the next sentences. */
async function markSentences(page: Page, count: number): Promise<void> {
  for (let edit = 0; edit < count; edit += 1) {
    await page.getByRole("textbox", { name: /article/i }).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
  }
}

/** How many drafts this browser keeps, whoever's they are. */
async function draftsIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("sayso-outbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("drafts").objectStore("drafts").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

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

test.describe("a browser that keeps nothing", () => {
  const banner = (page: Page) => page.getByRole("alert").filter({ hasText: "does not keep unsent changes" });

  const failures = {
    "refuses to open a database": () => {
      indexedDB.open = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    },
    "never answers": () => {
      const open = indexedDB.open.bind(indexedDB);
      indexedDB.open = (name: string) => {
        const opening = open(name);
        Object.defineProperty(opening, "onsuccess", { set: () => {} });
        return opening;
      };
    },
    "has no database at all": () => {
      Object.defineProperty(window, "indexedDB", { value: undefined });
    },
    "gives every transaction up": () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function giveUp(...row) {
        const request = put.apply(this, row);
        this.transaction.abort();
        return request;
      };
    },
    "has no room left": () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("The quota is exceeded.", "QuotaExceededError");
      };
    },
  };

  for (const [name, fail] of Object.entries(failures)) {
    test(`${name}: says so within a second, and "Saved" only for what the server has`, async ({
      signedInPage: page,
      context,
    }) => {
      await page.addInitScript(fail);
      const before = (await statementsOf(page)).length;
      await openAssignment(page);
      await context.setOffline(true);
      await markSentences(page, 1);
      await expect(banner(page)).toBeVisible({ timeout: 1_000 });
      await expect(status(page)).toHaveText("Offline: 1 unsent change, on this page only");
      // Closing would lose it: the browser asks.
      const asked = page.waitForEvent("dialog");
      await page.close({ runBeforeUnload: true });
      await (await asked).dismiss();
      await context.setOffline(false);
      await expect(status(page)).toHaveText("Saved");
      await expect(banner(page)).toBeVisible();
      expect(await statementsOf(page)).toHaveLength(before + 1);
    });
  }
});

test("cleared site data: what was kept under the open page is kept again", async ({ signedInPage: page, context }) => {
  await openAssignment(page);
  await expect(status(page)).toHaveText("Saved");
  await context.setOffline(true);
  await markSentences(page, 2);
  await expect(status(page)).toHaveText("Offline: 2 unsent changes are kept in this browser");
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase("sayso-outbox");
        deleting.onsuccess = resolve;
        deleting.onerror = () => reject(deleting.error);
      }),
  );
  await expect.poll(() => draftsIn(page).catch(() => 0)).toBe(2);
  await expect(status(page)).toHaveText("Offline: 2 unsent changes are kept in this browser");
  await context.setOffline(false);
  await expect(status(page)).toHaveText("Saved");
});

test("an old tab that does not let an upgrade of the storage through is announced, and nothing is lost", async ({
  signedInPage: page,
  context,
}) => {
  const old = await context.newPage();
  await old.goto("/sign-in");
  // An older version of this program, which does not close its database when a newer one asks for it.
  await old.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase("sayso-outbox").onsuccess = () => {
          const opening = indexedDB.open("sayso-outbox", 1);
          opening.onsuccess = resolve;
        };
      }),
  );
  // The page asks for a newer version than the one that is open.
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name: string) => open(name, 2);
  });
  const before = (await statementsOf(page)).length;
  await openAssignment(page);
  await context.setOffline(true);
  await markSentences(page, 1);
  await expect(page.getByRole("alert").filter({ hasText: "does not keep unsent changes" })).toBeVisible({
    timeout: 1_000,
  });
  await expect(status(page)).toHaveText("Offline: 1 unsent change, on this page only");
  await context.setOffline(false);
  await expect(status(page)).toHaveText("Saved");
  expect(await statementsOf(page)).toHaveLength(before + 1);
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
