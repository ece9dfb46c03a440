import fc from "fast-check";
import { expect, it } from "vitest";
import { agreementDocuments } from "@/tests/support/agreement-documents";
import { codingUnitizedAlpha, unitizedAlpha } from "./unitizing-alpha";
import { sumUnitizing } from "./unitizing-sums";
import { segmentsOf, unitizingAlphas, unitizingParts } from "./unitizing-totals";

const same = (one: number | null, other: number | null | undefined) => {
  if (one === null || typeof other !== "number") expect(one).toBe(other);
  else expect(one).toBeCloseTo(other, 9);
};

it("label by label leads to the coefficients of the whole table, also without each document", () => {
  fc.assert(
    fc.property(agreementDocuments, fc.constantFrom("stance", "constructor", "count"), (documents, attribute) => {
      const texts = documents
        .filter(({ passes }) => passes.length >= 2)
        .map(({ length, passes }) => ({
          length,
          passes: passes.map((pass) => segmentsOf(pass.statements, attribute)),
        }));
      const { unitized, coding } = unitizingAlphas(texts.map(({ length, passes }) => unitizingParts(length, passes)));
      const sums = sumUnitizing(texts);
      same(unitized.value, unitizedAlpha(sums).value);
      same(coding.value, codingUnitizedAlpha(sums).value);
      for (const [at, without] of unitized.without.entries()) {
        const rest = sumUnitizing(texts.filter((_, other) => other !== at));
        same(without, unitizedAlpha(rest).value);
        same(coding.without[at] ?? null, codingUnitizedAlpha(rest).value);
      }
    }),
  );
});

it("where statements of one annotator lie over each other, the innermost has the text", () => {
  const statement = (start: number, end: number, label: string | null) => ({
    ...{ id: `${start}`, ranges: [{ start, end }], labels: { form: label } },
  });
  const segments = segmentsOf([statement(0, 40, "outer"), statement(10, 20, "inner"), statement(5, 9, null)], "form");
  expect(segments.sort((a, b) => a.start - b.start)).toEqual([
    { start: 0, end: 10, label: "outer" },
    { start: 10, end: 20, label: "inner" },
    { start: 20, end: 40, label: "outer" },
  ]);
});
