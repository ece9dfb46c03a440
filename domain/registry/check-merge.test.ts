import { expect, test } from "vitest";
import { mergeProblem } from "./check-merge";

const entry = (id: string, more: { mergedIntoId?: string; fixed?: boolean; retired?: boolean } = {}) => ({
  ...{ id, name: id.toUpperCase(), mergedIntoId: null },
  ...more,
});

test.each([
  ["two of the same", entry("a"), entry("b"), null],
  ["into the outlet", entry("a"), entry("outlet", { fixed: true }), null],
  ["a retired one into another", entry("a", { retired: true }), entry("b"), null],
  ["into itself", entry("a"), entry("a"), /itself/],
  ["the outlet", entry("outlet", { fixed: true }), entry("a"), /always there/],
  ["one that is merged", entry("a", { mergedIntoId: "c" }), entry("b"), /split it off/],
  ["into one that is merged", entry("a"), entry("b", { mergedIntoId: "c" }), /choose that one/],
  ["into one that is retired", entry("a"), entry("b", { retired: true }), /retired/],
])("%s", (_name, from, into, problem) => {
  const found = mergeProblem(from, into);
  if (problem === null) expect(found).toBeNull();
  else expect(found).toMatch(problem);
});
