import type { BrowserContext, Page } from "@playwright/test";
import type { AssignmentHistory } from "../../../domain/contract/history";
import type { AnnotationView, WorkList } from "../../../domain/contract/work";
import { expect, expectAccessible, test } from "../../support/fixtures";

// The browser's own words about a write that came too late, and about a connection that the test cut.
test.use({ serverName: "two-tabs", expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of 409/] });

const status = (page: Page) => page.locator("[data-save-status]");
const cards = (page: Page) => page.locator("[data-statement-card]");
const article = (page: Page) => page.getByRole("textbox", { name: /article/i });
const note = (page: Page) => page.getByRole("textbox", { name: "Note" });
const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words })).toHaveCount(1);

async function assignmentOf(page: Page): Promise<string> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  return items[0]?.id ?? "";
}

async function open(page: Page): Promise<void> {
  await page.goto(`/annotate/${await assignmentOf(page)}`);
  await expect(article(page)).toBeVisible();
  await expect(status(page)).toHaveText("Saved");
}

async function stored(page: Page): Promise<AnnotationView["statements"]> {
  const view = await page.request.get(`/api/v1/assignments/${await assignmentOf(page)}`);
  return ((await view.json()) as AnnotationView).statements;
}

async function history(page: Page): Promise<AssignmentHistory["changes"]> {
  const answer = await page.request.get(`/api/v1/assignments/${await assignmentOf(page)}/history`);
  return ((await answer.json()) as AssignmentHistory).changes;
}

/** Makes a statement of the next sentence, which is then the open one. */
async function make(page: Page): Promise<void> {
  await article(page).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await expect(note(page)).toBeVisible();
}

/** Opens the first statement of the list. */
async function openFirst(page: Page): Promise<void> {
  await article(page).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("n");
  await expect(note(page)).toBeVisible();
}

/** Another device of the same person. */
async function elsewhere(context: BrowserContext, url: string): Promise<BrowserContext> {
  const browser = context.browser();
  if (!browser) throw new Error("No browser.");
  return browser.newContext({ baseURL: url, storageState: await context.storageState() });
}

test("two tabs share one stream, and each shows what is done in the other", async ({ signedInPage: page, context }) => {
  const streams: string[] = [];
  context.on("request", (request) => request.url().includes("/changes") && streams.push(request.url()));
  await open(page);
  const other = await context.newPage();
  await open(other);
  await make(page);
  await expect(cards(other)).toHaveCount(1);
  await said(other, "A statement was added in another window");

  await openFirst(other);
  await other.keyboard.press("Shift+U");
  await expect(page.getByRole("checkbox", { name: /unsure/i })).toBeChecked();
  expect(streams.length).toBeGreaterThan(0);
  expect(new Set(streams.map((url) => new URL(url).pathname)).size).toBe(1);

  await test.step("the one that is left reads on by itself", async () => {
    await page.close();
    const third = await context.newPage();
    await open(third);
    await make(third);
    await expect(cards(other)).toHaveCount(2);
    await third.close();
  });

  await test.step("undo in one is seen in the other", async () => {
    await article(other).focus();
    await other.keyboard.press("ControlOrMeta+z");
    await said(other, "Undone: making of statement 2");
    await expect(cards(other)).toHaveCount(1);
  });
});

test("undo and redo go on where they were after a reload", async ({ signedInPage: page }) => {
  await open(page);
  const before = await cards(page).count();
  await make(page);
  await note(page).fill("a note in one go");
  await page.keyboard.press("Escape");
  await expect(status(page)).toHaveText("Saved");

  const undo = page.getByRole("button", { name: "Undo" });
  const redo = page.getByRole("button", { name: "Redo" });
  await page.reload();
  await expect(undo).toBeEnabled();
  await article(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await said(page, /^Undone: note of statement \d/);
  await page.keyboard.press("ControlOrMeta+z");
  await said(page, /^Undone: making of statement \d/);
  await expect(cards(page)).toHaveCount(before);
  await expect(status(page)).toHaveText("Saved");

  await page.reload();
  await expect(redo).toBeEnabled();
  await article(page).focus();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await said(page, /^Done again: making of statement \d/);
  await page.keyboard.press("ControlOrMeta+y");
  await said(page, /^Done again: note of statement \d/);
  await expect(redo).toBeDisabled();
  await expect(status(page)).toHaveText("Saved");
  expect((await stored(page)).map((statement) => statement.note)).toContain("a note in one go");
  expect((await history(page)).slice(0, 4).map((change) => change.relation?.kind)).toEqual([
    "repeats",
    "repeats",
    "reverts",
    "reverts",
  ]);
});

test("undone offline, it stays undone through a closed page", async ({ signedInPage: page, context }) => {
  await open(page);
  const before = await cards(page).count();
  await make(page);
  await expect(status(page)).toHaveText("Saved");
  await context.setOffline(true);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(cards(page)).toHaveCount(before);
  await expect(status(page)).toHaveText("Offline: 1 unsent change is kept in this browser");
  await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto("/");
  await open(again);
  await expect(cards(again)).toHaveCount(before);
  await article(again).focus();
  await again.keyboard.press("ControlOrMeta+y");
  await said(again, /^Done again: making of statement \d/);
  await expect(cards(again)).toHaveCount(before + 1);
});

test("two devices: what is stale becomes a conflict with both texts, never overwritten", async ({
  signedInPage: page,
  context,
  server,
}) => {
  const device = await elsewhere(context, server.url);
  const other = await device.newPage();
  await open(page);
  if ((await cards(page).count()) === 0) await make(page);
  await openFirst(page);
  await expect(status(page)).toHaveText("Saved");
  await open(other);
  await openFirst(other);

  await test.step("what is not touched here follows at once", async () => {
    await note(page).fill("the first device's words");
    await expect(note(other)).toHaveValue("the first device's words");
  });

  await test.step("what is being typed stays, and both versions are shown", async () => {
    await note(other).focus();
    await note(page).fill("the first device's newer words");
    await expect(status(page)).toHaveText("Saved");
    await note(other).pressSequentially(", and the second's");
    await expect(status(other)).toHaveText("Conflict: 1 statement changed elsewhere");
    const conflict = other.getByRole("alert").filter({ hasText: "changed elsewhere" });
    await expect(conflict.getByRole("row", { name: /^Note/ })).toContainText("the first device's newer words");
    await expect(conflict.getByRole("row", { name: /^Note/ })).toContainText(", and the second's");
    await expectAccessible(other);
    expect((await stored(page)).map((statement) => statement.note)).toContain("the first device's newer words");
  });

  await test.step("mine is kept only when somebody says so, and arrives on the first device", async () => {
    await other.getByRole("button", { name: "Keep mine" }).press("Enter");
    await expect(status(other)).toHaveText("Saved");
    await page.getByRole("button", { name: "Undo" }).focus();
    await expect(note(page)).toHaveValue(/and the second's/);
  });
  await device.close();
});

test("any version comes back from the history panel, and can be undone", async ({ signedInPage: page }) => {
  await open(page);
  if ((await cards(page).count()) === 0) await make(page);
  await openFirst(page);
  await note(page).fill("one");
  await note(page).blur();
  await page.keyboard.press("Shift+U");
  await note(page).fill("two");
  await note(page).blur();
  await expect(status(page)).toHaveText("Saved");
  await page.keyboard.press("Shift+H");
  const dialog = page.getByRole("dialog", { name: /History of statement/ });
  const versions = dialog.getByRole("list", { name: /Versions/ }).locator("> li");
  await expect(versions.first()).toContainText("Changed: note");
  await expect(versions.first().getByRole("row", { name: /^Note/ })).toContainText("two");
  await expect(versions.first()).toContainText("As it is now");
  await expect(versions.nth(1)).toContainText("Changed: confidence");
  await expect(versions.nth(2)).toContainText("You, ");
  await expectAccessible(page);
  await versions
    .nth(2)
    .getByRole("button", { name: /Restore/ })
    .press("Enter");
  await expect(dialog).toBeHidden();
  await expect(note(page)).toHaveValue("one");
  await said(page, /^The version of .* is restored/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(note(page)).toHaveValue("two");
  await expect(status(page)).toHaveText("Saved");
});
