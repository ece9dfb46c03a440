import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign";

/** Tries every assignment. */
function best(weights: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
  const options = weights[row];
  if (!options) return 0;
  let most = best(weights, row + 1, taken);
  for (const [column, weight] of options.entries()) {
    if (taken.has(column)) continue;
    most = Math.max(most, weight + best(weights, row + 1, new Set([...taken, column])));
  }
  return most;
}

const matrix = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
  fc.array(
    fc.array(
      fc.oneof(
        fc.constant(0),
        fc.integer({ min: 1, max: 12 }).map((n) => n / 12),
      ),
      { minLength: columns, maxLength: columns },
    ),
    {
      minLength: rows,
      maxLength: rows,
    },
  ),
);

describe("assign", () => {
  it.each([
    [[], []],
    [[[]], [null]],
    [[[0]], [null]],
    [[[0.2, 0]], [0]],
    [
      [
        [0.5, 0.4],
        [0.4, 0],
      ],
      [1, 0],
    ],
    [
      [[1], [2], [0]],
      [null, 0, null],
    ],
  ])("%j", (weights, expected) => {
    expect(assign(weights)).toEqual(expected);
  });

  it("finds the greatest total, as trying everything does, and takes no column twice", () => {
    fc.assert(
      fc.property(matrix, (weights) => {
        const columns = assign(weights);
        const used = columns.filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
        const total = columns.reduce<number>(
          (sum, column, row) => sum + (column === null ? 0 : (weights[row]?.[column] as number)),
          0,
        );
        expect(total).toBeCloseTo(best(weights), 9);
        for (const [row, column] of columns.entries())
          if (column !== null) expect(weights[row]?.[column]).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
