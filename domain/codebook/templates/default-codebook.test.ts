import { describe, expect, it } from "vitest";
import { Codebook, type FieldValue } from "@/domain/codebook/codebook";
import { defaultCodebook as codebook } from "./default-codebook";

const valueLists: [string, FieldValue[]][] = [
  ...codebook.fields.map((field): [string, FieldValue[]] => [`fields.${field.key}`, field.values]),
  ["stance.values", codebook.stance.values],
  ["stance.bases", codebook.stance.bases],
  ["speaker.kinds", codebook.speaker.kinds],
  ["speaker.sectors", codebook.speaker.sectors],
  ["speaker.functions", codebook.speaker.functions],
];

function duplicates(values: (string | undefined)[]): string[] {
  const given = values.filter((value) => value !== undefined);
  return given.filter((value, index) => given.indexOf(value) !== index);
}

function keysOf(values: { key: string }[]): string[] {
  return values.map((value) => value.key);
}

describe("default codebook", () => {
  it("is a codebook, with nothing the schema would drop", () => {
    expect(Codebook.parse(structuredClone(codebook))).toEqual(codebook);
  });

  it("asks what the codebook document lists, in that order", () => {
    expect(keysOf(codebook.roles)).toEqual(["content", "cue", "source", "target", "medium", "addressee"]);
    expect(keysOf(codebook.roles.filter((role) => role.enabled))).toEqual(["content", "cue", "source"]);
    expect(keysOf(codebook.fields.filter((field) => field.enabled))).toEqual([
      "sourcing",
      "anonymity_stated",
      "form",
      "channel",
      "claim_type",
      "polarity",
      "certainty",
    ]);
    expect(keysOf(codebook.fields.filter((field) => field.required))).toEqual(["sourcing", "form"]);
    expect(codebook.stance.values.map((value) => [value.key, value.score])).toEqual([
      ["oppose", -1],
      ["neutral", 0],
      ["support", 1],
      ["mixed", null],
      ["unclear", null],
    ]);
  });

  it.each([["roles", codebook.roles] as const, ["fields", codebook.fields] as const, ...valueLists])(
    "%s: keys and shortcuts are unique",
    (_name, entries) => {
      expect(duplicates(keysOf([...entries]))).toEqual([]);
      expect(duplicates(entries.map((entry) => entry.shortcut))).toEqual([]);
    },
  );

  it("uses no key twice among those that work while a statement is selected", () => {
    const sourcing = codebook.fields.find((field) => field.key === "sourcing");
    const live = [
      ...codebook.roles,
      ...codebook.fields,
      ...(sourcing?.values ?? []),
      ...codebook.stance.values,
      ...codebook.stance.bases,
    ].map((entry) => entry.shortcut);
    expect(duplicates(live)).toEqual([]);
  });

  it.each([
    ...codebook.fields.map((field) => [field.key, field.values] as const),
    ["stance", codebook.stance.values] as const,
  ])("%s: each value has a label, a definition and an example of its own", (_name, values) => {
    for (const value of values) {
      expect(value.definition).toMatch(/\.$/);
      expect(value.example ?? "").not.toBe("");
    }
    expect(duplicates(values.map((value) => value.label))).toEqual([]);
    expect(duplicates(values.map((value) => value.definition))).toEqual([]);
    expect(duplicates(values.map((value) => value.example))).toEqual([]);
  });

  it("offers values exactly where there is something to choose", () => {
    for (const field of codebook.fields) {
      expect(field.values.length > 0, field.key).toBe(field.type === "single" || field.type === "multiple");
    }
  });
});
