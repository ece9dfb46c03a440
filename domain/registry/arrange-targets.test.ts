import { expect, test } from "vitest";
import { arrangeTargets } from "./arrange-targets";

const target = (id: string, broaderId?: string) => ({ id, ...(broaderId && { broaderId }) });

test("those under a target follow it, orphans and circles stand at the top, and nobody is lost", () => {
  const targets = [
    ...[target("c", "b"), target("a"), target("d"), target("b", "a")],
    ...[target("orphan", "gone"), target("x", "y"), target("y", "x")],
  ];
  expect(arrangeTargets(targets).map(({ target: { id }, depth }) => `${id}${depth}`)).toEqual([
    ...["a0", "b1", "c2", "d0", "orphan0", "x0", "y1"],
  ]);
});
