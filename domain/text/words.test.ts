import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileText } from "@/tests/support/hostile-text";
import { DocumentText } from "./document-text";
import { type EdgeStep, findWords, stepEdge } from "./words";

const wordsOf = (words: string, language?: string) => {
  const text = new DocumentText(words);
  return findWords(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end));
};

describe("words", () => {
  test.each([
    ["👩‍👩‍👧 said: “naïve”\n𝒳-ray", "en", ["said", "naïve", "𝒳", "ray"]],
    ["Alma-Ata’s office.", "en", ["Alma", "Ata’s", "office"]],
    ["انتهى الأمر، قال الوزير.", "ar", ["انتهى", "الأمر", "قال", "الوزير"]],
    ["שלום, אמר השר.", "he", ["שלום", "אמר", "השר"]],
    ["«Бәрі бітті», — деді ол.", "kk", ["Бәрі", "бітті", "деді", "ол"]],
    ["मंत्री ने कहा।", "hi", ["मंत्री", "ने", "कहा"]],
    ["你好，世界。", "zh", ["你好", "世界"]],
    [" \n ", "en", []],
  ])("of %j", (words, language, expected) => expect(wordsOf(words, language)).toEqual(expected));
});

describe("an edge steps", () => {
  const text = new DocumentText("👩‍👩‍👧 one “two”,\n\nthree");
  const at = (words: string, after = false) => {
    const from = text.text.indexOf(words) + (after ? words.length : 0);
    return text.fromUtf16(from);
  };
  const word = (side: EdgeStep["side"], direction: EdgeStep["direction"]): EdgeStep => ({
    side,
    direction,
    by: "word",
  });
  const character = (side: EdgeStep["side"], direction: EdgeStep["direction"]): EdgeStep => ({
    ...word(side, direction),
    by: "character",
  });
  test.each([
    ["an end to the next word's", at("one", true), word("end", "forward"), at("two", true)],
    ["an end to the next word's, across paragraphs", at("two", true), word("end", "forward"), at("three", true)],
    ["an end to the word's before", at("three", true), word("end", "back"), at("two", true)],
    ["an end from inside a word to that word's", at("hree"), word("end", "forward"), at("three", true)],
    ["a start to the next word's", at("one"), word("start", "forward"), at("two")],
    ["a start to the word's before", at("three"), word("start", "back"), at("two")],
    ["an end by a character", at("one", true), character("end", "forward"), at("“", true)],
    ["an end back over a line break", at("three"), character("end", "back"), at(",", true)],
    ["a start back over a whole emoji", at("one"), character("start", "back"), 0],
  ])("%s", (_, from, step, to) => expect(stepEdge(text, from, step, "en")).toBe(to));

  test("nowhere at the ends of the text", () => {
    expect(stepEdge(text, text.length, word("end", "forward"))).toBeNull();
    expect(stepEdge(text, 0, character("start", "back"))).toBeNull();
    expect(stepEdge(new DocumentText(""), 0, word("end", "forward"))).toBeNull();
  });
});

test("steps strictly forwards or back, to a place of the text, until there is none", () => {
  const step = fc.record<EdgeStep>({
    side: fc.constantFrom("start", "end"),
    direction: fc.constantFrom("forward", "back"),
    by: fc.constantFrom("word", "character"),
  });
  fc.assert(
    fc.property(hostileText, step, (words, wanted) => {
      const text = new DocumentText(words);
      let position = wanted.direction === "forward" ? 0 : text.length;
      for (;;) {
        const next = stepEdge(text, position, wanted);
        if (next === null) return;
        expect(Math.sign(next - position)).toBe(wanted.direction === "forward" ? 1 : -1);
        position = next;
      }
    }),
    { numRuns: 100 },
  );
});
