import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallRange } from "@/tests/support/hostile-text";
import { DocumentText } from "./document-text";
import type { Range, Span } from "./span";
import {
  compareRanges,
  contains,
  coverage,
  covers,
  extent,
  intersectionLength,
  iou,
  makeSpan,
  mergeRanges,
  overlaps,
  overlapsAny,
  sortSpans,
  spansInRole,
  subtractRanges,
} from "./spans";

const range = (start: number, end: number): Range => ({ start, end });
const ranges = fc.array(smallRange, { maxLength: 6 });

/** The definition everything is checked against: a set of positions. */
function positions(set: readonly Range[]): Set<number> {
  const all = new Set<number>();
  for (const { start, end } of set) for (let position = start; position < end; position++) all.add(position);
  return all;
}

describe("ranges", () => {
  it.each([
    [range(0, 5), range(5, 9), false],
    [range(0, 6), range(5, 9), true],
    [range(2, 3), range(0, 9), true],
    [range(3, 3), range(0, 9), false],
    [range(7, 9), range(0, 7), false],
  ])("overlaps(%j, %j) is %s", (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });

  it.each([
    [[range(0, 10)], [range(0, 10)], 1],
    [[range(0, 10)], [range(10, 20)], 0],
    [[range(0, 10)], [range(5, 15)], 1 / 3],
    [[range(0, 5), range(10, 15)], [range(0, 15)], 10 / 15],
    [[range(0, 5), range(3, 10)], [range(0, 10)], 1],
    [[], [], 0],
    [[range(4, 4)], [range(0, 9)], 0],
  ])("iou(%j, %j) is %d", (a, b, expected) => {
    expect(iou(a, b)).toBe(expected);
  });

  it("merges what overlaps or touches and subtracts what is covered", () => {
    expect(mergeRanges([range(5, 7), range(0, 3), range(3, 4), range(6, 9), range(2, 2)])).toEqual([
      range(0, 4),
      range(5, 9),
    ]);
    expect(subtractRanges([range(0, 10)], [range(2, 4), range(3, 5), range(9, 20)])).toEqual([
      range(0, 2),
      range(5, 9),
    ]);
    expect(extent([range(5, 7), range(0, 3)])).toEqual(range(0, 7));
    expect(() => extent([])).toThrow(RangeError);
  });

  it("agree with sets of positions", () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const [inA, inB] = [positions(a), positions(b)];
        const shared = [...inA].filter((position) => inB.has(position)).length;
        const union = new Set([...inA, ...inB]).size;
        expect(coverage(a)).toBe(inA.size);
        expect(intersectionLength(a, b)).toBe(shared);
        expect(overlapsAny(a, b)).toBe(shared > 0);
        expect(iou(a, b)).toBe(union === 0 ? 0 : shared / union);
        expect(positions(mergeRanges(a))).toEqual(inA);
        expect(positions(subtractRanges(a, b))).toEqual(new Set([...inA].filter((position) => !inB.has(position))));
        expect(covers(a, b)).toBe([...inB].every((position) => inA.has(position)));
      }),
    );
  });

  it("IoU is symmetric, within 0 and 1, and 1 for the same positions", () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        expect(iou(a, b)).toBe(iou(b, a));
        expect(iou(a, b)).toBeGreaterThanOrEqual(0);
        expect(iou(a, b)).toBeLessThanOrEqual(1);
        if (coverage(a) > 0) expect(iou(a, a.toReversed())).toBe(1);
      }),
    );
  });

  it("merged ranges are sorted, apart and stay as they are", () => {
    fc.assert(
      fc.property(ranges, (a) => {
        const merged = mergeRanges(a);
        expect(mergeRanges(merged)).toEqual(merged);
        for (const [index, { start, end }] of merged.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(merged[index - 1]?.end ?? -1);
        }
      }),
    );
  });

  it("containing goes both ways only for equal ranges", () => {
    fc.assert(
      fc.property(smallRange, smallRange, (a, b) => {
        expect(contains(a, b) && contains(b, a)).toBe(compareRanges(a, b) === 0);
      }),
    );
  });
});

describe("spans", () => {
  const span = (role: string, start: number, end: number): Span => ({ role, start, end, quote: "x" });

  it("are stored by role, then start, then end; unknown roles last", () => {
    const sorted = [
      span("content", 3, 9),
      span("content", 12, 20),
      span("cue", 0, 2),
      span("source", 0, 1),
      span("source", 0, 2),
      span("addressee", 0, 2),
      span("medium", 0, 2),
    ];
    expect(sortSpans(sorted.toReversed(), ["content", "cue", "source"])).toEqual(sorted);
    expect(spansInRole(sorted.toReversed(), "source")).toEqual([span("source", 0, 1), span("source", 0, 2)]);
  });

  it("sort the same from any order", () => {
    const some = fc.array(
      fc
        .tuple(fc.constantFrom("content", "cue", "verb", "act"), smallRange)
        .map(([role, { start, end }]) => span(role, start, end)),
    );
    fc.assert(
      fc.property(some, (spans) => {
        const sorted = sortSpans(spans, ["content", "cue"]);
        expect(sortSpans(spans.toReversed(), ["content", "cue"])).toEqual(sorted);
        expect(sortSpans(sorted, ["content", "cue"])).toEqual(sorted);
      }),
    );
  });

  it("are made with the words they cover, and never empty or outside", () => {
    const text = new DocumentText("👩‍👩‍👧 said");
    expect(makeSpan(text, "cue", { start: 6, end: 10 })).toEqual({ role: "cue", start: 6, end: 10, quote: "said" });
    expect(() => makeSpan(text, "cue", { start: 6, end: 6 })).toThrow(/span 6-6 is empty/);
    expect(() => makeSpan(text, "cue", { start: 6, end: 11 })).toThrow(/position 11 outside text of 10/);
  });
});
