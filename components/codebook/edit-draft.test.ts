import { describe, expect, test } from "vitest";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { asKind, keyFrom, kindOf, moveTo, newField, stanceScale, withoutValue } from "./edit-draft";

test.each([
  ["Other media", [], "other_media"],
  ["Other media", ["other_media"], "other_media_2"],
  ["Übung: «да» 👩‍👩‍👧", [], "ubung"],
  ["123", [], "value"],
  ["", [], ""],
  ["x".repeat(80), [], "x".repeat(36)],
])("the key of “%s” beside %j is %s", (label, taken, key) => {
  expect(keyFrom(label, taken)).toBe(key);
});

test.each([
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 9, "acb"],
  [1, -1, "bac"],
  [1, 1, "abc"],
])("from %i to %i: %s", (from, to, order) => {
  expect(moveTo(["a", "b", "c"], from, to).join("")).toBe(order);
});

describe("kinds", () => {
  test.each(["single", "multiple", "scale", "flag", "text", "number"] as const)("%s and back", (kind) => {
    expect(kindOf(asKind(newField(), kind))).toBe(kind);
    const sourcing = defaultCodebook.fields[0] ?? newField();
    const there = asKind(asKind(sourcing, "multiple"), "single");
    expect(there).toEqual(sourcing);
  });
});

test.each([2, 3, 5, 7] as const)("a stance of %i points has them in order and loses no value", (points) => {
  const values = stanceScale(points, defaultCodebook.stance.values);
  const offered = values.filter(({ retired }) => !retired);
  const scores = offered.flatMap(({ score }) => score ?? []);
  expect(scores).toHaveLength(points);
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  for (const { key } of defaultCodebook.stance.values) expect(values.map((value) => value.key)).toContain(key);
  const problems = checkCodebook({ ...defaultCodebook, stance: { ...defaultCodebook.stance, values } });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a removed value takes along what proposed it", () => {
  const form = defaultCodebook.fields.findIndex(({ proposals }) => proposals?.some((one) => "value" in one));
  const proposed = defaultCodebook.fields[form]?.proposals?.flatMap((one) => ("value" in one ? one.value : []))[0];
  const place = defaultCodebook.fields[form]?.values.findIndex(({ key }) => key === proposed) ?? -1;
  const after = withoutValue(defaultCodebook, form, place);
  expect(JSON.stringify(after.fields[form]?.proposals)).not.toContain(`"value":"${proposed}"`);
  expect(after.fields[form]?.values).toHaveLength((defaultCodebook.fields[form]?.values.length ?? 0) - 1);
});
