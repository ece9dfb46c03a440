import { describe, expect, it } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { findParagraphs } from "@/domain/text/sentences";
import { findQuotations } from "./quotations";
import { tokenise } from "./tokens";

function quotationsOf(words: string): string[][] {
  const text = new DocumentText(words);
  const paragraphs = findParagraphs(text).map((paragraph) => tokenise(text, paragraph));
  return findQuotations(paragraphs).map(({ fragments }) => fragments.map(({ start, end }) => text.slice(start, end)));
}

describe("findQuotations", () => {
  it.each([
    ["English double", "He said “we go” now.", ["“we go”"]],
    ["English single", "It doesn’t ‘really matter’ to Ana’s boys’ team.", ["‘really matter’"]],
    ["single with a possessive inside", "They want ‘the workers’ rights’ now.", ["‘the workers’ rights’"]],
    ["two singles after plurals", "The ‘workers’ and the ‘bosses’ met.", ["‘workers’", "‘bosses’"]],
    ["straight double", 'A "b c", d ("e").', ['"b c"', '"e"']],
    ["straight single", "He isn't 'ready to go' yet.", ["'ready to go'"]],
    ["no quotation in apostrophes", "The boys' and girls' teams don't meet in '98.", []],
    ["German", "Er sagte: „Wir gehen“, und ‚ja‘.", ["„Wir gehen“", "‚ja‘"]],
    ["Polish", "Powiedział: „Idziemy”.", ["„Idziemy”"]],
    ["French", "« Nous partons », dit-il.", ["« Nous partons »"]],
    ["Danish", "»Vi går,« sagde hun.", ["»Vi går,«"]],
    ["Swedish", "”Vi går”, sa hon.", ["”Vi går”"]],
    ["Russian with inner marks", "«Мы едем в „Весну“», — сказал он.", ["«Мы едем в „Весну“»"]],
    ["Chinese and Japanese", "彼は「行きます」と言った。他说『我们走』。", ["「行きます」", "『我们走』"]],
    ["Arabic", "قال الوزير: «سنعود غدا».", ["«سنعود غدا»"]],
    ["Hebrew with an acronym", 'הדובר אמר: "צה"ל יחזור מחר".', ['"צה"ל יחזור מחר"']],
    [
      "inner quotation is not its own",
      "“She called it ‘a farce’ twice,” he said.",
      ["“She called it ‘a farce’ twice,”"],
    ],
    ["unclosed mark is ignored", "“We go. He said ‘no way’ again.", ["‘no way’"]],
    ["empty marks", "a “” b", []],
  ])("%s", (_name, text, expected) => {
    expect(quotationsOf(text).flat()).toEqual(expected);
  });

  it("joins paragraphs that each open again", () => {
    expect(quotationsOf("Lind said: “One.\n\n“Two 👩‍👩‍👧.\n\n“Three.”\n\n“Four.”")).toEqual([
      ["“One.", "“Two 👩‍👩‍👧.", "“Three.”"],
      ["“Four.”"],
    ]);
  });

  it("ends where the next paragraph does not open", () => {
    expect(quotationsOf("Lind said: “One.\n\nTwo.\n\n“Three.”")).toEqual([["“Three.”"]]);
  });
});
