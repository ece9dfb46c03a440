import { describe, expect, test } from "vitest";
import { checkCodebook, isPublishable } from "./check-codebook";
import { Codebook } from "./codebook";
import { DraftCodebook } from "./draft-codebook";
import { defaultCodebook } from "./templates/default-codebook";

const value = (key: string, more: object = {}) => ({ key, label: key.toUpperCase(), definition: "When.", ...more });

const small: Codebook = {
  name: "👩‍👩‍👧 “naïve”",
  guidelines: "Mark.",
  roles: [{ key: "content", label: "Content", definition: "What.", min: 1, max: null, enabled: true }],
  fields: [
    {
      ...{ key: "kind", label: "Kind", definition: "Which.", type: "single", measure: "nominal" },
      ...{ required: true, enabled: true, values: [value("a", { shortcut: "a" }), value("b", { shortcut: "b" })] },
    } as Codebook["fields"][number],
    {
      ...{ key: "why", label: "Why", definition: "Why.", type: "text", measure: "nominal" },
      ...{ required: false, enabled: true, values: [] },
    } as Codebook["fields"][number],
  ],
  stance: {
    ...{ label: "Stance", definition: "Whose.", measure: "ordinal", targets: "fixed" },
    values: [value("con", { score: -1, shortcut: "1" }), value("pro", { score: 1, shortcut: "2" })],
    bases: [value("explicit", { shortcut: "6" })],
  } as Codebook["stance"],
  speaker: { kinds: [value("outlet"), value("unknown")], sectors: [], functions: [] },
  nesting: "off",
  outletVoice: "all",
  snapping: "word",
};

/** The small codebook with one property set, by its path. */
function withSet(path: string, set: unknown): Codebook {
  const copy = structuredClone(small) as unknown as Record<string, unknown>;
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let at: Record<string, unknown> = copy;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  at[last] = set;
  return copy as unknown as Codebook;
}

describe("a codebook without problems", () => {
  test("the one new projects start with, and the smallest", () => {
    expect(checkCodebook(defaultCodebook)).toEqual([]);
    expect(checkCodebook(small)).toEqual([]);
    expect(Codebook.parse(small)).toEqual(small);
  });
});

test.each<[string, unknown, string, "error" | "warning", string?]>([
  ["name", " ", "name", "error"],
  ["guidelines", "", "guidelines", "warning"],
  ["roles.0.key", "words", "roles", "error"],
  ["roles.0.enabled", false, "roles.0.enabled", "error"],
  ["roles.0.min", 0, "roles.0.min", "error"],
  ["roles.0.max", 0, "roles.0.max", "error"],
  ["fields.0.key", "", "fields.0.key", "error"],
  ["fields.0.key", "Kind of", "fields.0.key", "error"],
  ["fields.1.key", "kind", "fields.1.key", "error"],
  ["fields.1.label", "kind", "fields.1.label", "warning"],
  ["fields.0.label", "", "fields.0.label", "error"],
  ["fields.0.values", [value("a")], "fields.0.values", "error"],
  ["fields.0.values.1.retired", true, "fields.0.values", "error"],
  ["fields.0.values.1.key", "a", "fields.0.values.1.key", "error"],
  ["fields.0.values.1.shortcut", "a", "fields.0.values.1.shortcut", "error"],
  ["fields.0.values.1.shortcut", "1", "fields.0.values.1.shortcut", "error"],
  ["fields.0.values.1.shortcut", "ab", "fields.0.values.1.shortcut", "error"],
  ["fields.0.values.1.shortcut", "n", "fields.0.values.1.shortcut", "error"],
  ["fields.0.values.1.definition", "", "fields.0.values.1.definition", "warning"],
  ["fields.0.values.1.mergedInto", "a", "fields.0.values.1.mergedInto", "error"],
  ["fields.0.measure", "ordinal", "fields.0.values", "error"],
  ["fields.0.type", "multiple", "fields.0.type", "error", "none"],
  ["fields.1.values", [value("x")], "fields.1.values", "error"],
  ["fields.1.measure", "ordinal", "fields.1.measure", "error"],
  ["fields.1.shownWhen", { subject: "nowhere", is: "set" }, "fields.1.shownWhen", "error"],
  ["fields.1.shownWhen", { subject: "why", is: "set" }, "fields.1.shownWhen", "error"],
  ["fields.1.shownWhen", { subject: "kind", is: "one_of", value: [] }, "fields.1.shownWhen", "error"],
  ["fields.1.shownWhen", { subject: "kind", is: "one_of", value: ["z"] }, "fields.1.shownWhen", "error"],
  ["fields.1.shownWhen", { subject: "depth", is: "at_least" }, "fields.1.shownWhen", "error"],
  ["fields.0.proposals", [{ value: "z" }], "fields.0.proposals.0", "error"],
  ["stance.values.1.score", -1, "stance.values.1.score", "error"],
  ["stance.values.0.score", null, "stance.values", "error"],
  ["stance.bases", [], "stance.bases", "error"],
  ["speaker.kinds", [value("person")], "speaker.kinds", "error"],
])("%s set to %j is named at %s", (path, set, where, severity, unless) => {
  const codebook = withSet(path, set);
  const problems = checkCodebook(codebook, ["n"]);
  if (unless === "none") return expect(problems).toEqual([]);
  expect(problems.map((problem) => [problem.path, problem.severity])).toContainEqual([where, severity]);
  for (const { message } of problems) expect(message).toMatch(/^[A-Z“].*[.]$/u);
  expect(isPublishable(problems)).toBe(severity === "warning");
});

test("two questions that depend on each other would never be asked", () => {
  const first = withSet("fields.1.shownWhen", { subject: "kind", is: "set" });
  const both = { ...first, fields: first.fields.map((field) => ({ ...field })) };
  if (both.fields[0]) both.fields[0].shownWhen = { subject: "why", is: "set" };
  expect(checkCodebook(both).map(({ path }) => path)).toEqual(["fields.0.shownWhen", "fields.1.shownWhen"]);
});

test("a draft may be as wrong as it likes, and is kept to the letter", () => {
  const wrong = withSet("fields.0.values.1", { key: "", label: "", definition: "", shortcut: "", score: null });
  expect(DraftCodebook.parse(wrong)).toEqual(wrong);
  expect(DraftCodebook.parse(defaultCodebook)).toEqual(defaultCodebook);
});

test("what has no errors parses as a codebook", () => {
  const retired = withSet("fields.0.values", [value("a"), value("b"), value("c", { retired: true, mergedInto: "b" })]);
  expect(isPublishable(checkCodebook(retired))).toBe(true);
  expect(Codebook.parse(retired)).toEqual(retired);
});
