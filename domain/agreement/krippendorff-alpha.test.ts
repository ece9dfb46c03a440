import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nominalAlphaInterval } from "./alpha-interval";
import { cohenKappa, confusionTable } from "./cohen-kappa";
import { jackknifeError } from "./jackknife";
import { alphaByDistance, intervalAlpha, nominalAlpha, ordinalAlpha, ratioDistance } from "./krippendorff-alpha";
import { groupRatings, ratingsOf } from "./ratings";
import { scottPi } from "./scott-pi";

const LEVELS = [0, 1, 2, 3, 4];
const rating = fc.option(fc.constantFrom(...LEVELS), { freq: 4 });
const rows = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(rating, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 25 }),
  );
type Rows = (number | null)[][];

const of = (table: Rows) => ratingsOf(table, LEVELS);
const scores = LEVELS;
const MEASURES: [string, (table: Rows) => number | null][] = [
  ["nominal", (table) => nominalAlpha(of(table)).value],
  ["ordinal", (table) => ordinalAlpha(of(table)).value],
  ["interval", (table) => intervalAlpha(of(table), scores).value],
];

/** Equal but for rounding; null only with null. */
function expectSame(one: number | null, other: number | null): void {
  if (one === null || other === null) expect(one).toBe(other);
  else expect(Math.abs(one - other)).toBeLessThan(1e-9);
}

describe.each(MEASURES)("%s alpha of any ratings", (_, alpha) => {
  it("does not depend on the order of units or annotators", () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (table, random) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, place: random.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ item }) => item);
        expectSame(alpha(shuffled(table)), alpha(table));
        const order = shuffled([...(table[0] as (number | null)[]).keys()]);
        expectSame(alpha(table.map((row) => order.map((at) => row[at] ?? null))), alpha(table));
      }),
    );
  });

  it("does not change with units that fewer than two rated", () => {
    fc.assert(
      fc.property(rows, rating, (table, lonely) => {
        const width = (table[0] as unknown[]).length;
        const more = [lonely, ...new Array(width - 1).fill(null)];
        expectSame(alpha([...table, more]), alpha(table));
      }),
    );
  });

  it("is never above 1, and 1 when everybody always agrees on more than one label", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const value = alpha(table);
        if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
        const agreed = table.map((row) => row.map(() => row[0] ?? 0));
        const own = alpha(agreed);
        expectSame(own, new Set(agreed.map(([label]) => label)).size > 1 ? 1 : null);
      }),
    );
  });
});

describe("alpha", () => {
  it("nominal: the closed form is the matrix form, and label names do not matter", () => {
    fc.assert(
      fc.property(rows, fc.shuffledSubarray(LEVELS, { minLength: 5 }), (table, names) => {
        const value = nominalAlpha(of(table));
        const matrix = alphaByDistance(of(table), (one, other) => (one === other ? 0 : 1));
        expectSame(matrix.value, value.value);
        expect([matrix.status, matrix.units]).toEqual([value.status, value.units]);
        const renamed = table.map((row) => row.map((label) => (label === null ? null : (names[label] as number))));
        expectSame(nominalAlpha(of(renamed)).value, value.value);
      }),
    );
  });

  it("ordinal: the closed form is the matrix form, and only the order of levels matters", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const counts = LEVELS.map(
          (level) =>
            table
              .filter((row) => row.filter((one) => one !== null).length > 1)
              .flat()
              .filter((one) => one === level).length,
        );
        const distance = (one: number, other: number) => {
          const [low, high] = one < other ? [one, other] : [other, one];
          let between = 0;
          for (let level = low; level <= high; level++) between += counts[level] as number;
          return (between - ((counts[low] as number) + (counts[high] as number)) / 2) ** 2;
        };
        const value = ordinalAlpha(of(table)).value;
        expectSame(alphaByDistance(of(table), distance).value, value);
        const wider = table.map((row) => row.map((level) => (level === null ? null : level * level + 3)));
        expectSame(ordinalAlpha(ratingsOf(wider, [1, 2, 3, 4, 5, 7, 12, 19, 20])).value, value);
      }),
    );
  });

  it("interval: the closed form is the matrix form, in any unit and from any zero", () => {
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: -2000, max: 2000 }),
        (table, unit, zero) => {
          const value = intervalAlpha(of(table), scores).value;
          expectSame(alphaByDistance(of(table), (one, other) => (one - other) ** 2).value, value);
          expectSame(
            intervalAlpha(
              of(table),
              scores.map((score) => unit * score + zero),
            ).value,
            value,
          );
        },
      ),
    );
  });

  it("ratio: distances as in the definition", () => {
    expect([ratioDistance(0, 0), ratioDistance(0, 3), ratioDistance(1, 3)]).toEqual([0, 1, 0.25]);
    const canonical: Rows = [
      [1, 1, null, 1],
      [2, 2, 3, 2],
      [3, 3, 3, 3],
      [3, 3, 3, 3],
      [2, 2, 2, 2],
      [1, 2, 3, 4],
      [4, 4, 4, 4],
      [1, 1, 2, 1],
      [2, 2, 2, 2],
      [null, 5, 5, 5],
      [null, null, 1, 1],
      [null, null, 3, null],
    ];
    expect(alphaByDistance(ratingsOf(canonical, [0, 1, 2, 3, 4, 5]), ratioDistance).value).toBeCloseTo(0.797, 3);
  });

  it("does not fall when one of two annotators is doubled: the two copies always agree", () => {
    const pair = fc.tuple(fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 25 }), (pairs) => {
        const before = nominalAlpha(of(pairs)).value;
        const after = nominalAlpha(of(pairs.map(([one, other]) => [one, other, one]))).value;
        if (before !== null && after !== null) expect(after).toBeGreaterThan(before - 1e-9);
      }),
    );
  });

  it("nominal is pi + (1 - pi) / n of two annotators with complete data", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS)), { minLength: 2 }),
        (pairs) => {
          const table = confusionTable(
            pairs.map(([one]) => one),
            pairs.map(([, other]) => other),
            5,
          );
          const pi = scottPi(table).value;
          expectSame(nominalAlpha(of(pairs)).value, pi === null ? null : pi + (1 - pi) / (2 * pairs.length));
        },
      ),
    );
  });

  it("jackknife: what is left without each document is alpha of the rest", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 6 }), (table, documents) => {
        const starts = Int32Array.from({ length: documents + 1 }, (_, at) =>
          Math.floor((at * table.length) / documents),
        );
        const { error, value, documents: used } = nominalAlphaInterval(of(table), starts);
        const parts = [...starts.slice(0, -1)].map((start, at) => [start, starts[at + 1] as number] as const);
        const pairable = (row: readonly unknown[]) => row.filter((label) => label !== null).length > 1;
        const leftOut = parts
          .filter(([start, end]) => table.slice(start, end).some(pairable))
          .map(([start, end]) => nominalAlpha(of(table.filter((_, unit) => unit < start || unit >= end))).value);
        expect(used).toBe(leftOut.length);
        if (value === null || leftOut.includes(null) || leftOut.length < 2) expect(error).toBeNaN();
        else expectSame(error, jackknifeError(value, leftOut as number[]));
      }),
    );
  });

  it("groups ratings in any order, and refuses what is not there", () => {
    const grouped = groupRatings(Int32Array.of(2, 0, 2, 0), Int32Array.of(1, 0, 0, 1), 3, 2);
    expect([[...grouped.starts], [...grouped.labels]]).toEqual([
      [0, 2, 2, 4],
      [0, 1, 1, 0],
    ]);
    expect(() => groupRatings(Int32Array.of(3), Int32Array.of(0), 3, 1)).toThrow(/unit 3, there are 3/);
    expect(() => groupRatings(Int32Array.of(0), Int32Array.of(1), 3, 1)).toThrow(/label 1, there are 1/);
    expect(() => ratingsOf([["a"]], ["b"])).toThrow(/label a is not among/);
  });
});

describe("kappa", () => {
  it("is exactly 0 when one annotator is constant, whatever the agreement", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LEVELS), { minLength: 2 }), (labels) => {
        const { value } = cohenKappa(
          confusionTable(
            labels.map(() => 1),
            labels,
            5,
          ),
        );
        expect(value).toBe(labels.every((label) => label === 1) ? null : 0);
      }),
    );
  });

  it("with quadratic weights does not depend on the unused ends of the scale being declared", () => {
    const [one, other] = [
      [1, 2, 3, 2, 1],
      [1, 3, 3, 2, 2],
    ];
    const kappa = (size: number) => cohenKappa(confusionTable(one, other, size), "quadratic").value;
    expect(kappa(9)).toBeCloseTo(kappa(4) as number, 12);
  });
});
