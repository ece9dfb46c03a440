import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import fc from "fast-check";
import { build } from "vite";
import { DocumentText } from "../../../domain/text/document-text";
import { normaliseText, UnstorableTextError } from "../../../domain/text/normalise-text";
import { hostileText } from "../../support/hostile-text";
import type {} from "../../support/surface-page";

// The surface alone, without a server: offsets must survive the browser's own selection, which no simulation has.

const ROOT = path.join(import.meta.dirname, "../../..");
let script = "";

test.beforeAll(async () => {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@": ROOT } },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: { entry: path.join(ROOT, "tests/support/surface-page.tsx"), formats: ["iife"], name: "page" },
    },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const [chunk] = outputs.filter((output) => output.type === "chunk");
  if (!chunk) throw new Error("The page of the surface could not be built.");
  script = chunk.code;
});

function isStorable(words: string): boolean {
  try {
    return normaliseText(words) !== "";
  } catch (error) {
    if (error instanceof UnstorableTextError) return false;
    throw error;
  }
}

async function openSurface(page: Page): Promise<void> {
  await page.setContent("<!doctype html><html lang='en'><title>Surface</title><body></body></html>");
  await page.addScriptTag({ content: script });
}

/** Texts, and the key that goes forwards from their beginning. */
const FIXED = [
  ["👩‍👩‍👧 said: “naïve”\r\n\u202Eabc\u202C, and 𝒜𝒷𝒸 left.", "ArrowRight"],
  ["שלום, אמר השר.\nمرحبا بالعالم 👋🏽 end", "ArrowLeft"],
  ["e\u0301 q\u0307\u0323 a\u200Bb\u200Dc \u{1F1F0}\u{1F1FF}\u2028next\u0085more\ttab", "ArrowRight"],
] as const;

test("a selection means the same words in the surface, in the browser and in the text", async ({ page }) => {
  await openSurface(page);
  const sampled = fc.sample(hostileText.filter(isStorable), { numRuns: 60, seed: 20220121 });
  for (const raw of [...FIXED.map(([words]) => words), ...sampled]) {
    const text = new DocumentText(normaliseText(raw));
    const ranges = Array.from({ length: 12 }, (_, index) => {
      const start = (index * 7919) % text.length;
      return { start, end: start + 1 + ((index * 104_729) % (text.length - start)) };
    });
    const found = await page.evaluate(
      async ([words, wanted]) => {
        await window.surface.show(words);
        return wanted.map((range) => window.surface.select([range]));
      },
      [text.text, ranges] as const,
    );
    expect(found, JSON.stringify(raw)).toEqual(ranges.map((range) => [range]));
  }
});

test("what the browser selects is reported in code points", async ({ page }) => {
  await openSurface(page);
  for (const [raw, forwards] of FIXED) {
    const text = new DocumentText(normaliseText(raw));
    await page.evaluate((words) => window.surface.show(words), text.text);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+Home");
    for (let step = 0; step < text.length; step++) {
      await page.keyboard.press(`Shift+${forwards}`);
      const [reported] = await page.evaluate(() => window.surface.reported());
      if (!reported) throw new Error(`nothing is selected after ${step + 1} steps in ${JSON.stringify(raw)}`);
      expect(reported.start).toBe(0);
      const native = await page.evaluate(() => getSelection()?.toString() ?? "");
      const plain = (words: string) => words.replace(/\s/g, "");
      expect(plain(native)).toBe(plain(text.slice(reported.start, reported.end)));
      if (reported.end === text.length) break;
    }
    // Where two directions meet, arrows follow the eye and need not end at the last character.
    await page.keyboard.press("Control+a");
    expect(await page.evaluate(() => window.surface.reported())).toEqual([{ start: 0, end: text.length }]);
  }
});

test("nothing that is typed, pasted or cut changes the text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => undefined);
  await openSurface(page);
  await page.evaluate(() => window.surface.show("Mayor Oduya 👋 said no.\n\nThen she left."));
  const content = page.locator(".cm-content");
  const before = await content.textContent();
  await content.focus();
  for (const key of ["a", "Enter", "Backspace", "Delete", "Control+a", "Control+x", "Control+v", "Control+b", "Tab"]) {
    await content.focus();
    await page.keyboard.press(key);
  }
  await content.focus();
  await page.keyboard.insertText("inserted");
  expect(await content.textContent()).toBe(before);
});

test("statements over one another each have their mark, with a role and a name", async ({ page }) => {
  await openSurface(page);
  await page.evaluate(() =>
    window.surface.show("👋 one two three four five.", [
      [{ start: 2, end: 15 }],
      [{ start: 6, end: 9 }],
      [{ start: 8, end: 20 }],
      [{ start: 6, end: 9 }],
    ]),
  );
  const words = (id: string) =>
    page.locator(`.article-mark[data-statement-id="${id}"]`).evaluateAll((marks) => {
      const outermost = marks.filter(
        (mark) => !mark.parentElement?.closest(`[data-statement-id="${(mark as HTMLElement).dataset.statementId}"]`),
      );
      return outermost.map((mark) => [...mark.childNodes].map((node) => node.textContent).join("")).join("");
    });
  const strip = (value: string) => value.replace(/\d…?/g, "");
  expect(strip(await words("s0"))).toBe("one two three");
  expect(strip(await words("s1"))).toBe("two");
  expect(strip(await words("s3"))).toBe("two");
  await expect(page.getByRole("group", { name: "Statement 2, content" })).not.toHaveCount(0);
  const lanes = await page
    .locator(".article-mark")
    .evaluateAll((marks) => [
      ...new Set(
        marks.map((mark) => `${(mark as HTMLElement).dataset.statementId} ${/lane-\d/.exec(mark.className)?.[0]}`),
      ),
    ]);
  expect(new Set(lanes.map((lane) => lane.split(" ")[1])).size).toBe(4);
});
