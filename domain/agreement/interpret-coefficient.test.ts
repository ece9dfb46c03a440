import { describe, expect, it } from "vitest";
import { interpretCoefficient, interpretFound, type Reading } from "./interpret-coefficient";

const figure: Reading["figure"] = {
  ...{ value: 0.85, status: "ok", units: 300, documents: 40 },
  ...{ interval: { low: 0.82, high: 0.88, level: 0.95 }, intervalStatus: "ok" },
};
const between = (low: number, high: number) => ({
  ...figure,
  value: (low + high) / 2,
  interval: { low, high, level: 0.95 },
});
const confusion = { a: "neutral", b: "oppose", count: 12 };
const undefinedAs = (status: Reading["figure"]["status"]): Reading => ({
  figure: { ...figure, value: null, status, interval: null, intervalStatus: "undefined" },
});

describe("the verdict on a coefficient", () => {
  it.each<[string, Reading, RegExp]>([
    ["reliable", { figure }, /^Reliable\. Different annotators would very likely produce the same labels\.$/],
    ["tentative", { figure: between(0.667, 0.9) }, /^Usable with caution: fine for tentative conclusions/],
    ["unclear", { figure: between(0.6, 0.86) }, /^Not clear yet\. Agreement is between \.60 and \.86; about 120 more/],
    ["unreliable", { figure: between(0.2, 0.66), confusion }, /confusion: “neutral” ↔ “oppose” \(12\)\.$/],
    ["unreliable", { figure: between(0.2, 0.66) }, /Start with the disagreements listed below\.$/],
    ["chance", { figure: { ...figure, value: 0 }, raw: 0.5 }, /^No better than guessing/],
    ["chance", { figure: { ...figure, value: -0.2 } }, /Check whether labels were swapped/],
    [
      "prevalence",
      { figure: { ...figure, value: 0.1 }, raw: 0.95, expected: 0.944, commonLabel: "neutral" },
      /^Annotators agree 95 % of the time, but almost everything is “neutral”, so agreement by chance would already be 94 %\./,
    ],
    ["prevalence", { figure: { ...figure, value: 0 }, raw: 0.95 }, /almost everything has the same label\. The data/],
    ["no_variation", undefinedAs("no_variation"), /^Everyone used the same single label\. Agreement is 100 %/],
    ["no_pairable_units", undefinedAs("no_pairable_units"), /^No statement was labelled by two annotators yet\./],
    ["single_annotator", undefinedAs("single_annotator"), /^Only one annotator/],
    ["not_computable", undefinedAs("not_computable"), /cannot be computed/],
    ["too_few_units", { figure: { ...figure, status: "too_few_units", units: 1 } }, /^Only 1 statement was labelled/],
    [
      "no_verdict",
      { figure: { ...figure, interval: null, intervalStatus: "too_few_documents", documents: 1 } },
      /300 statements in 1 document say too little/,
    ],
    [
      "no_verdict",
      { figure: { ...figure, interval: null, intervalStatus: "not_computable" } },
      /uncertainty is unknown/,
    ],
  ])("%s", (verdict, reading, sentence) => {
    const found = interpretCoefficient(reading);
    expect(found.verdict).toBe(verdict);
    expect(found.sentence).toMatch(sentence);
  });

  it("is against the project's own target", () => {
    expect(interpretCoefficient({ figure, target: { reliable: 0.9, tentative: 0.8 } }).verdict).toBe("tentative");
    expect(interpretCoefficient({ figure, target: { reliable: 0.95, tentative: 0.9 } }).verdict).toBe("unreliable");
  });

  it("says what F1 says, and no more", () => {
    expect(interpretFound({ value: 0.8 })).toBe(
      "On average 80 % of one annotator's statements were also marked by the other.",
    );
    expect(interpretFound({ value: null })).toMatch(/^Nobody has marked a statement/);
  });
});
