import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nominalAlphaInterval } from "@/domain/agreement/alpha-interval";
import { levelAlpha } from "@/domain/agreement/alpha-of-sums";
import type { ScaleStatistics } from "@/domain/agreement/attribute-statistics";
import { attributeStatistics } from "@/domain/agreement/attribute-statistics";
import type { Coefficient } from "@/domain/agreement/coefficient";
import { cohenKappa, confusionTable, type KappaWeights } from "@/domain/agreement/cohen-kappa";
import { fleissKappa } from "@/domain/agreement/fleiss-kappa";
import { gwetAc1 } from "@/domain/agreement/gwet-ac";
import { jackknifeError } from "@/domain/agreement/jackknife";
import { intervalAlpha, nominalAlpha, ordinalAlpha } from "@/domain/agreement/krippendorff-alpha";
import { agreementByRating, agreementByUnit } from "@/domain/agreement/percent-agreement";
import { type Ratings, ratingsOf } from "@/domain/agreement/ratings";
import { addScale, emptyScale, withoutScale } from "@/domain/agreement/scale-sums";
import { scottPi } from "@/domain/agreement/scott-pi";

type Label = string | number;
type Rows = (Label | null)[][];
interface Case {
  id: string;
  measure: string;
  data: string;
  expected: number | null;
  tolerance: number;
  core: boolean;
  params?: { level: "nominal" | "ordinal" };
}

const golden: { datasets: Record<string, { units: Rows }>; cases: Case[] } = JSON.parse(
  readFileSync(new URL("./agreement.json", import.meta.url), "utf8"),
);

const rowsOf = (name: string): Rows => golden.datasets[name]?.units ?? [];
const sortedLabels = (rows: Rows): Label[] =>
  [...new Set(rows.flat())].filter((label) => label !== null).sort((a, b) => (a < b ? -1 : 1));
const ratings = (name: string): Ratings => ratingsOf(rowsOf(name), sortedLabels(rowsOf(name)));
const scores = (name: string) => sortedLabels(rowsOf(name)).map(Number);

function tableOf(name: string): number[][] {
  const order = sortedLabels(rowsOf(name));
  const column = (at: number) => rowsOf(name).map((row) => (row[at] === null ? null : order.indexOf(row[at] as Label)));
  return confusionTable(column(0), column(1), order.length);
}
const kappa = (weights: KappaWeights) => (name: string) => cohenKappa(tableOf(name), weights);

const MEASURES: Record<string, (name: string) => Coefficient> = {
  pa_unit_mean: (name) => agreementByUnit(ratings(name)),
  pa_rating_weighted: (name) => agreementByRating(ratings(name)),
  alpha_nominal: (name) => nominalAlpha(ratings(name)),
  alpha_ordinal: (name) => ordinalAlpha(ratings(name)),
  alpha_interval: (name) => intervalAlpha(ratings(name), scores(name)),
  cohen_kappa_unweighted: kappa("unweighted"),
  cohen_kappa_equal: kappa("linear"),
  cohen_kappa_squared: kappa("quadratic"),
  scott_pi: (name) => scottPi(tableOf(name)),
  fleiss_kappa: (name) => fleissKappa(ratings(name)),
  ac1: (name) => gwetAc1(ratings(name), sortedLabels(rowsOf(name)).length),
};

describe("reference values of agreement on labels", () => {
  const cases = golden.cases.filter(({ measure }) => measure in MEASURES);

  it("has the cases", () => {
    expect(cases.length).toBe(196);
    expect(Object.keys(MEASURES).filter((measure) => !cases.some((one) => one.measure === measure))).toEqual([]);
  });

  it.each(cases)("$id", ({ measure, data, expected, tolerance }) => {
    const { value, status } = (MEASURES[measure] as (name: string) => Coefficient)(data);
    if (expected === null) {
      expect(value).toBeNull();
      expect(status).not.toBe("ok");
    } else {
      expect(status).toBe("ok");
      expect(Math.abs((value as number) - expected)).toBeLessThanOrEqual(tolerance);
    }
  });

  it.each([
    ["edge_one_category", "no_variation"],
    ["edge_one_unit_agree", "no_variation"],
    ["edge_no_overlap", "no_pairable_units"],
  ])("%s is %s", (name, status) => {
    expect(nominalAlpha(ratings(name))).toMatchObject({ value: null, status });
  });
});

describe("standard errors", () => {
  it.each([
    ["cohen1960_p45", 0.051, 0.831],
    ["agresti1992", 0.0567, null],
  ] as const)("Cohen's kappa of %s", (name, error, greatest) => {
    const result = cohenKappa(tableOf(name));
    expect(result.error).toBeCloseTo(error, 3);
    if (greatest !== null) expect(result.greatest).toBeCloseTo(greatest, 3);
  });

  it("Cohen's own weights of 1968", () => {
    const disagreement = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    const weights = disagreement.map((row) => row.map((weight) => 1 - weight / 6));
    expect(cohenKappa(tableOf("cohen1968"), weights).value).toBeCloseTo(0.348, 3);
  });

  it.each(golden.cases.filter(({ measure }) => measure === "alpha_se_jackknife"))("$id", (one) => {
    const { error } = one.params?.level === "ordinal" ? ordinalJackknife(one.data) : nominalJackknife(one.data);
    expect(Math.abs(error - (one.expected as number))).toBeLessThanOrEqual(one.tolerance);
  });
});

/** Each unit as a document of its own. */
function nominalJackknife(name: string) {
  const data = ratings(name);
  return nominalAlphaInterval(
    data,
    Int32Array.from({ length: data.units + 1 }, (_, unit) => unit),
  );
}

function ordinalJackknife(name: string) {
  const rows = rowsOf(name).map((row) => row.map((label) => (label === null ? null : String(label))));
  const scale = sortedLabels(rowsOf(name)).map((value) => ({ value: String(value), score: Number(value) }));
  const attribute = { key: "level", measure: "ordinal", values: [], scale } as const;
  const parts = rows.flatMap((row) => {
    const sums = attributeStatistics(attribute, [row]).scale as ScaleStatistics;
    return sums.units > 0 ? [sums] : [];
  });
  const all = emptyScale(attribute) as ScaleStatistics;
  for (const part of parts) addScale(all, part, 1);
  const alpha = (sums: ScaleStatistics) =>
    levelAlpha(sums.kind === "levels" ? sums.coincidences : [], scale.length, null)?.value as number;
  return {
    error: jackknifeError(
      alpha(all),
      parts.map((part) => alpha(withoutScale(all, part))),
    ),
  };
}
