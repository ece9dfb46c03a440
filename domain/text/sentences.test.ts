import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "@/tests/support/hostile-text";
import { DocumentText } from "./document-text";
import { findParagraphs, findSentences } from "./sentences";

function sentencesOf(content: string, language?: string): string[] {
  const text = new DocumentText(content);
  return findSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

describe("findSentences", () => {
  it.each([
    ["One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]],
    ["Mr. Smith met Dr. Who. They left.", ["Mr. Smith met Dr. Who.", "They left."]],
    ["John F. Kennedy spoke. J. R. R. Tolkien wrote.", ["John F. Kennedy spoke.", "J. R. R. Tolkien wrote."]],
    ["“Stop!” she said. “Why?” asked he.", ["“Stop!” she said.", "“Why?” asked he."]],
    ["“It is over.” He left.", ["“It is over.”", "He left."]],
    ["On Jan. 21 it began. See No. 5 Baker St. today.", ["On Jan. 21 it began.", "See No. 5 Baker St. today."]],
    ["It cost 3.5 million. Fine.", ["It cost 3.5 million.", "Fine."]],
    ["A line\nand another. End", ["A line", "and another.", "End"]],
    ["  \n\n Padded. \t \n", ["Padded."]],
    ["", []],
    ["👩‍👩‍👧 came. 𝒜 left.", ["👩‍👩‍👧 came.", "𝒜 left."]],
    ["終わった。始まる。", ["終わった。", "始まる。"]],
  ])("%j", (content, expected) => {
    expect(sentencesOf(content, "en")).toEqual(expected);
  });

  it("knows some abbreviations of other languages", () => {
    expect(sentencesOf("Er kam z.B. Montag und bzw. Dienstag. Dann nicht.", "de")).toHaveLength(2);
    expect(sentencesOf("В г. Алматы начались протесты. Потом стихло.", "ru")).toHaveLength(2);
  });

  it("cuts a long paragraph as it cuts its parts", () => {
    const sentence = "The ministry said on Friday that the tram would come, and nobody believed it. ";
    const long = sentence.repeat(6000);
    expect(sentencesOf(long)).toEqual(new Array(6000).fill(sentence.trim()));
    expect(sentencesOf("word ".repeat(40_000))).toHaveLength(1);
  });

  it("puts every character but white space into exactly one sentence, in order", () => {
    fc.assert(
      fc.property(hostileText, (content) => {
        const text = new DocumentText(content);
        const sentences = findSentences(text, "en");
        let position = 0;
        for (const { start, end } of [...sentences, { start: text.length, end: text.length }]) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(text.slice(position, start).trim()).toBe("");
          const words = text.slice(start, end);
          expect(words.trim()).toBe(words);
          expect(words).not.toContain("\n");
          position = end;
        }
      }),
    );
  });
});

describe("findParagraphs", () => {
  it("gives lines without edge white space and without blank ones", () => {
    const text = new DocumentText("\n  👍 One. \n\u00A0\n\nTwo\u2028too\n");
    expect(findParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(["👍 One.", "Two\u2028too"]);
  });
});
