import type { Page } from "@playwright/test";
import fc from "fast-check";
import type { AnnotationView } from "../../domain/contract/work";
import { DocumentText } from "../../domain/text/document-text";
import { snapRange } from "../../domain/text/snap-range";
import { trimContent } from "../../domain/text/trim-content";
import { test as base, expect } from "../support/fixtures";
import { hostileText } from "../support/hostile-text";
import { prepareServerData, type ServerData } from "../support/server";

const SEED = 20260117;
const RANGES = 20;

/** Every script and trap once, in whole sentences, and some texts nobody would write. */
const TEXT = [
  "👩‍👩‍👧 said: “naïve e\u0301 𝒳 «да».” \u202Eabc\u202C ended.",
  "وقال الوزير: «لن نقبل 3 شروط». ثم غادر.",
  'השר אמר: "לא" (x=1) והלך.',
  "部长说：“𠮷野家很好。”他走了。",
  "Министр мәлімдеді: «Біз келісеміз», — деді ол.\u00A0Then\u200B zero\u200Dwidth.",
  "मंत्री ने कहा, “हम सहमत हैं।”\r\n🇰🇿🏳️‍🌈👍🏽 flags.",
  ...fc.sample(hostileText, { seed: SEED, numRuns: 6 }),
].join("\r\n");

/** The owner's assignment of that text. */
let assignmentId = "";

const test = base.extend<object, { serverData: ServerData }>({
  // The document is added before the server owns the data.
  serverData: [
    async ({ provider }, use) => {
      const documents = JSON.stringify([{ title: "Hostile", language: "en", text: TEXT }]);
      const { data, output } = await prepareServerData(provider, "add-documents", { env: { DOCUMENTS: documents } });
      [assignmentId] = JSON.parse(output);
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
});

test.use({ serverName: "hostile-text" });

/**
 * Makes the browser's own selection from one place of a line to one of another: line numbers and UTF-16 offsets in them.
 * Resolves once the page was told, which a key pressed at once may come before; nobody's hand is that quick.
 */
async function select(
  page: Page,
  from: { line: number; unit: number },
  to: { line: number; unit: number },
): Promise<void> {
  await page.getByRole("textbox", { name: /article/i }).focus();
  await page.evaluate(
    async ([start, end]) => {
      const lines = [...document.querySelectorAll(".cm-line")];
      const place = ({ line, unit }: { line: number; unit: number }): [Node, number] => {
        const root = lines[line];
        if (!root) throw new Error(`Line ${line} is not on the screen.`);
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
          node instanceof Element && node.getAttribute("contenteditable") === "false"
            ? NodeFilter.FILTER_REJECT
            : node instanceof Text
              ? NodeFilter.FILTER_ACCEPT
              : NodeFilter.FILTER_SKIP,
        );
        let before = 0;
        let last: [Node, number] = [root, 0];
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const length = node.textContent?.length ?? 0;
          last = [node, length];
          if (unit <= before + length) return [node, unit - before];
          before += length;
        }
        return last;
      };
      const selection = getSelection();
      const ends = () => [selection?.anchorNode, selection?.anchorOffset, selection?.focusNode, selection?.focusOffset];
      const before = ends();
      const told = new Promise((resolve) => document.addEventListener("selectionchange", resolve, { once: true }));
      selection?.setBaseAndExtent(...place(start as typeof from), ...place(end as typeof from));
      if (ends().some((end, index) => end !== before[index])) await told;
    },
    [from, to],
  );
}

async function statementsOf(page: Page): Promise<AnnotationView["statements"]> {
  return (await (await page.request.get(`/api/v1/assignments/${assignmentId}`)).json()).statements;
}

test("what is selected in the browser is what is stored, and selects the same words again", async ({
  signedInPage: page,
}) => {
  test.setTimeout(180_000);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.setViewportSize({ width: 1280, height: 2400 });
  await page.goto(`/annotate/${assignmentId}`);
  await expect(page.locator(".cm-line").first()).toBeVisible();

  const { document: article } = (await (
    await page.request.get(`/api/v1/assignments/${assignmentId}`)
  ).json()) as AnnotationView;
  const text = new DocumentText(article.text);
  const lines = article.text.split("\n").map((line) => Array.from(line));
  const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0));
  const unitOf = (line: number, point: number) => lines[line]?.slice(0, point).join("").length ?? 0;
  const anywhere = fc
    .nat(lines.length - 1)
    .chain((line) => fc.record({ line: fc.constant(line), point: fc.nat(lines[line]?.length ?? 0) }));
  const places = fc.sample(fc.tuple(anywhere, anywhere), { seed: SEED, numRuns: RANGES });

  let compared = 0;
  for (const [one, other] of places) {
    const offset = ({ line, point }: typeof one) => (starts[line] ?? 0) + point;
    const [from, to] = offset(one) <= offset(other) ? [one, other] : [other, one];
    const snapped = snapRange(text, { start: offset(from), end: offset(to) }, "word", "en");
    const expected = snapped && trimContent(text, snapped);
    if (!expected) continue;
    const known = new Set((await statementsOf(page)).map((statement) => statement.id));
    await select(
      page,
      { line: from.line, unit: unitOf(from.line, from.point) },
      { line: to.line, unit: unitOf(to.line, to.point) },
    );
    await page.keyboard.press("m");
    await expect.poll(async () => (await statementsOf(page)).length, { intervals: [50] }).toBe(known.size + 1);
    const made = (await statementsOf(page)).find((statement) => !known.has(statement.id));
    const quote = Array.from(article.text).slice(expected.start, expected.end).join("");
    expect(made?.spans).toEqual([{ role: "content", ...expected, quote }]);

    await page.keyboard.press("e");
    await page.keyboard.press("Control+c");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(quote);
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await statementsOf(page)).length, { intervals: [50] }).toBe(known.size);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(RANGES / 2);
});
