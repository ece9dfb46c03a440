import { expect, test } from "vitest";
import { placeBeside } from "./selection-anchor";

const line = (top: number, left: number) => ({ left, right: left, top, bottom: top + 24 });
const range = (top: number, left: number, until: number, bottomLine = top) => ({
  start: line(top, left),
  end: line(bottomLine, until),
});
const pane = { left: 0, right: 360, top: 100, bottom: 700 };
const usual = {
  others: [],
  pane,
  size: { width: 200, height: 40 },
  prefers: "above" as const,
  head: "end" as const,
  gap: 8,
  rightToLeft: false,
};

test.each([
  ["above a selection", { ...usual, main: range(300, 50, 90) }, { left: 50, top: 252 }],
  ["below it by touch", { ...usual, main: range(300, 50, 90), prefers: "below" as const }, { left: 90, top: 332 }],
  [
    "below its last line where there is no room above",
    { ...usual, main: range(110, 50, 90, 206) },
    { left: 90, top: 238 },
  ],
  ["within the pane", { ...usual, main: range(300, 330, 350) }, { left: 152, top: 252 }],
  [
    "at the right end of words that begin there",
    { ...usual, main: range(300, 300, 250), rightToLeft: true },
    { left: 100, top: 252 },
  ],
  [
    "not over another range in the line above",
    { ...usual, main: range(300, 50, 90), others: [range(260, 60, 120)] },
    { left: 90, top: 332 },
  ],
  [
    "around both where it fits between neither",
    { ...usual, main: range(300, 50, 90), others: [range(260, 60, 120), range(340, 60, 120)] },
    { left: 60, top: 212 },
  ],
  [
    "away from the head of a selection that fills the pane",
    { ...usual, main: { start: line(90, 0), end: line(690, 90) } },
    { left: 8, top: 108 },
  ],
])("goes %s", (_, placing, expected) => {
  expect(placeBeside(placing)).toEqual(expected);
});

test("is hidden while the selection is scrolled out of sight", () => {
  expect(placeBeside({ ...usual, main: range(20, 50, 90) })).toBeNull();
  expect(placeBeside({ ...usual, main: range(900, 50, 90) })).toBeNull();
});
