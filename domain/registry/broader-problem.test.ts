import { expect, test } from "vitest";
import { broaderProblem } from "./broader-problem";

const target = (id: string, broaderId?: string, mergedIntoId: string | null = null) => ({
  ...{ id, name: id, mergedIntoId },
  ...(broaderId && { broaderId }),
});
// c under b under a; x and y in a circle that damage left.
const targets = [
  ...[target("a"), target("b", "a"), target("c", "b"), target("d"), target("gone", undefined, "d")],
  ...[target("x", "y"), target("y", "x")],
];

test.each([
  ["d", null, null],
  ["d", "c", null],
  ["a", "d", null],
  ["a", "a", /itself/],
  ["a", "b", /stands under this one/],
  ["a", "c", /stands under this one/],
  ["d", "gone", /merged/],
  ["d", "nowhere", /not in the registry/],
  ["d", "x", null],
])("%s under %s", (id, broaderId, problem) => {
  const found = broaderProblem(targets, id, broaderId);
  if (problem === null) expect(found).toBeNull();
  else expect(found).toMatch(problem);
});
