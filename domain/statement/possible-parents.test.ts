import { expect, test } from "vitest";
import { possibleParents } from "./possible-parents";

const statement = (id: string, parts: [number, number][], parentId: string | null = null) => ({
  id,
  content: { parentId, spans: parts.map(([start, end]) => ({ role: "content", start, end, quote: "" })) },
});

const whole = statement("whole", [[0, 100]]);
const split = statement("split", [
  [10, 20],
  [40, 60],
]);
const inner = statement("inner", [[25, 30]], "split");
const apart = statement("apart", [[200, 210]]);
const all = [whole, split, inner, apart];

const ids = (child: typeof whole, nesting: "off" | "one" | "free", among = all) => {
  const { enclosing, others } = possibleParents(child, among, nesting);
  return [enclosing.map(({ id }) => id), others.map(({ id }) => id)];
};

test.each([
  ["inner, freely: the tightest enclosing one first", inner, "free", [["split", "whole"], ["apart"]]],
  ["split, freely: not what is inside of it", split, "free", [["whole"], ["apart"]]],
  ["apart, freely: nothing encloses it", apart, "free", [[], ["whole", "split", "inner"]]],
  ["apart, one level: none that has a parent", apart, "one", [[], ["whole", "split"]]],
  ["split, one level: it is a parent itself", split, "one", [[], []]],
  ["inner, where nothing is nested", inner, "off", [[], []]],
] as const)("%s", (_name, child, nesting, expected) => {
  expect(ids(child, nesting)).toEqual(expected);
});

test("a circle in what is stored ends the search", () => {
  const [a, b] = [statement("a", [[0, 5]], "b"), statement("b", [[0, 5]], "a")];
  expect(ids(apart, "free", [a, b, apart])).toEqual([[], ["a", "b"]]);
});
