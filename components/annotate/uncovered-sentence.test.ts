import { expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import { findUncovered } from "./uncovered-sentence";

const sentences = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 22, end: 30 },
];
const over = (start: number, end: number, role = "content") => ({
  content: emptyContent({ role, start, end, quote: "x" }),
});

test.each([
  ["the first, while there are no statements", [], 0, 0],
  ["the one the position is in", [], 15, 11],
  ["the next after a covered one", [over(2, 5)], 4, 11],
  ["the next after one that several cover", [over(12, 15), over(2, 5), over(1, 14)], 0, 22],
  ["from between two sentences, the one after", [over(2, 5)], 10, 11],
  ["only content covers", [over(2, 5, "cue")], 0, 0],
] as const)("%s", (_, statements, position, start) => {
  expect(findUncovered(sentences, statements, position)?.start).toBe(start);
});

test("none is left", () => {
  expect(findUncovered(sentences, [over(0, 30)], 0)).toBeNull();
  expect(findUncovered(sentences, [], 30)).toBeNull();
  expect(findUncovered([], [], 0)).toBeNull();
});
