import { expect, test } from "vitest";
import { standsFor, survivors } from "./survivors";

const entry = (id: string, mergedIntoId: string | null = null) => ({ id, mergedIntoId });
const entries = [entry("a"), entry("b", "a"), entry("c", "b"), entry("d"), entry("x", "y"), entry("y", "x")];

test.each([
  ["a", "a"],
  ["b", "a"],
  ["c", "a"],
  ["d", "d"],
  ["nobody", "nobody"],
])("%s leads to %s", (id, root) => {
  expect(survivors(entries)(id)).toBe(root);
});

test("a circle ends", () => {
  expect(["x", "y"]).toContain(survivors(entries)("x"));
});

test("an entry stands for itself and all that was merged into it", () => {
  expect(standsFor(entries, "a").sort()).toEqual(["a", "b", "c"]);
  expect(standsFor(entries, "d")).toEqual(["d"]);
});
