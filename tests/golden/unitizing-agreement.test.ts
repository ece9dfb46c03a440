import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clusterSpans } from "@/domain/agreement/cluster-spans";
import { coverageStatistics } from "@/domain/agreement/coverage-statistics";
import { nominalAlpha } from "@/domain/agreement/krippendorff-alpha";
import { markedTextAlpha } from "@/domain/agreement/passage-figures";
import { ratingsOf } from "@/domain/agreement/ratings";
import { specificAgreement } from "@/domain/agreement/specific-agreement";
import {
  binaryUnitizedAlpha,
  codingUnitizedAlpha,
  labelUnitizedAlpha,
  unitizedAlpha,
} from "@/domain/agreement/unitizing-alpha";
import { sumUnitizing } from "@/domain/agreement/unitizing-sums";

type Span = [number, number, string];
interface Unitized {
  length: number;
  data: Record<string, Span[]>;
}
type Case =
  | {
      id: string;
      measure: "u_alpha" | "u_alpha_binary" | "cu_alpha";
      data: string;
      expected: number | null;
      tolerance: number;
    }
  | { id: string; measure: "u_alpha_pooled"; data: { documents: Unitized[] }; expected: number; tolerance: number }
  | { id: string; measure: "positive_specific_agreement"; data: Record<"a" | "b" | "c", number>; expected: number }
  | {
      id: string;
      measure: "clustered_label_alpha";
      data: { spans: [string, number, number, string][]; tau: number };
      expected: { units: (string | null)[][]; alpha_nominal: number; pairable_clusters: number };
    };

const { datasets, cases }: { datasets: Record<string, Unitized>; cases: Case[] } = JSON.parse(
  readFileSync(new URL("./agreement.json", import.meta.url), "utf8"),
);
function casesOf<M extends Case["measure"]>(...measures: M[]) {
  return cases.filter((one): one is Extract<Case, { measure: M }> => (measures as string[]).includes(one.measure));
}

const passesOf = ({ data }: Unitized) =>
  Object.values(data).map((spans) => spans.map(([start, end, label]) => ({ start, end, label })));
const sums = (...documents: Unitized[]) =>
  sumUnitizing(documents.map((document) => ({ length: document.length, passes: passesOf(document) })));
const MEASURES = { u_alpha: unitizedAlpha, u_alpha_binary: binaryUnitizedAlpha, cu_alpha: codingUnitizedAlpha };

describe("reference values of the u-alpha family", () => {
  const own = casesOf("u_alpha", "u_alpha_binary", "cu_alpha");
  it("has the cases", () => expect(own).toHaveLength(11));

  it.each(own)("$id $measure", ({ measure, data, expected, tolerance }) => {
    const document = datasets[data] as Unitized;
    const { value, status } = MEASURES[measure](sums(document));
    if (expected === null) expect([value, status]).toEqual([null, "no_variation"]);
    else expect(Math.abs((value as number) - expected)).toBeLessThanOrEqual(tolerance);
    if (measure !== "u_alpha_binary" || expected === null) return;
    // The sums kept per document lead to the same.
    const marked = markedTextAlpha(coverageStatistics(document.length, passesOf(document)));
    expect(Math.abs((marked as number) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it.each(casesOf("u_alpha_pooled"))("$id", ({ data, expected, tolerance }) => {
    const { value } = unitizedAlpha(sums(...data.documents));
    expect(Math.abs((value as number) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it("the book's coding alpha is .724, and a label nobody shares has none", () => {
    const book = sums(datasets.k2019_fig12_11 as Unitized);
    expect(codingUnitizedAlpha(book).value).toBeCloseTo(0.724, 3);
    expect(labelUnitizedAlpha(book, "1")).toMatchObject({ value: 1, status: "ok", coverage: 1 });
    expect(labelUnitizedAlpha(book, "7")).toMatchObject({ value: null, coverage: 0 });
    expect(labelUnitizedAlpha(book, "nowhere")).toMatchObject({ value: null, coverage: null });
  });

  it("overlapping segments of one annotator have no place in it", () => {
    const data = {
      a: [
        [0, 5, "x"],
        [4, 8, "x"],
      ] as Span[],
      b: [],
    };
    expect(() => sums({ length: 10, data })).toThrow(/segment 4-8 overlaps/);
    expect(() => sums({ length: 6, data: { a: [[0, 7, "x"]], b: [] } })).toThrow(RangeError);
  });
});

describe("reference values of label agreement on aligned statements", () => {
  it.each(casesOf("positive_specific_agreement"))("$id", ({ data, expected }) => {
    expect(specificAgreement(data.a, data.b, data.c)).toBe(expected);
    expect(specificAgreement(0, 0, 0)).toBeNull();
  });

  it.each(casesOf("clustered_label_alpha"))("$id", ({ data, expected }) => {
    const passages = data.spans.map(([annotator, start, end], index) => ({
      ...{ annotator, id: String(index) },
      ranges: [{ start, end }],
    }));
    const rows = clusterSpans(passages, data.tau).map((group) => {
      return group.map((index) => data.spans[index]?.[3] as string);
    });
    const alpha = nominalAlpha(ratingsOf(rows));
    expect(alpha.units).toBe(expected.pairable_clusters);
    expect(alpha.value).toBeCloseTo(expected.alpha_nominal, 9);
  });
});
