import { expect, test } from "vitest";
import { LIKENESS_OF_COPIES, likeness, sketchOf } from "./text-sketch";

const words = (count: number, seed: number) => Array.from({ length: count }, (_, at) => `s${seed}w${at}`).join(" ");
const like = (a: string, b: string) => likeness(sketchOf(a), sketchOf(b));

test("the same words are alike, whatever their case and punctuation", () => {
  expect(like("He said: “No, never again,” twice.", "he said no never\nagain twice")).toBe(1);
  expect(like(words(800, 1), words(800, 1))).toBe(1);
});

test("a wire copy with a new head and a changed word is a copy, another article is none", () => {
  const wire = words(600, 1);
  const copy = `By our correspondent. ${wire.replace("s1w8 ", "eight ")} Additional reporting by nobody at all.`;
  expect(like(wire, copy)).toBeGreaterThan(0.9);
  expect(like(wire, words(600, 2))).toBeLessThan(0.1);
  expect(like(`${wire} ${words(300, 3)}`, wire)).toBeGreaterThan(LIKENESS_OF_COPIES - 0.05);
});

test("the estimate is near the truth: half of the words the same", () => {
  const [a, b, c] = [words(500, 1), words(500, 2), words(500, 3)];
  expect(like(`${a} ${b}`, `${a} ${c}`)).toBeCloseTo(1 / 3, 1);
});

test("short, empty and unspaced texts have sketches too", () => {
  expect([like("", ""), like("", "a"), like("No comment.", "No comment"), like("👩‍👩‍👧", "👩‍👩‍👧")]).toEqual([
    0, 0, 1, 0,
  ]);
  expect(
    like("政府は水曜日に発表した。政府は水曜日に発表した。", "政府は水曜日に発表した。政府は水曜日に発表した！"),
  ).toBe(1);
});
