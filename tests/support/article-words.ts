import type { Page } from "@playwright/test";
import type { AnnotationView } from "../../domain/contract/work";

export interface Point {
  x: number;
  y: number;
}

/** Where words stand in the window: their first letter, their last, and the boxes of their lines. */
export interface WordsPlace {
  first: Point;
  last: Point;
  boxes: { left: number; right: number; top: number; bottom: number }[];
}

/** The place of words, brought into view, without what is drawn between them. Points lie within letters, near their outer edges. */
export async function placeOf(page: Page, words: string): Promise<WordsPlace> {
  let place = await findPlace(page, words);
  // Only what is near the window is in the page: turn the wheel until the words are.
  for (let turn = 0; !place && turn < 40; turn += 1) {
    await page.getByRole("region", { name: "Article" }).hover();
    await page.mouse.wheel(0, 200);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    place = await findPlace(page, words);
  }
  if (!place) throw new Error(`“${words}” is not in the article below what is shown.`);
  return place;
}

function findPlace(page: Page, words: string): Promise<WordsPlace | null> {
  return page.locator(".cm-content").evaluate((content, wanted) => {
    for (const line of content.querySelectorAll(".cm-line")) {
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const pieces: { node: Node; from: number }[] = [];
      let text = "";
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        pieces.push({ node, from: text.length });
        text += node.textContent;
      }
      const start = text.indexOf(wanted);
      if (start < 0) continue;
      const range = (from: number, to: number) => {
        const made = document.createRange();
        const at = (unit: number) => pieces.findLast((piece) => piece.from <= unit) ?? { node: line, from: 0 };
        const [one, other] = [at(from), at(to - 1)];
        made.setStart(one.node, from - one.from);
        made.setEnd(other.node, to - other.from);
        return made;
      };
      // Away from the edges of the pane, near which a drag scrolls it.
      line.scrollIntoView({ block: "center" });
      const isRightToLeft = /[\u0590-\u08ff]/.test(wanted);
      const inside = (box: DOMRect | undefined, side: "start" | "end") => {
        if (!box) throw new Error(`“${wanted}” is not on the screen.`);
        const isLeft = (side === "start") !== isRightToLeft;
        return { x: isLeft ? box.left + 1 : box.right - 1, y: box.top + box.height / 2 };
      };
      const end = start + wanted.length;
      return {
        first: inside(range(start, start + 1).getClientRects()[0], "start"),
        last: inside([...range(end - 1, end).getClientRects()].at(-1), "end"),
        boxes: [...range(start, end).getClientRects()].map(({ left, right, top, bottom }) => ({
          left,
          right,
          top,
          bottom,
        })),
      };
    }
    return null;
  }, words);
}

/** Selects words as a hand does: press at their beginning, drag, let go at their end. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const { first, last } = await placeOf(page, words);
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 6 });
  await page.mouse.up();
}

export function selectedWords(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? "");
}

/** What the server has of an assignment. */
export async function storedView(page: Page, assignmentId: string): Promise<AnnotationView> {
  return (await page.request.get(`/api/v1/assignments/${assignmentId}`)).json();
}

/** The quotes of each stored statement's spans, by role, in the order of the text. */
export async function storedQuotes(page: Page, assignmentId: string): Promise<string[][]> {
  const { statements } = await storedView(page, assignmentId);
  const start = ({ spans }: (typeof statements)[number]) => Math.min(...spans.map((span) => span.start));
  return statements
    .sort((a, b) => start(a) - start(b))
    .map(({ spans }) => spans.map((span) => `${span.role}: ${span.quote}`));
}
