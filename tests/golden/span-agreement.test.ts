import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pairSpans } from "@/domain/agreement/align";
import { clusterSpans } from "@/domain/agreement/cluster-spans";
import { type LabelledPassage, type MatchRule, spanF1 } from "@/domain/agreement/span-f1";

type LabelledSpan = [number, number, string];
type Case =
  | {
      id: string;
      measure: "span_f1";
      data: Record<"A" | "B", LabelledSpan[]>;
      expected: Record<string, number> | null;
      tolerance: number;
    }
  | {
      id: string;
      measure: "span_alignment";
      data: Record<"A" | "B", LabelledSpan[]>;
      expected: { pairs: [number, number, number][] };
      tolerance: number;
    }
  | {
      id: string;
      measure: "clustered_label_alpha";
      data: { spans: [string, number, number, string][]; tau: number };
      expected: { clusters: number[][]; units: (string | null)[][] };
    };

const { cases }: { cases: (Case | { measure: "other" })[] } = JSON.parse(
  readFileSync(new URL("./agreement.json", import.meta.url), "utf8"),
);
function casesOf<M extends Case["measure"]>(measure: M) {
  return cases.filter((one): one is Extract<Case, { measure: M }> => one.measure === measure);
}

function passages(spans: LabelledSpan[]): LabelledPassage[] {
  return spans.map(([start, end, label]) => ({ ranges: [{ start, end }], label }));
}

const RULES: Record<string, { rule: MatchRule; labelled: boolean }> = {
  exact_labelled: { rule: 1, labelled: true },
  exact_unlabelled: { rule: 1, labelled: false },
  overlap_labelled: { rule: 0, labelled: true },
  overlap_unlabelled: { rule: 0, labelled: false },
  iou50_unlabelled: { rule: 0.5, labelled: false },
  iou80_unlabelled: { rule: 0.8, labelled: false },
  any_overlap_unlabelled: { rule: "any_overlap", labelled: false },
  char_unlabelled: { rule: "character", labelled: false },
  char_labelled: { rule: "character", labelled: true },
};

describe("reference values of agreement on spans", () => {
  it("has the cases", () => {
    expect(casesOf("span_f1")).toHaveLength(5);
    expect(casesOf("span_alignment")).toHaveLength(1);
    expect(casesOf("clustered_label_alpha")).toHaveLength(1);
  });

  it.each(casesOf("span_f1"))("$id", ({ data, expected, tolerance }) => {
    for (const [name, options] of Object.entries(RULES)) {
      const value = spanF1(passages(data.A), passages(data.B), options);
      if (expected === null) expect(value, name).toBeNull();
      else expect(Math.abs((value as number) - (expected[name] as number)), name).toBeLessThanOrEqual(tolerance);
    }
    if (expected !== null) expect(Object.keys(expected).sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(casesOf("span_alignment"))("$id", ({ data, expected, tolerance }) => {
    const ranges = (spans: LabelledSpan[]) => spans.map(([start, end]) => [{ start, end }]);
    const pairs = pairSpans(ranges(data.A), ranges(data.B), { threshold: 0, objective: "overlap" });
    expect(pairs.map(({ a, b }) => [a, b])).toEqual(expected.pairs.map(([a, b]) => [a, b]));
    for (const [index, [, , iou]] of expected.pairs.entries()) {
      expect(Math.abs((pairs[index]?.iou ?? 0) - iou)).toBeLessThanOrEqual(tolerance);
    }
  });

  it.each(casesOf("clustered_label_alpha"))("$id", ({ data, expected }) => {
    const groups = clusterSpans(
      data.spans.map(([annotator, start, end], index) => ({ annotator, id: String(index), ranges: [{ start, end }] })),
      data.tau,
    );
    expect(groups).toEqual(expected.clusters);
    const units = groups.map((group) =>
      ["A", "B", "C"].map(
        (annotator) => data.spans[group.find((index) => data.spans[index]?.[0] === annotator) ?? -1]?.[3] ?? null,
      ),
    );
    expect(units).toEqual(expected.units);
  });
});
