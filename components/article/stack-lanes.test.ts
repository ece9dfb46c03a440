import fc from "fast-check";
import { expect, test } from "vitest";
import { overlapsAny } from "@/domain/text/spans";
import { stackLanes } from "./stack-lanes";

const range = (start: number, end: number) => ({ start, end });

test("what lies over nothing has no lane", () => {
  expect(
    stackLanes(
      new Map([
        ["a", [range(0, 5)]],
        ["b", [range(5, 9)]],
      ]),
    ).size,
  ).toBe(0);
});

test("the inner one is nearest the text", () => {
  const lanes = stackLanes(
    new Map([
      ["outer", [range(0, 90)]],
      ["inner", [range(10, 20)]],
      ["apart", [range(95, 99)]],
    ]),
  );
  expect(lanes).toEqual(
    new Map([
      ["inner", 0],
      ["outer", 1],
    ]),
  );
});

test("fragments around another do not lie over it", () => {
  expect(
    stackLanes(
      new Map([
        ["a", [range(0, 5), range(20, 30)]],
        ["b", [range(6, 19)]],
      ]),
    ).size,
  ).toBe(0);
});

test("one between two far ones shares a lane with neither", () => {
  const lanes = stackLanes(
    new Map([
      ["a", [range(0, 10)]],
      ["b", [range(8, 22)]],
      ["c", [range(20, 30)]],
    ]),
  );
  expect(lanes.get("a")).not.toBe(lanes.get("b"));
  expect(lanes.get("c")).not.toBe(lanes.get("b"));
});

test("whatever overlaps has different lanes", () => {
  const ranges = fc.array(
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })).map(([start, length]) => range(start, start + length)),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.array(ranges, { maxLength: 12 }), (groups) => {
      const lanes = stackLanes(new Map(groups.entries()));
      groups.forEach((a, i) => {
        groups.forEach((b, j) => {
          if (i >= j || !overlapsAny(a, b)) return;
          expect(lanes.has(i) && lanes.has(j)).toBe(true);
          expect(lanes.get(i)).not.toBe(lanes.get(j));
        });
      });
    }),
  );
});
