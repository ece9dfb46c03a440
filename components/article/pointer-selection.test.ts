import { describe, expect, test } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { unitAround } from "./pointer-selection";

const scripts = [
  ["en", "The mayor said: “We don’t agree.” Then she left.", "agree", "agree", "The mayor said: “We don’t agree.”"],
  ["en", "👩‍👩‍👧 𝒜𝒷𝒸 said yes. End.", "𝒷", "𝒜𝒷𝒸", "👩‍👩‍👧 𝒜𝒷𝒸 said yes."],
  ["ar", "هل يقبل الوزير؟ قال إنه يرفض القرار.", "الوزير", "الوزير", "هل يقبل الوزير؟"],
  ["he", "ראש הממשלה דחה את ההצעה. אחר כך יצא.", "דחה", "דחה", "ראש הממשלה דחה את ההצעה."],
  ["kk", "Министр қаулыны сынады. Содан кейін кетіп қалды.", "қаулыны", "қаулыны", "Министр қаулыны сынады."],
  ["zh", "外交部发言人反对这项决议。欧洲议会没有回应！", "决", "决议", "外交部发言人反对这项决议。"],
  ["hi", "मंत्री ने प्रस्ताव का विरोध किया। संसद चुप रही।", "विरोध", "विरोध", "मंत्री ने प्रस्ताव का विरोध किया।"],
] as const;

describe("clicks in every script", () => {
  test.each(scripts)("%s: %s", (language, words, clicked, word, sentence) => {
    const text = new DocumentText(words);
    const position = words.indexOf(clicked);
    const sliceOf = (unit: "word" | "sentence" | "paragraph") => {
      const found = unitAround({ text, language }, { position, side: 1 }, unit);
      return found && words.slice(found.from, found.to);
    };
    expect(sliceOf("word")).toBe(word);
    expect(sliceOf("sentence")).toBe(sentence);
    expect(sliceOf("paragraph")).toBe(words);
  });
});

describe("where a click falls between", () => {
  const text = new DocumentText("one two\n\nthree");
  test.each([
    ["the end of a word, from its last letter", 3, -1, { from: 0, to: 3 }],
    ["a blank", 3, 1, null],
    ["the end of a line", 7, 1, { from: 4, to: 7 }],
    ["an empty line", 8, 1, null],
    ["the start of a line, from the side that has nothing", 9, -1, { from: 9, to: 14 }],
    ["the end of the text", 14, 1, { from: 9, to: 14 }],
  ] as const)("%s", (_, position, side, expected) => {
    expect(unitAround({ text, language: "en" }, { position, side }, "word")).toEqual(expected);
  });
});
