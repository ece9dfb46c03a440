import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareLines } from "./share-lines";

const LINE = 40;
const lines = (first: number, last = first) => ({ first: first * LINE, last: last * LINE });

describe("bars beside the lines of a text", () => {
  it.each([
    { name: "none", bars: [], places: [] },
    { name: "one line", bars: [lines(2)], places: [[80, 120]] },
    {
      name: "several lines",
      bars: [lines(0, 2), lines(3)],
      places: [
        [0, 120],
        [120, 160],
      ],
    },
    {
      name: "one ends where another begins",
      bars: [lines(0, 1), lines(1, 2)],
      places: [
        [0, 60],
        [60, 120],
      ],
    },
    {
      name: "three in one line, of which the last goes on",
      bars: [lines(0), lines(0), lines(0, 1)],
      places: [
        [0, 40 / 3],
        [40 / 3, 80 / 3],
        [80 / 3, 80],
      ],
    },
  ])("$name", ({ bars, places }) => {
    const found = shareLines(bars, LINE).map(({ top, height }) => [top, top + height]);
    expect(found.flat().map(Math.round)).toEqual(places.flat().map(Math.round));
  });

  it("never lays one over another, however they follow each other", () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 })), { maxLength: 30 });
    fc.assert(
      fc.property(steps, fc.double({ min: -1, max: 1, noNaN: true }), (walk, jitter) => {
        let at = 0;
        const bars = walk.map(([gap, length], place) => {
          const first = at + gap;
          at = first + length;
          return { first: first * LINE + (place % 2) * jitter, last: at * LINE };
        });
        const places = shareLines(bars, LINE);
        for (const [place, { top, height }] of places.entries()) {
          expect(height).toBeGreaterThan(0);
          const before = places[place - 1];
          if (before) expect(top).toBeGreaterThanOrEqual(before.top + before.height - 2);
        }
      }),
    );
  });
});
