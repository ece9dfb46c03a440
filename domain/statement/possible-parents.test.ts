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
const deep = statement("deep", [[26, 29]]);
const all = [whole, split, inner, apart];

const ids = (child: typeof whole, nesting: "off" | "one" | "free", among = all) => {
  return possibleParents(child, among, nesting).map(({ id }) => id);
};

test.each([
  ["inner, freely: the tightest enclosing one first", inner, "free", ["split", "whole"]],
  ["split, freely: not what is inside of it", split, "free", ["whole"]],
  ["apart, freely: nothing encloses it", apart, "free", []],
  ["deep, one level: none that has a parent", deep, "one", ["split", "whole"]],
  ["split, one level: it is a parent itself", split, "one", []],
  ["inner, where nothing is nested", inner, "off", []],
] as const)("%s", (_name, child, nesting, expected) => {
  expect(ids(child, nesting)).toEqual(expected);
});

test("a circle in what is stored ends the search", () => {
  const [a, b] = [statement("a", [[0, 5]], "b"), statement("b", [[0, 5]], "a")];
  const within = statement("within", [[1, 2]]);
  expect(ids(within, "free", [a, b, within])).toEqual(["a", "b"]);
});
