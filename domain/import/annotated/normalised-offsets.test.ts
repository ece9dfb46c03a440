import fc from "fast-check";
import { expect, test } from "vitest";
import { normalisedOffsets } from "./normalised-offsets";

const pieces = fc.constantFrom("\r\n", "\r", "\n", "\uFEFF", "👩‍👧", "é", "\u202Eabc", "“", " ");
const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));

test("every character keeps its place", () => {
  fc.assert(
    fc.property(texts, (raw) => {
      const { text, fromCodePoints, fromUtf16 } = normalisedOffsets(raw);
      let unit = 0;
      [...raw].forEach((character, at) => {
        expect(fromUtf16(unit)).toBe(fromCodePoints(at));
        const [start, end] = [fromCodePoints(at), fromCodePoints(at + 1)];
        const isRemoved = (unit === 0 && character === "\uFEFF") || (character === "\r" && raw[unit + 1] === "\n");
        expect(text.slice(start, end)).toBe(isRemoved ? "" : character.replace("\r", "\n"));
        unit += character.length;
      });
    }),
  );
});

test("a place outside the text is refused", () => {
  expect(() => normalisedOffsets("a👧").fromCodePoints(3)).toThrow(RangeError);
  expect(() => normalisedOffsets("a👧").fromUtf16(2)).toThrow(RangeError);
});
