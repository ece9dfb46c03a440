import { expect, test } from "vitest";
import { checkParent, type Relative } from "./check-parent";

const spans = (...ranges: [number, number][]) =>
  ranges.map(([start, end]) => ({ role: "content", start, end, quote: "" }));
const relative = (id: string, parentId: string | null, ...ranges: [number, number][]): Relative => ({
  id,
  parentId,
  spans: spans(...ranges),
});
const others = [
  relative("whole", null, [0, 100]),
  relative("split", null, [0, 10], [50, 60]),
  relative("middle", "whole", [0, 90]),
  relative("child", "self", [20, 30]),
  relative("grandchild", "child", [20, 25]),
  relative("round", "about", [0, 100]),
  relative("about", "round", [0, 100]),
];

type Case = {
  nesting?: "off" | "one" | "free";
  parentId: string | null;
  held?: string | null;
  at?: [number, number][];
  isParent?: boolean;
};
const check = ({ nesting = "free", parentId, held = null, at = [[20, 30]], isParent = false }: Case) =>
  checkParent({
    nesting,
    content: { parentId, spans: spans(...at) },
    previous: { parentId: held },
    family: { id: "self", find: (id) => others.find((one) => one.id === id), isParent },
  }).map(({ severity, code }) => `${severity} ${code}`);

test.each<[string, Case, string[]]>([
  ["none", { parentId: null }, []],
  ["one around it", { parentId: "whole" }, []],
  ["between the fragments of one", { parentId: "split" }, []],
  ["the same words", { parentId: "whole", at: [[0, 100]] }, []],
  ["nesting is off", { nesting: "off", parentId: "whole" }, ["invalid nesting_off"]],
  ["nesting was switched off since", { nesting: "off", parentId: "whole", held: "whole" }, []],
  [
    "nesting is off, and the held one deleted",
    { nesting: "off", parentId: "gone", held: "gone" },
    ["incomplete unknown_parent"],
  ],
  ["one that is not there", { parentId: "gone" }, ["invalid unknown_parent"]],
  ["one that was deleted since", { parentId: "gone", held: "gone" }, ["incomplete unknown_parent"]],
  ["another that is not there", { parentId: "gone", held: "whole" }, ["invalid unknown_parent"]],
  ["itself", { parentId: "self" }, ["invalid nesting_circle"]],
  ["its child", { parentId: "child" }, ["invalid nesting_circle"]],
  ["what is inside its child", { parentId: "grandchild" }, ["invalid nesting_circle"]],
  ["its child, from two writers at once", { parentId: "child", held: "child" }, ["incomplete nesting_circle"]],
  ["a circle of others", { parentId: "round" }, []],
  ["two levels where any depth is allowed", { parentId: "middle", isParent: true }, []],
  ["two levels where one is allowed", { nesting: "one", parentId: "middle" }, ["invalid nesting_too_deep"]],
  [
    "a parent inside another where one is allowed",
    { nesting: "one", parentId: "whole", isParent: true },
    ["invalid nesting_too_deep"],
  ],
  ["too deep since", { nesting: "one", parentId: "middle", held: "middle" }, ["incomplete nesting_too_deep"]],
  ["one level where one is allowed", { nesting: "one", parentId: "whole" }, []],
  ["crossing its edge", { parentId: "whole", at: [[90, 101]] }, ["incomplete outside_parent"]],
  [
    "one fragment outside",
    {
      parentId: "split",
      at: [
        [1, 2],
        [59, 61],
      ],
    },
    ["incomplete outside_parent"],
  ],
  ["no content yet", { parentId: "whole", at: [] }, []],
])("%s", (_name, one, expected) => {
  expect(check(one)).toEqual(expected);
});
