import { EditorState } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { mergeRanges } from "@/domain/text/spans";
import { fromSurface, selectedRanges, surfaceSelection, toSurface } from "./text-selection";

const hostile = [
  "👩‍👩‍👧 said: “naïve”\u202Eabc\u202C end",
  "𝒜𝒷𝒸 𝒹\n𝑒👍🏽 ok",
  "שלום, אמר השר. مرحبا 👋 hello",
  "e\u0301 a\u200Bb\u200Dc \u{1F1F0}\u{1F1FF}",
  "",
  "plain",
];

describe("what is selected", () => {
  test.each(hostile)("comes back the same through the surface: %j", (words) => {
    const text = new DocumentText(words);
    const shown = EditorState.create({ doc: words });
    const lost: string[] = [];
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 1; end <= text.length; end++) {
        const selection = surfaceSelection(text, [{ start, end }]);
        const { from, to } = selection.main;
        const [back] = selectedRanges(text, selection);
        const isSame = shown.sliceDoc(from, to) === text.slice(start, end) && back?.start === start && back.end === end;
        if (!isSame) lost.push(`${start}-${end}`);
      }
    }
    // One assertion for some thousand ranges: each costs more than what it looks at.
    expect(lost).toEqual([]);
  });

  test("several ranges on any text come back merged and in order", () => {
    const texts = fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).map((words) => words.replace(/\r/g, "\n"));
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }), (words, pairs) => {
        const text = new DocumentText(words);
        const ranges = pairs.flatMap(([a, b]) => {
          const start = a % text.length;
          return [{ start, end: start + 1 + (b % (text.length - start)) }];
        });
        const merged = mergeRanges(ranges);
        const selection = surfaceSelection(text, merged);
        expect(selectedRanges(text, selection)).toEqual(merged);
      }),
      { numRuns: 50 },
    );
  });
});

test("half of a surrogate pair means the whole character", () => {
  const text = new DocumentText("a👋b");
  expect(fromSurface(text, { from: 2, to: 2 })).toEqual({ start: 1, end: 2 });
  expect(fromSurface(text, { from: 0, to: 2 })).toEqual({ start: 0, end: 2 });
  expect(toSurface(text, { start: 1, end: 2 })).toEqual({ from: 1, to: 3 });
});

test("nothing to select, or a place outside the text, is an error", () => {
  const text = new DocumentText("abc");
  expect(() => surfaceSelection(text, [])).toThrow(RangeError);
  expect(() => surfaceSelection(text, [{ start: 1, end: 4 }])).toThrow(RangeError);
});
