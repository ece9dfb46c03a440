import { expect, test } from "vitest";
import { expectedFinish } from "./expected-finish";
import { IDLE, timeSpent } from "./time-spent";

const NOW = Date.parse("2026-03-29T12:00:00Z");
const DAY = 24 * 60 * 60 * 1000;

test.each<[string, number[], number]>([
  ["nothing", [], 0],
  ["one change", [NOW], 0],
  ["changes in any order", [NOW + 60_000, NOW, NOW + 20_000], 60_000],
  ["a pause just short of idle", [NOW, NOW + IDLE], IDLE],
  ["an idle pause", [NOW, NOW + IDLE + 1], 0],
  ["work, lunch, work", [NOW, NOW + 60_000, NOW + 3_600_000, NOW + 3_630_000], 90_000],
  ["two at the same moment", [NOW, NOW, NOW + 1000], 1000],
])("time spent: %s", (_name, moments, spent) => {
  expect(timeSpent(moments)).toBe(spent);
});

test.each<[string, number[], number, number, string | null]>([
  ["nothing finished", [], 5, 0, null],
  ["nothing left", [NOW - DAY], 0, 1, null],
  ["one a day", [NOW - 1.5 * DAY, NOW - 0.5 * DAY], 10, 1, "2026-04-08"],
  ["older than two weeks", [NOW - 15 * DAY], 3, 0, null],
  ["today only", [NOW - 1000, NOW - 2000, NOW - 3000], 4, 3, "2026-03-31"],
])("pace: %s", (_name, finished, remaining, perDay, expectedOn) => {
  expect(expectedFinish(finished, remaining, NOW)).toEqual({ perDay, expectedOn });
});
