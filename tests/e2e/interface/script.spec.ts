import { readdir, readFile } from "node:fs/promises";
import type { Page, Route } from "@playwright/test";
import type { WorkList } from "../../../domain/contract/work";
import { measureScript } from "../../bench/editor/script";
import { expect, test } from "../../support/fixtures";

test.use({
  serverName: "script",
  contextOptions: { reducedMotion: "reduce" },
  // The browser's own lines about script that could not be fetched, about requests without a network, and about a page that is not there.
  expectedErrors: [/net::ERR_(FAILED|INTERNET_DISCONNECTED)|status of 404 .*\/read\//],
});

/** Compressed, above an empty page of the application. */
const MOST_BYTES = 180_000;

const chunks = "**/_next/static/chunks/*.js";
const article = (page: Page) => page.getByRole("textbox", { name: /article/i });
const speaker = (page: Page) => page.getByRole("combobox", { name: "Speaker" });
const message = (page: Page, words: string) => page.getByRole("alert").filter({ hasText: words });

async function addressOf(page: Page): Promise<string> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  return `/annotate/${items[0]?.id}`;
}

/** File name of the one piece of script with these words. */
async function chunkWith(words: string): Promise<string> {
  const folder = `${process.env.NEXT_DIST_DIR || ".next"}/static/chunks`;
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, "utf8")));
  const [found, another] = names.filter((_, index) => texts[index]?.includes(words));
  if (!found || another) throw new Error(`Not one piece of script says “${words}”.`);
  return found;
}

/** Opens the assignment; script that is asked for from then on is held until it is released. */
async function openHolding(page: Page): Promise<{ asked: Promise<unknown>; release: () => void }> {
  await page.goto(await addressOf(page), { waitUntil: "networkidle" });
  await article(page).focus();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked = page.waitForRequest(chunks);
  await page.route(chunks, async (route) => {
    await released;
    await route.continue();
  });
  return { asked, release: () => release() };
}

test("the annotate route has little script above an empty page", async ({ signedInPage: page, server }) => {
  const annotate = `${server.url}${await addressOf(page)}`;
  const empty = `${server.url}/read/00000000-0000-7000-8000-000000000000`;
  const sizes = await measureScript(page.context(), annotate, empty);
  expect(sizes.empty).toBeGreaterThan(0);
  expect(sizes.annotate - sizes.empty).toBeLessThanOrEqual(MOST_BYTES);
});

test("a speaker that is typed and entered while the list is on its way is chosen", async ({ signedInPage: page }) => {
  const { asked, release } = await openHolding(page);
  await page.keyboard.press("m");
  await asked;
  await page.keyboard.press("Shift+w");
  await expect(speaker(page)).toBeFocused();
  await page.keyboard.type("tokaev");
  await page.keyboard.press("Enter");
  await expect(speaker(page)).toHaveValue("tokaev");
  release();
  await expect(speaker(page)).toHaveValue("Kassym-Jomart Tokayev");
  await expect(page.locator("[data-save-status]")).toHaveText("Saved");
});

test("what follows an Enter in a list that is on its way is done after it", async ({ signedInPage: page }) => {
  const { asked, release } = await openHolding(page);
  await page.keyboard.press("m");
  await page.keyboard.press("m");
  await asked;
  const form = page.locator("[data-statement-card]", { has: page.getByRole("group", { name: "Note" }) });
  await expect(form).toHaveCount(1);
  for (const key of ["=", "Enter", "1", "Enter", "6", ".", "p", "q"]) await page.keyboard.press(key);
  release();
  await expect(form.getByRole("textbox", { name: "Note" })).toHaveValue("pq");
  await expect(form.getByRole("combobox", { name: "Same claim as" })).toHaveValue(/^\d+ · /);
  const pressed = form.getByRole("group", { name: "Stance", exact: true }).locator("[aria-pressed=true]");
  await expect(pressed).toHaveText([/Oppose/, /Explicit/]);
  await expect(page.locator("[data-save-status]")).toHaveText("Saved");
});

test("lists are there without the network once somebody began to work", async ({ signedInPage: page }) => {
  await page.goto(await addressOf(page), { waitUntil: "networkidle" });
  await article(page).focus();
  // Of what is fetched in idle time the last: the screen's settings.
  const last = await chunkWith("Line spacing");
  const fetched = page.waitForResponse(
    async (response) => response.url().endsWith(last) && !(await response.finished()),
  );
  await page.keyboard.press("ArrowDown");
  await fetched;
  await page.context().setOffline(true);
  await page.keyboard.press("m");
  await page.keyboard.press("Shift+w");
  await page.keyboard.type("tokaev");
  await page.keyboard.press("Enter");
  await expect(speaker(page)).toHaveValue("Kassym-Jomart Tokayev");
  await page.context().setOffline(false);
  await expect(page.locator("[data-save-status]")).toHaveText("Saved");
});

test("letters typed while a list is on its way open it, and go on in it", async ({ signedInPage: page }) => {
  const { asked, release } = await openHolding(page);
  await page.keyboard.press("m");
  await asked;
  await page.keyboard.press("Shift+w");
  await page.keyboard.type("unkn");
  release();
  await expect(page.getByRole("option").first()).toContainText("nknown");
  await expect(speaker(page)).toBeFocused();
  await page.keyboard.type("own");
  await expect(speaker(page)).toHaveValue("unknown");
  await page.keyboard.press("Enter");
  await expect(speaker(page)).toHaveValue(/unknown/i);
  await expect(page.getByRole("option")).toHaveCount(0);
});

test("a press while the list is on its way opens it", async ({ signedInPage: page }) => {
  const { asked, release } = await openHolding(page);
  await page.keyboard.press("m");
  await asked;
  await page.getByRole("button", { name: "Show Speaker" }).click();
  await expect(speaker(page)).toBeFocused();
  release();
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(speaker(page)).toBeFocused();
});

test("what is typed while the search is on its way is searched for", async ({ signedInPage: page }) => {
  const { asked, release } = await openHolding(page);
  const statements = await page.locator("[data-statement-card]").count();
  await page.keyboard.press("Control+f");
  await asked;
  await page.keyboard.type("Kazam");
  await page.keyboard.press("Backspace");
  release();
  const field = page.getByRole("textbox", { name: "Find" });
  await expect(field).toBeFocused();
  await page.keyboard.type("kh");
  await expect(field).toHaveValue("Kazakh");
  await expect(page.locator(".cm-searchMatch").first()).toBeVisible();
  await expect(page.locator("[data-statement-card]")).toHaveCount(statements);
});

test("letters are no commands while a dialog is on its way", async ({ signedInPage: page }) => {
  const { asked, release } = await openHolding(page);
  const statements = await page.locator("[data-statement-card]").count();
  await page.keyboard.press("?");
  await asked;
  await page.keyboard.type("m");
  release();
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(article(page)).toBeFocused();
  await expect(page.locator("[data-statement-card]")).toHaveCount(statements);
});

test("what cannot be fetched says so, and is there when it is asked for again", async ({ signedInPage: page }) => {
  await page.goto(await addressOf(page), { waitUntil: "networkidle" });
  await article(page).focus();
  const fail = (route: Route) => route.abort();
  await page.route(chunks, fail);

  await page.keyboard.press("Control+f");
  await expect(message(page, "The search could not be opened")).toHaveCount(1);
  await page.keyboard.press("?");
  await expect(message(page, "The list of keys could not be opened")).toHaveCount(1);
  await page.keyboard.press("Control+k");
  await expect(message(page, "The commands could not be opened")).toHaveCount(1);
  await page.getByRole("button", { name: "Reading settings" }).click();
  await expect(message(page, "The reading settings could not be opened")).toHaveCount(1);
  await article(page).focus();
  await page.keyboard.press("m");
  await page.keyboard.press("Shift+w");
  await page.keyboard.type("toka");
  await expect(page.getByText("The list could not be fetched.")).toBeVisible();

  // What is typed while a fetch is still failing asks again as well.
  let isBack = false;
  let refuse = () => {};
  const late = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  await page.route(chunks, (route) => (isBack ? route.continue() : late.then(() => route.abort())));
  const asked = page.waitForRequest(chunks);
  await page.keyboard.type("e");
  await asked;
  await page.keyboard.type("v");
  isBack = true;
  refuse();
  await expect(page.getByRole("option").first()).toContainText("Tokayev");
  await page.keyboard.press("Enter");
  await expect(speaker(page)).toHaveValue("Kassym-Jomart Tokayev");
  await page.getByRole("button", { name: "Reading settings" }).click();
  await expect(page.getByRole("dialog", { name: "Reading", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Reading settings" })).toBeFocused();
  await article(page).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(article(page)).toBeFocused();
  await page.keyboard.press("Control+f");
  await expect(page.getByRole("textbox", { name: "Find" })).toBeFocused();
});
