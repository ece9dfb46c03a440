import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cohenKappa, confusionTable } from "@/domain/agreement/cohen-kappa";
import { fleissKappa } from "@/domain/agreement/fleiss-kappa";
import { gwetAc1 } from "@/domain/agreement/gwet-ac";
import { intervalAlpha, nominalAlpha, ordinalAlpha } from "@/domain/agreement/krippendorff-alpha";
import {
  agreementByRating,
  agreementByUnit,
  agreementOfAll,
  completeUnits,
} from "@/domain/agreement/percent-agreement";
import { ratingsOf } from "@/domain/agreement/ratings";
import { scottPi } from "@/domain/agreement/scott-pi";
import { codingUnitizedAlpha, labelUnitizedAlpha, unitizedAlpha } from "@/domain/agreement/unitizing-alpha";
import { sumUnitizing } from "@/domain/agreement/unitizing-sums";

type Label = number | string;
type Rows = (Label | null)[][];
const { datasets } = JSON.parse(readFileSync(new URL("./agreement.json", import.meta.url), "utf8"));
const rows = (name: string): Rows => datasets[name].units;
const order = (table: Rows) =>
  [...new Set(table.flat())].filter((label) => label !== null).sort((a, b) => (a < b ? -1 : 1));
const ratings = (table: Rows) => ratingsOf(table, order(table));
const table = (data: Rows) => {
  const labels = order(data);
  const column = (at: number) => data.map((row) => (row[at] == null ? null : labels.indexOf(row[at])));
  return confusionTable(column(0), column(1), labels.length);
};
const passes = (data: Record<string, [number, number, string][]>) =>
  Object.values(data).map((spans) => spans.map(([start, end, label]) => ({ start, end, label })));

/* Where well-known programs go wrong: our figure, and the one that must not come out. */
describe("defects of other tools are not ours", () => {
  const value = (found: { value: number | null }, wanted: number, wrong: number) => {
    expect(found.value).toBeCloseTo(wanted, 3);
    expect(Math.abs((found.value as number) - wrong)).toBeGreaterThan(1e-3);
  };

  it("irr: alpha of complete data of more than two coders", () => {
    value(nominalAlpha(ratings(rows("k1980_ex2"))), 0.6417, 0.6348);
    value(nominalAlpha(ratings(rows("fleiss1971"))), 0.4334, 0.4309);
    value(nominalAlpha(ratings([...rows("k1980_ex2"), [null, null, null]])), 0.6417, 0.6348);
  });

  it("irr: units with a gap are not dropped, except where complete units are asked for", () => {
    value(nominalAlpha(ratings(rows("hk2007"))), 0.4765, 0.286);
    value(agreementByRating(ratings(rows("k2011"))), 0.8, 0.625);
    value(agreementByUnit(ratings(rows("k2011"))), 0.818, 0.625);
    value(agreementOfAll(ratings(rows("k2011")), 4), 0.625, 0.8);
    value(fleissKappa(completeUnits(ratings(rows("k2011")), 4)), 0.6415, 0.7373);
  });

  it("DKPro: weighted kappa", () => {
    value(cohenKappa(table(rows("w2")), "quadratic"), 0.833, -0.5);
    value(cohenKappa(table(rows("anxiety")), "quadratic"), 0.297, -0.953);
    value(cohenKappa(table(rows("ap2008_ex2")), "quadratic"), 0.878, 0.511);
  });

  it("DKPro: kappa and pi with missing ratings", () => {
    value(cohenKappa(table(rows("edge_scott_missing"))), 0.4, 0.556);
    value(scottPi(table(rows("edge_scott_missing"))), 0.333, 0.619);
  });

  it("DKPro: ordinal alpha of levels with names is not nominal alpha", () => {
    const named = rows("hk2007").map((row) => row.map((level) => (level === null ? null : `level ${level}`)));
    value(ordinalAlpha(ratings(named)), 0.7598, 0.4765);
  });

  it("DKPro, nltk, irr: one label used by everybody is no perfect reliability", () => {
    const data = ratings(rows("edge_one_category"));
    expect(nominalAlpha(data)).toMatchObject({ value: null, status: "no_variation" });
    expect(intervalAlpha(data, [1])).toMatchObject({ value: null, status: "no_variation" });
    expect(fleissKappa(data)).toMatchObject({ value: null, status: "no_variation" });
    expect(agreementByRating(data)).toMatchObject({ value: 1, status: "ok" });
  });

  it("nltk: missing ratings are no label and no error", () => {
    const gap: Rows = [
      ["a", "a"],
      ["b", null],
      ["b", "b"],
    ];
    expect(nominalAlpha(ratings(gap)).value).toBe(1);
    expect(cohenKappa(table(gap)).value).toBe(1);
  });

  it("irrCAC: a single pairable unit, and a second label only where nobody else rated", () => {
    expect(
      nominalAlpha(
        ratings([
          ["a", "b"],
          ["a", null],
        ]),
      ),
    ).toMatchObject({ value: 0, units: 1 });
    const alone = ratings([
      ["a", "a"],
      ["a", "a"],
      ["b", null],
    ]);
    expect(nominalAlpha(alone)).toMatchObject({ value: null, status: "no_variation" });
    expect(fleissKappa(alone)).toMatchObject({ value: null, status: "no_variation" });
  });

  it("krippendorffsalpha: ordinal is not interval", () => {
    value(ordinalAlpha(ratings(rows("k2011"))), 0.815, 0.849);
  });

  it("quallmer: coding alpha, and a label that nobody shares", () => {
    const { length, data } = datasets.k2019_fig12_11;
    const book = sumUnitizing([{ length, passes: passes(data) }]);
    value(codingUnitizedAlpha(book), 0.724, 0.728);
    expect(labelUnitizedAlpha(book, "7")).toMatchObject({ value: null, coverage: 0 });
  });

  it("krippendorff-unitized-alpha: no character of a segment is lost", () => {
    const { length, data } = datasets.keyphrase;
    value(unitizedAlpha(sumUnitizing([{ length, passes: passes(data) }])), 0.5645, 0.5672);
  });

  it("DKPro: units rated once count for the shares of AC1, and it has no value for one category", () => {
    const pairs: Rows = [
      ["a", "a"],
      ["a", "b"],
      ["b", "b"],
    ];
    expect(gwetAc1(ratings(pairs), 2).value).toBeCloseTo(1 / 3, 12);
    // π of "a" becomes (1 + .5 + 0 + 1) / 4 = .625, p_e 2 · .625 · .375.
    expect(gwetAc1(ratings([...pairs, ["a", null]]), 2).value).toBeCloseTo((2 / 3 - 0.46875) / (1 - 0.46875), 12);
    expect(gwetAc1(ratings([["a", "a"]]), 1).value).toBeNull();
  });
});

/* Data on which those programs disagree with each other. */
describe("edge cases of two coders", () => {
  it.each<[string, Rows, number | null, string, number | null]>([
    [
      "all ratings one category",
      [
        ["a", "a"],
        ["a", "a"],
      ],
      null,
      "no_variation",
      1,
    ],
    [
      "no unit rated twice",
      [
        ["a", null],
        [null, "b"],
      ],
      null,
      "no_pairable_units",
      null,
    ],
    [
      "a single coder",
      [
        ["a", null],
        ["b", null],
      ],
      null,
      "single_annotator",
      null,
    ],
    ["nothing", [], null, "no_pairable_units", null],
    ["one unit, agreement", [["a", "a"]], null, "no_variation", 1],
    ["one unit, disagreement", [["a", "b"]], 0, "ok", 0],
    [
      "one coder constant",
      [
        ["a", "a"],
        ["a", "b"],
        ["a", "a"],
        ["a", "b"],
      ],
      -1 / 6,
      "ok",
      0.5,
    ],
    [
      "two labels swapped",
      [
        ["a", "b"],
        ["b", "a"],
        ["a", "b"],
        ["b", "a"],
      ],
      -0.75,
      "ok",
      0,
    ],
    ["one rare disagreement in twenty", [...new Array(19).fill(["a", "a"]), ["a", "b"]], 0, "ok", 0.95],
  ])("%s", (_, data, alpha, status, raw) => {
    const found = nominalAlpha(ratings(data));
    expect(found.status).toBe(status);
    if (alpha === null) expect(found.value).toBeNull();
    else expect(found.value).toBeCloseTo(alpha, 12);
    expect(agreementByRating(ratings(data)).value).toBe(raw);
  });
});
