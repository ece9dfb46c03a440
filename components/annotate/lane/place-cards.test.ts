import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeCards, type WantedCard } from "./place-cards";

const card = (top: number, height = 50): WantedCard => ({ top, height });

describe("placing cards beside their passages", () => {
  it.each([
    { name: "nothing", cards: [], room: {}, tops: [] },
    { name: "each at its passage where there is room", cards: [card(0), card(100)], room: {}, tops: [0, 100] },
    { name: "two of one line share the way", cards: [card(100), card(100)], room: {}, tops: [70, 130] },
    {
      name: "a later one is not moved by a crowd",
      cards: [card(0), card(0), card(500)],
      room: {},
      tops: [-30, 30, 500],
    },
    { name: "none above the first line", cards: [card(0), card(0)], room: { from: 0 }, tops: [0, 60] },
    { name: "the fixed one stays", cards: [card(90), card(100), card(110)], room: { fixed: 1 }, tops: [40, 100, 160] },
    { name: "a high fixed one", cards: [card(0), card(10, 400), card(200)], room: { fixed: 1 }, tops: [-50, 10, 420] },
    { name: "a fixed one that is not there", cards: [card(5)], room: { fixed: 3 }, tops: [5] },
  ])("$name", ({ cards, room, tops }) => {
    expect(placeCards(cards, { gap: 10, ...room })).toEqual(tops);
  });

  const cards = fc
    .array(fc.record({ top: fc.integer({ min: 0, max: 2000 }), height: fc.integer({ min: 20, max: 700 }) }), {
      maxLength: 30,
    })
    .map((list) => list.sort((a, b) => a.top - b.top));

  it("keeps the order, lays none over another and the fixed one exactly where it wants", () => {
    fc.assert(
      fc.property(cards, fc.nat({ max: 40 }), (list, fixed) => {
        const tops = placeCards(list, { gap: 8, fixed });
        for (let at = 1; at < list.length; at++) {
          expect((tops[at] ?? 0) - (tops[at - 1] ?? 0) - (list[at - 1]?.height ?? 0)).toBeGreaterThanOrEqual(8 - 1e-6);
        }
        if (list[fixed]) expect(tops[fixed]).toBe(list[fixed].top);
      }),
    );
  });

  it("moves the cards no further than any other way to place them", () => {
    const distance = (list: readonly WantedCard[], tops: readonly number[]) =>
      list.reduce((sum, { top }, at) => sum + ((tops[at] ?? 0) - top) ** 2, 0);
    fc.assert(
      fc.property(
        cards,
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 30, maxLength: 30 }),
        (list, slack) => {
          // Any other placement: the first somewhere, then each below the one before by some slack.
          let next = -200;
          const other = list.map(({ top, height }, at) => {
            const place = Math.max(next, top - 150 + (slack[at] ?? 0));
            next = place + height + 8;
            return place;
          });
          expect(distance(list, placeCards(list, { gap: 8 }))).toBeLessThanOrEqual(distance(list, other) + 1e-3);
        },
      ),
    );
  });

  it("leaves alone what does not touch", () => {
    fc.assert(
      fc.property(cards, (list) => {
        const apart = list.map((one, at) => ({ ...one, top: one.top + at * 800 }));
        expect(placeCards(apart, { gap: 8 })).toEqual(apart.map(({ top }) => top));
      }),
    );
  });
});
