import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LaneBlock, type LaneItem, type LaneMeasures, planLane, STRETCH } from "./plan-lane";

const measures: LaneMeasures = { card: 52, line: 28, gap: 6, perRow: 8, reach: 64 };
/** A text in which every stretch is as high as the next. */
const stretch = (number: number) => ({ top: number * 300, height: 300 });
const item = (start: number): LaneItem => ({ id: `s${start}`, start, top: Math.floor(start / 2) });
const items = (...starts: number[]) => starts.map(item);

const heightOf = ({ kind, ids }: LaneBlock) =>
  kind === "stack" ? Math.ceil(ids.length / measures.perRow) * measures.line : measures[kind];

describe("the lane of cards", () => {
  it("gives each its two lines where there is room", () => {
    const plan = planLane(items(0, 200, 400), { measures, stretch, open: null });
    expect(plan).toEqual([
      { kind: "card", ids: ["s0"], top: 0 },
      { kind: "card", ids: ["s200"], top: 100 },
      { kind: "card", ids: ["s400"], top: 200 },
    ]);
  });

  it("gives one line each in a crowd and tabs in a larger one, and the next stretch keeps its cards", () => {
    const crowd = items(0, 90, 180, 270, 360, 450, 540);
    expect(planLane(crowd, { measures, stretch, open: null }).map(({ kind }) => kind)).toEqual(crowd.map(() => "line"));
    const throng = Array.from({ length: 20 }, (_, at) => item(at * 30));
    const plan = planLane([...throng, item(900)], { measures, stretch, open: null });
    expect(plan.map(({ kind, ids }) => [kind, ids.length])).toEqual([
      ["stack", 20],
      ["card", 1],
    ]);
    expect(plan[1]?.top).toBe(450);
  });

  it("folds what an open card covers into tabs below it, in order, and moves nothing that it does not touch", () => {
    const others = items(0, 200, 500, 800, 1000, 1800);
    const open = { top: 150, height: 400, at: 2 };
    expect(planLane(others, { measures, stretch, open })).toEqual([
      { kind: "card", ids: ["s0"], top: 0 },
      { kind: "card", ids: ["s200"], top: 150 - 58 },
      { kind: "stack", ids: ["s500", "s800"], top: 556 },
      { kind: "line", ids: ["s1000"], top: 590 },
      { kind: "card", ids: ["s1800"], top: 900 },
    ]);
  });

  it("puts what comes before into tabs above an open card that had to stand higher than its passage", () => {
    const plan = planLane(items(400, 600, 1100), { measures, stretch, open: { top: 150, height: 400, at: 2 } });
    expect(plan.map(({ kind, ids, top }) => [kind, ids.join(), top])).toEqual([
      ["stack", "s400,s600", 116],
      ["line", "s1100", 556],
    ]);
  });

  it("shows every statement once, none over another, none over the open card", () => {
    const place = fc.record({
      starts: fc.array(fc.nat({ max: 6 * STRETCH }), { maxLength: 80 }),
      open: fc.option(fc.record({ top: fc.nat({ max: 1500 }), height: fc.integer({ min: 60, max: 700 }) })),
      at: fc.nat({ max: 80 }),
    });
    fc.assert(
      fc.property(place, ({ starts, open, at }) => {
        const list = [...new Set(starts)].sort((a, b) => a - b).map(item);
        const card = open && { ...open, at: Math.min(at, list.length) };
        const plan = planLane(list, { measures, stretch, open: card });
        expect(plan.flatMap(({ ids }) => ids).sort()).toEqual(list.map(({ id }) => id).sort());
        const boxes = plan.map((block) => ({ top: block.top, end: block.top + heightOf(block) }));
        if (card) boxes.push({ top: card.top, end: card.top + card.height });
        boxes.sort((a, b) => a.top - b.top);
        for (const [place, box] of boxes.entries()) {
          expect(box.top - (boxes[place - 1]?.end ?? -Infinity)).toBeGreaterThanOrEqual(measures.gap - 1e-6);
        }
      }),
    );
  });

  it("keeps every card within a stretch of its passage, however many there are", () => {
    const many = Array.from({ length: 2000 }, (_, at) => item(at * 41));
    const byId = new Map(many.map((one) => [one.id, one]));
    for (const { ids, top } of planLane(many, { measures, stretch, open: null })) {
      for (const id of ids) expect(Math.abs(top - (byId.get(id)?.top ?? 0))).toBeLessThan(300);
    }
  });
});
