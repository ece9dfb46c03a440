import type { Locator, Page } from "@playwright/test";
import { dragOver, type Point, placeOf, selectedWords, storedQuotes } from "../../support/article-words";
import { expect, expectAccessible, test } from "../../support/fixtures";

// The tests build on each other: what one marks the next finds.
test.use({ serverName: "mouse" });

async function openOwnAssignment(page: Page): Promise<string> {
  await page.getByRole("heading", { name: "My work" }).waitFor();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: /article/i })).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Selection" });

const make = (page: Page) =>
  toolbar(page)
    .getByRole("button", { name: /statement/i })
    .click();

const handle = (page: Page, role: string, side: "start" | "end", place = 0) =>
  page.locator(`.article-edge[data-role=${role}][data-side=${side}]`).nth(place);

/** Where a handle can be taken hold of: a little beyond its edge. */
async function gripOf(grip: Locator): Promise<Point> {
  const box = await grip.boundingBox();
  const side = await grip.getAttribute("data-side");
  if (!box) throw new Error("The handle is not on the screen.");
  return { x: box.x + 1, y: side === "start" ? box.y - 3 : box.y + box.height + 3 };
}

async function dragHandle(page: Page, grip: Locator, words: string, side: "first" | "last"): Promise<void> {
  // Looking for words may scroll: the handle is looked for after them.
  const to = (await placeOf(page, words))[side];
  const from = await gripOf(grip);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

const stores = (page: Page, id: string, expected: string[][]) =>
  expect.poll(() => storedQuotes(page, id)).toEqual(expected);

test("clicks select words, sentences, paragraphs; two selections become one statement, its edges follow the mouse", async ({
  signedInPage: page,
}) => {
  const id = await openOwnAssignment(page);

  await test.step("two clicks a word, three a sentence, four a paragraph", async () => {
    const { first } = await placeOf(page, "unacceptable");
    const point = { x: first.x + 8, y: first.y };
    await page.mouse.dblclick(point.x, point.y);
    expect(await selectedWords(page)).toBe("unacceptable");
    await page.mouse.click(point.x, point.y, { clickCount: 3 });
    expect(await selectedWords(page)).toMatch(/^The department added .* are announced\.$/);
    const quote = await placeOf(page, "commandant");
    await page.mouse.click(quote.first.x + 8, quote.first.y, { clickCount: 4 });
    expect(await selectedWords(page)).toMatch(/^The administration .* gangs\.$/);
  });

  await test.step("two selections, with Ctrl, are one discontinuous statement", async () => {
    await dragOver(page, "the lack of an objective assessment");
    await page.keyboard.down("Control");
    await dragOver(page, "is a matter of concern");
    await page.keyboard.up("Control");
    // The toolbar covers neither.
    const box = await toolbar(page).boundingBox();
    for (const words of ["the lack of an objective assessment", "is a matter of concern"]) {
      for (const line of (await placeOf(page, words)).boxes) {
        const apart =
          !box ||
          box.y >= line.bottom ||
          box.y + box.height <= line.top ||
          box.x >= line.right ||
          box.x + box.width <= line.left;
        expect(apart, `the toolbar and “${words}”`).toBe(true);
      }
    }
    await make(page);
    await stores(page, id, [["content: the lack of an objective assessment", "content: is a matter of concern"]]);
    const tags = page.locator("[data-tag]");
    await expect(tags).toHaveCount(2);
    expect(await tags.evaluateAll((all) => all.map((tag) => (tag as HTMLElement).dataset.tag))).toEqual([
      "1\u2006|\u20061/2",
      "1\u2006|\u20062/2",
    ]);
    await expect(page.getByRole("group", { name: "Statement 1, content, part 2 of 2" }).first()).toBeVisible();
  });

  await test.step("cue and source of the open statement, from the toolbar", async () => {
    await dragOver(page, "notes");
    await toolbar(page).getByRole("button", { name: "Cue" }).click();
    await dragOver(page, "The document");
    await toolbar(page).getByRole("button", { name: "Source" }).click();
    await stores(page, id, [
      [
        "content: the lack of an objective assessment",
        "content: is a matter of concern",
        "cue: notes",
        "source: The document",
      ],
    ]);
  });

  const quotesOfFirst = async () => (await storedQuotes(page, id))[0];

  await test.step("an edge dragged into a word takes all of it; one undo takes it back", async () => {
    await dragHandle(page, handle(page, "content", "end"), "tragic even", "last");
    await page.mouse.up();
    await expect.poll(quotesOfFirst).toContain("content: the lack of an objective assessment of the tragic events");
    await page.keyboard.press("Control+z");
    await expect.poll(quotesOfFirst).toContain("content: the lack of an objective assessment");
    await dragHandle(page, handle(page, "content", "start"), "that the lack", "first");
    await page.mouse.up();
    await expect.poll(quotesOfFirst).toContain("content: that the lack of an objective assessment");
  });

  await test.step("an edge goes nowhere it may not, and says why; Escape leaves all as it was", async () => {
    await dragHandle(page, handle(page, "content", "end"), "a matter of concern", "last");
    await expect(page.locator(".article-edge-stop")).toHaveText(/Another content fragment is here/);
    await page.keyboard.press("Escape");
    await expect(page.locator(".article-edge-stop")).toBeHidden();
    await page.mouse.up();
    await dragHandle(page, handle(page, "cue", "end"), "objective", "last");
    await expect(page.locator(".article-edge-stop")).toHaveText(/cannot cover the content/);
    await page.mouse.up();
    await expect(page.getByRole("status").filter({ hasText: "cannot cover the content" })).toBeAttached();
    expect(await quotesOfFirst()).toEqual([
      "content: that the lack of an objective assessment",
      "content: is a matter of concern",
      "cue: notes",
      "source: The document",
    ]);
  });
});

test("where several statements lie over one another, a list of them opens, by click and by key", async ({
  signedInPage: page,
}) => {
  const id = await openOwnAssignment(page);
  await dragOver(page, "the presence of CSTO peacekeepers in Kazakhstan");
  await make(page);
  await page.getByRole("combobox", { name: "Speaker" }).fill("Tokayev");
  await page
    .getByRole("option", { name: /Tokayev/ })
    .first()
    .click();
  await page.getByRole("combobox", { name: /stance/i }).click();
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: /^Support/ }).click();
  await page.keyboard.press("Escape");
  await dragOver(page, "CSTO peacekeepers");
  await make(page);
  await expect.poll(() => storedQuotes(page, id)).toHaveLength(3);

  const { first } = await placeOf(page, "peacekeepers in Kazakhstan");
  await page.mouse.click(first.x + 12, first.y);
  const menu = page.getByRole("menu", { name: "2 statements here" });
  await expect(menu.getByRole("menuitem")).toHaveCount(2);
  await expect(menu.getByRole("menuitem").first()).toHaveText(/3.*No speaker yet.*No stance.*content/);
  await expect(menu.getByRole("menuitem").last()).toHaveText(/2.*Tokayev.*Support.*content/);
  await expectAccessible(page);
  // What is looked at in the list is pointed out in the text.
  await menu.getByRole("menuitem").last().hover();
  await expect(page.locator(".article-pointed").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(page.locator(".article-pointed")).toHaveCount(0);

  const card = (number: number) => page.getByRole("button", { name: new RegExp(`^Statement ${number}\\b`) });
  await page.keyboard.press("Enter");
  await expect(menu).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(menu).toBeHidden();
  await expect(card(2)).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("textbox", { name: /article/i })).toBeFocused();
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a tap opens a statement, a finger moves its edge, the toolbar fits beside a selection", async ({
    signedInPage: page,
  }) => {
    await page.goto("/");
    await page
      .getByRole("link", { name: /Kazakhstan|Continue|Start/ })
      .first()
      .tap();
    await expect(page.getByRole("textbox", { name: /article/i })).toBeVisible();
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";

    // The tag itself, which stands before the letter.
    await page
      .locator("[data-tag]")
      .first()
      .tap({ position: { x: 4, y: 12 } });
    const grip = handle(page, "content", "end");
    await expect(grip).toBeVisible();
    const target = await grip.evaluate((element) => getComputedStyle(element, "::before").width);
    expect(Number.parseFloat(target)).toBeGreaterThanOrEqual(44);

    const to = (await placeOf(page, "the tragic")).last;
    const from = await gripOf(grip);
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: Point[]) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    // The edge is followed, not the finger, which would cover it.
    const hanging = await grip.evaluate((element) => element.getBoundingClientRect().height / 2 + 3);
    to.y += hanging;
    await touch("touchStart", [from]);
    await touch("touchMove", [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]);
    await touch("touchMove", [to]);
    await touch("touchEnd", []);
    await expect
      .poll(async () => (await storedQuotes(page, id))[0])
      .toContain("content: that the lack of an objective assessment of the tragic");

    // A long press is the system's own way to select; what it makes arrives as the browser's selection.
    await page.evaluate(() => {
      const line = [...document.querySelectorAll(".cm-line")].find((one) =>
        one.textContent?.startsWith("The department"),
      );
      const words = line && document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
      if (words) getSelection()?.setBaseAndExtent(words, 4, words, 20);
    });
    const box = await toolbar(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    await expectAccessible(page);
  });
});
