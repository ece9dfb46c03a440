import type { Locator, Page } from "@playwright/test";
import type { Action } from "./action";

/** Does one action as a person does and answers how many it counts: one per key, chord, click or drag. */
export async function perform(page: Page, action: Action): Promise<number> {
  switch (action.do) {
    case "press":
      await page.keyboard.press(action.key);
      return 1;
    case "letters": {
      const letters = [...(await readLetters(page, action.at))];
      for (const [index, letter] of letters.entries()) {
        const withShift = action.alone && index === letters.length - 1;
        await page.keyboard.press(withShift ? `Shift+${letter.toUpperCase()}` : letter);
      }
      return letters.length;
    }
    case "drag":
      await dragOver(page, action.over, action.passage);
      return 1;
    case "click": {
      const { role, name, within } = action;
      const scope = within === undefined ? page : namedPart(page, within);
      await scope
        .getByRole(role, { name, exact: typeof name === "string" })
        .first()
        .click();
      return 1;
    }
  }
}

/** A question of the form, or the toolbar at the selection. */
function namedPart(page: Page, name: string | RegExp): Locator {
  return page.getByRole("group", { name }).or(page.getByRole("toolbar", { name })).first();
}

/** The letters that stand at a word, as one reads them on the screen. */
async function readLetters(page: Page, at: string): Promise<string> {
  await page.locator(".article-hint").first().waitFor();
  const letters = await page.evaluate((words) => {
    for (const hint of document.querySelectorAll<HTMLElement>(".article-hint")) {
      const line = hint.closest(".cm-line");
      if (!line) continue;
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let following = "";
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const isBefore = hint.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
        if (!isBefore) following += node.textContent ?? "";
      }
      if (following.startsWith(words)) return hint.dataset.letters ?? null;
    }
    return null;
  }, at);
  if (letters === null) throw new Error(`no letters stand at “${at}”`);
  return letters;
}

/** Selects words as a hand does: press at their beginning, drag, let go at their end. */
async function dragOver(page: Page, words: string, passage: string): Promise<void> {
  const line = page
    .locator(".cm-line")
    .filter({ hasText: new RegExp(passage.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) })
    .first();
  await line.scrollIntoViewIfNeeded();
  const points = await line.evaluate(
    (element, [quote, around]) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
      const whole = texts.map((text) => text.data).join("");
      const start = whole.indexOf(around) + around.indexOf(quote);
      const boxes = [start, start + quote.length - 1].map((offset) => {
        let before = 0;
        for (const text of texts) {
          if (offset < before + text.length) {
            const range = document.createRange();
            range.setStart(text, offset - before);
            range.setEnd(text, offset - before + 1);
            return range.getClientRects()[0] ?? null;
          }
          before += text.length;
        }
        return null;
      });
      const [first, last] = boxes;
      if (!whole.includes(around) || !first || !last) return null;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    },
    [words, passage] as const,
  );
  if (!points) throw new Error(`“${words}” is not on the screen`);
  await page.mouse.move(points.from.x, points.from.y);
  await page.mouse.down();
  await page.mouse.move(points.to.x, points.to.y, { steps: 6 });
  await page.mouse.up();
}
