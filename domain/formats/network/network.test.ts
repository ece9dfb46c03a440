import { describe, expect, it } from "vitest";
import { computeNetwork } from "./network";
import type { NetworkEvent } from "./network-events";
import type { NetworkOptions } from "./network-options";
import { timeWindows } from "./time-windows";

const OPTIONS: NetworkOptions = {
  networkType: "twomode",
  actor: "person",
  qualifierAggregation: "ignore",
  normalization: "no",
  duplicates: "include",
  timeWindow: "no",
  windowSize: 1,
};

function event(actorId: string, targetId: string, agreement: 0 | 1, times = 1, day = "2022-01-31"): NetworkEvent {
  return { actorId, targetId, agreement, times, day };
}

// A is for t 2 times and against once, and for u once; B is for t once and against t 3 times; C is against u.
const EVENTS = [
  ...[event("A", "t", 1, 2), event("A", "t", 0), event("A", "u", 1)],
  ...[event("B", "t", 1), event("B", "t", 0, 3), event("C", "u", 0)],
];

const weights = (options: Partial<NetworkOptions>, events = EVENTS) =>
  Object.fromEntries(
    computeNetwork(events, { ...OPTIONS, ...options }).edges.map(({ source, target, weight }) => [
      `${source}-${target}`,
      weight,
    ]),
  );

describe("two-mode", () => {
  it.each<[Partial<NetworkOptions>, Record<string, number>]>([
    [{ qualifierAggregation: "ignore" }, { "A-t": 3, "A-u": 1, "B-t": 4, "C-u": 1 }],
    [{ qualifierAggregation: "combine" }, { "A-t": 3, "A-u": 1, "B-t": 3, "C-u": 2 }],
    [{ qualifierAggregation: "subtract" }, { "A-t": 1, "A-u": 1, "B-t": -2, "C-u": -1 }],
    [{ normalization: "activity" }, { "A-t": 3 / 4, "A-u": 1 / 4, "B-t": 1, "C-u": 1 }],
    [{ normalization: "prominence" }, { "A-t": 3 / 7, "A-u": 1 / 2, "B-t": 4 / 7, "C-u": 1 / 2 }],
    [
      { qualifierAggregation: "subtract", normalization: "activity" },
      { "A-t": 1 / 4, "A-u": 1 / 4, "B-t": -2 / 4, "C-u": -1 },
    ],
  ])("%o", (options, expected) => expect(weights(options)).toEqual(expected));

  it("has speakers and targets as nodes, with how many stances they are in, and no edge of nothing", () => {
    const balanced = [event("A", "t", 1), event("A", "t", 0)];
    const network = computeNetwork(balanced, { ...OPTIONS, qualifierAggregation: "subtract" });
    expect(network).toEqual({
      nodes: [
        { id: "A", kind: "speaker", frequency: 2 },
        { id: "t", kind: "target", frequency: 2 },
      ],
      edges: [],
    });
  });
});

describe("one-mode", () => {
  const one = { networkType: "onemode" } as const;
  it.each<[Partial<NetworkOptions>, Record<string, number>]>([
    // (2 + 1) × (1 + 3) over t; 1 × 1 over u.
    [{ qualifierAggregation: "ignore" }, { "A-B": 12, "A-C": 1 }],
    // 2 × 1 for and 1 × 3 against.
    [{ qualifierAggregation: "congruence" }, { "A-B": 5 }],
    [{ qualifierAggregation: "conflict" }, { "A-B": 7, "A-C": 1 }],
    [{ qualifierAggregation: "subtract" }, { "A-B": -2, "A-C": -1 }],
    [{ qualifierAggregation: "congruence", normalization: "average" }, { "A-B": 5 / 4 }],
    [{ qualifierAggregation: "congruence", normalization: "cosine" }, { "A-B": 5 / 16 }],
    // Both: 2 × 1 and 1 × 3; only A: u, once.
    [{ qualifierAggregation: "congruence", normalization: "jaccard" }, { "A-B": 5 / 6 }],
  ])("%o", (options, expected) => expect(weights({ ...one, ...options })).toEqual(expected));

  it("gives the same whatever order the events come in", () => {
    expect(weights({ ...one }, EVENTS.toReversed())).toEqual(weights({ ...one }));
  });
});

describe("time windows", () => {
  const days = (timeWindow: NetworkOptions["timeWindow"], windowSize: number, first: string, last: string) =>
    timeWindows([], { first, last }, { ...OPTIONS, timeWindow, windowSize }).map((window) => window.days);

  it.each([
    ["days", 2, "2022-02-27", "2022-03-01", ["2022-02-27/2022-02-28", "2022-02-28/2022-03-01"]],
    ["weeks", 1, "2022-01-01", "2022-01-08", ["2022-01-01/2022-01-07", "2022-01-08/2022-01-14"]],
    ["months", 1, "2022-01-31", "2022-03-01", ["2022-01-31/2022-02-27", "2022-02-28/2022-03-30"]],
    ["years", 1, "2024-02-29", "2024-12-31", ["2024-02-29/2025-02-27"]],
  ] as const)("of %s, %d long", (unit, size, first, last, expected) => {
    expect(days(unit, size, first, last).map((one) => `${one?.from}/${one?.to}`)).toEqual(expected);
  });

  it("hold the events of their days, both ends included", () => {
    const events = ["2022-01-01", "2022-01-02", "2022-01-03"].map((day) => event("A", "t", 1, 1, day));
    const options = { ...OPTIONS, timeWindow: "days", windowSize: 2 } as const;
    const range = { first: "2022-01-01", last: "2022-01-03" };
    expect(timeWindows(events, range, options).map((window) => window.events.length)).toEqual([2, 2]);
  });
});
