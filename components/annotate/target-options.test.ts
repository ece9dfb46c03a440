import { expect, test } from "vitest";
import type { Target } from "@/domain/contract/registry";
import { emptyContent } from "@/domain/statement/content";
import { targetByNumber, targetOptions } from "./target-options";

const target = (key: string, mergedIntoId: string | null = null): Target => ({
  ...{ id: key.toLowerCase(), key, name: `Target ${key}`, description: "", proposed: false, mergedIntoId },
});
const targets = [target("T1"), target("T2"), target("T3"), target("T4", "t1")];
const about = (...ids: string[]) => ({
  ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }),
  stances: ids.map((targetId) => ({ targetId, value: null, basis: null })),
});

test("recent targets come first, the latest at the top; merged and taken ones are left out", () => {
  const ids = (options: ReturnType<typeof targetOptions>) => options.map(({ id }) => id);
  expect(ids(targetOptions(targets, { left: new Set(), before: [] }))).toEqual(["t1", "t2", "t3"]);
  expect(ids(targetOptions(targets, { left: new Set(), before: [about("t3"), about("t2")] }))).toEqual([
    "t2",
    "t3",
    "t1",
  ]);
  expect(ids(targetOptions(targets, { left: new Set(["t2"]), before: [about("t2")] }))).toEqual(["t1", "t3"]);
});

test("a number names its target once it can be no other", () => {
  expect(targetByNumber(targets, "2")).toBe("t2");
  expect(targetByNumber(targets, "4")).toBeNull();
  expect(targetByNumber(targets, "")).toBeNull();
  expect(targetByNumber(targets, "T2")).toBeNull();
  const many = [...targets, target("T12"), target("T120")];
  expect(targetByNumber(many, "1")).toBeNull();
  expect(targetByNumber(many, "12")).toBeNull();
  expect(targetByNumber(many, "120")).toBe("t120");
});
