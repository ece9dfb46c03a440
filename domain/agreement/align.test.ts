import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Range } from "@/domain/text/span";
import { iou } from "@/domain/text/spans";
import { type AlignedPair, pairSpans } from "./align";
import { clusterSpans } from "./cluster-spans";
import { spanF1 } from "./span-f1";

const passage = fc
  .array(fc.tuple(fc.nat(24), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 2 })
  .map((parts): Range[] => parts.map(([start, length]) => ({ start, end: start + length })));
const passages = fc.array(passage, { maxLength: 6 });

/** Number of pairs and sum of IoU of every possible matching; the best of them. */
function best(a: Range[][], b: Range[][], threshold: number, byCount: boolean): [number, number] {
  const better = (one: [number, number], other: [number, number]) =>
    (byCount && one[0] !== other[0] ? one[0] > other[0] : one[1] > other[1]) ? one : other;
  const from = (index: number, free: Range[][]): [number, number] => {
    const mine = a[index];
    if (!mine) return [0, 0];
    let most = from(index + 1, free);
    for (const other of free) {
      const score = iou(mine, other);
      if (score === 0 || score < threshold) continue;
      const [count, sum] = from(
        index + 1,
        free.filter((one) => one !== other),
      );
      most = better([count + 1, sum + score], most);
    }
    return most;
  };
  return from(0, b);
}

const sumOf = (pairs: AlignedPair[]) => pairs.reduce((sum, pair) => sum + pair.iou, 0);

describe("pairSpans", () => {
  it.each([0, 0.3, 0.5] as const)(
    "threshold %d: as many pairs, and as much overlap, as any matching has",
    (threshold) => {
      fc.assert(
        fc.property(passages, passages, (a, b) => {
          const byCount = pairSpans(a, b, { threshold });
          const [count, sum] = best(a, b, threshold, true);
          expect(byCount).toHaveLength(count);
          expect(sumOf(byCount)).toBeCloseTo(sum, 9);
          const byOverlap = pairSpans(a, b, { threshold, objective: "overlap" });
          expect(sumOf(byOverlap)).toBeCloseTo(best(a, b, threshold, false)[1], 9);
          for (const pair of byCount) expect(pair.iou).toBe(iou(a[pair.a] as Range[], b[pair.b] as Range[]));
        }),
        { numRuns: 60 },
      );
    },
  );

  it("finds as much from either side and wherever the text begins", () => {
    fc.assert(
      fc.property(passages, passages, fc.nat(1000), (a, b, shift) => {
        const pairs = pairSpans(a, b);
        const turned = pairSpans(b, a);
        expect(turned).toHaveLength(pairs.length);
        expect(sumOf(turned)).toBeCloseTo(sumOf(pairs), 9);
        const moved = (set: Range[][]) =>
          set.map((one) => one.map(({ start, end }) => ({ start: start + shift, end: end + shift })));
        expect(pairSpans(moved(a), moved(b))).toEqual(pairs);
      }),
    );
  });

  it("takes a discontinuous passage as a whole", () => {
    const quote = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ];
    expect(pairSpans([quote], [[{ start: 0, end: 30 }]])).toEqual([{ a: 0, b: 0, iou: 2 / 3 }]);
    expect(pairSpans([quote], [[{ start: 0, end: 9 }]])).toEqual([]);
  });

  it("matches many passages", () => {
    const many = Array.from({ length: 3000 }, (_, index) => [{ start: index * 10, end: index * 10 + 12 }]);
    expect(pairSpans(many, many.toReversed())).toHaveLength(3000);
  });
});

describe("spanF1", () => {
  it("is symmetric and within 0 and 1 by every rule", () => {
    const labelled = fc.array(fc.record({ ranges: passage, label: fc.constantFrom("x", "y", null) }), { maxLength: 6 });
    fc.assert(
      fc.property(
        labelled,
        labelled,
        fc.constantFrom(1, 0.5, 0, "any_overlap" as const, "character" as const),
        fc.boolean(),
        (a, b, rule, byLabel) => {
          const value = spanF1(a, b, { rule, labelled: byLabel });
          const turned = spanF1(b, a, { rule, labelled: byLabel });
          if (a.length + b.length === 0) {
            expect([value, turned]).toEqual([null, null]);
            return;
          }
          expect(value).toBeCloseTo(turned as number, 12);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(spanF1(a, a, { rule, labelled: byLabel })).toBe(a.length === 0 ? null : 1);
        },
      ),
    );
  });
});

describe("clusterSpans", () => {
  const marked = fc
    .array(fc.record({ annotator: fc.constantFrom("A", "B", "C"), ranges: passage }), { maxLength: 8 })
    .map((list) => list.map((one, index) => ({ ...one, id: String(index) })));

  it("puts each passage into one group with at most one from each annotator", () => {
    fc.assert(
      fc.property(marked, (list) => {
        const groups = clusterSpans(list);
        expect(groups.flat().sort((x, y) => x - y)).toEqual(list.map((_, index) => index));
        for (const group of groups) {
          const annotators = group.map((index) => list[index]?.annotator);
          expect(new Set(annotators).size).toBe(group.length);
        }
      }),
    );
  });

  it("gives the same groups from any order", () => {
    const idsOf = (list: { id: string }[], groups: number[][]) =>
      groups
        .map((group) =>
          group
            .map((index) => list[index]?.id ?? "")
            .sort()
            .join(),
        )
        .sort();
    fc.assert(
      fc.property(marked, (list) => {
        const turned = list.toReversed();
        expect(idsOf(turned, clusterSpans(turned))).toEqual(idsOf(list, clusterSpans(list)));
      }),
    );
  });
});
