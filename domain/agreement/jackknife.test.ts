import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digamma } from "./digamma";
import { jackknifeError, jackknifeInterval } from "./jackknife";
import { logGamma, studentQuantile } from "./student-t";

describe("studentQuantile", () => {
  // Printed tables of Student's distribution.
  it.each([
    [0.975, 1, 12.7062],
    [0.975, 4, 2.7764],
    [0.975, 9, 2.2622],
    [0.975, 29, 2.0452],
    [0.975, 100, 1.984],
    [0.975, 100_000, 1.96],
    [0.95, 4, 2.1318],
    [0.995, 4, 4.6041],
    [0.75, 1, 1],
  ])("%d of %d degrees of freedom is %d", (probability, df, t) => {
    expect(studentQuantile(probability, df)).toBeCloseTo(t, 4);
  });

  it("rests on functions of known values", () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 12);
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 12);
    expect(digamma(100)).toBeCloseTo(4.600161852738087, 12);
  });
});

describe("jackknifeInterval", () => {
  it("of a mean has the standard error of a mean", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
        const n = values.length;
        const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
        const all = mean(values);
        const squares = values.reduce((sum, one) => sum + (one - all) ** 2, 0);
        const leftOut = values.map((_, at) => mean(values.filter((__, other) => other !== at)));
        expect(jackknifeError(all, leftOut)).toBeCloseTo(Math.sqrt(squares / (n * (n - 1))), 6);
      }),
    );
  });

  it("needs five documents, each of which can be missed", () => {
    expect(jackknifeInterval(0.5, [0.5, 0.5, 0.5, 0.5])).toBe("too_few_documents");
    expect(jackknifeInterval(0.5, [0.5, 0.5, null, 0.5, 0.5])).toBe("not_computable");
    expect(jackknifeInterval(0.5, [0.5, 0.5, 0.5, 0.5, 0.5])).toEqual({ low: 0.5, high: 0.5, level: 0.95 });
  });

  it("ends at 1 and at the least that the figure can be", () => {
    const leftOut = [0.2, 0.9, 0.1, 0.8, 0.5];
    expect(jackknifeInterval(0.5, leftOut, { least: 0 })).toMatchObject({ low: 0, high: 1 });
    expect(jackknifeInterval(0.5, leftOut)).toMatchObject({ low: expect.any(Number), high: 1 });
  });
});
