import fc from "fast-check";
import { expect, test } from "vitest";
import { diffWords, type Piece } from "./diff-words";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc
    .array(fc.constantFrom("said", " ", "“naïve”", "👩‍👩‍👧", "سلام", "声明", "."), { maxLength: 20 })
    .map((words) => words.join("")),
);
const joined = (pieces: readonly Piece[]) => pieces.map(({ words }) => words).join("");
const shared = (pieces: readonly Piece[]) => joined(pieces.filter(({ same }) => same));

test("the pieces are the texts, and both have the same in common", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffWords(before, after);
      expect(joined(pieces.before)).toBe(before);
      expect(joined(pieces.after)).toBe(after);
      expect(shared(pieces.before)).toBe(shared(pieces.after));
    }),
  );
});

test("equal texts differ in nothing", () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(shared(diffWords(same, same).before)).toBe(same);
    }),
  );
});

test("marks whole words", () => {
  const { before, after } = diffWords("The minister said no", "The former minister says no");
  expect(before).toEqual([
    { words: "The minister ", same: true },
    { words: "said", same: false },
    { words: " no", same: true },
  ]);
  expect(after.filter(({ same }) => !same).map(({ words }) => words)).toEqual(["former ", "says"]);
});
