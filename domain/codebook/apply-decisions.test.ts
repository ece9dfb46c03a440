import { describe, expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { concerns, convertAnswer, mapContent } from "./apply-decisions";
import type { Codebook } from "./codebook";
import { findField } from "./find-field";
import { type Effect, isRefusedInUse, listEffects } from "./list-effects";
import { defaultCodebook } from "./templates/default-codebook";

const target = "0193b3c8-0000-7000-8000-000000000001";
const content: StatementContent = {
  ...emptyContent({ role: "content", start: 0, end: 3, quote: "The" }),
  fields: { sourcing: "document", channel: "document", frames: ["a", "b"] },
  stances: [{ targetId: target, value: "mixed", basis: null }],
};

function effectsOf(change: (codebook: Codebook) => void): { after: Codebook; effects: Effect[] } {
  const after = structuredClone(defaultCodebook);
  change(after);
  return { after, effects: listEffects(defaultCodebook, after) };
}

const valuesOf = (codebook: Codebook, key: string) => findField(codebook, key)?.values ?? [];

describe("effects", () => {
  test("what only says the same better has none", () => {
    const { effects } = effectsOf((c) => {
      c.guidelines = "Other";
      c.fields.reverse();
      Object.assign(valuesOf(c, "sourcing")[0] ?? {}, { label: "X", definition: "Y", shortcut: "z" });
      valuesOf(c, "sourcing").push({ key: "leak", label: "Leak", definition: "A leak." });
      Object.assign(findField(c, "channel") ?? {}, { enabled: false });
    });
    expect(effects).toEqual([]);
  });

  test.each<[string, (codebook: Codebook) => void, string[], boolean]>([
    [
      "a retired value",
      (c) => Object.assign(valuesOf(c, "sourcing").find(({ key }) => key === "document") ?? {}, { retired: true }),
      ["fields.sourcing.document value_retired"],
      true,
    ],
    [
      "a stance value retired",
      (c) => Object.assign(c.stance.values[3] ?? {}, { retired: true }),
      ["stance.values.mixed value_retired"],
      true,
    ],
    ["a value removed", (c) => valuesOf(c, "certainty").shift(), ["fields.certainty.certain value_removed"], false],
    ["a question removed", (c) => c.fields.shift(), ["fields.sourcing field_removed"], true],
    [
      "a type",
      (c) => Object.assign(findField(c, "channel") ?? {}, { type: "multiple" }),
      ["fields.channel.type type_changed"],
      true,
    ],
    [
      "a question that is now required",
      (c) => Object.assign(findField(c, "certainty") ?? {}, { required: true }),
      ["fields.certainty.required answer_required"],
      true,
    ],
    ["a required source", (c) => Object.assign(c.roles[2] ?? {}, { min: 1 }), ["roles.source fragments_changed"], true],
    ["a role removed", (c) => c.roles.splice(1, 1), ["roles.cue role_removed"], false],
  ])("%s", (_what, change, ids, concerned) => {
    const { after, effects } = effectsOf(change);
    expect(effects.map(({ id, kind }) => `${id} ${kind}`)).toEqual(ids);
    expect(effects.map((effect) => concerns(effect, after, content))).toEqual([concerned]);
    expect(effects.some(isRefusedInUse)).toBe(/removed/.test(ids[0] ?? ""));
  });

  test("a required question concerns only statements it is asked of", () => {
    const { after, effects } = effectsOf((c) =>
      Object.assign(findField(c, "anonymity_stated") ?? {}, { required: true }),
    );
    const ask = (sourcing: string) =>
      effects.map((effect) => concerns(effect, after, { ...content, fields: { sourcing } }));
    expect(ask("document")).toEqual([false]);
    expect(ask("unnamed_bare")).toEqual([true]);
  });
});

describe("mappings", () => {
  const retire = (list: string, value: string): Effect => ({
    ...{ id: `${list}.${value}`, kind: "value_retired", list, value, into: null, words: "" },
  });
  const map = (effect: Effect, to: string) => mapContent(effect, { action: "map", to }, defaultCodebook, content);

  test("a value of one question only, and of all stances", () => {
    expect(map(retire("fields.sourcing", "document"), "other_media")).toEqual({
      ...content,
      fields: { ...content.fields, sourcing: "other_media" },
    });
    expect(map(retire("stance.values", "mixed"), "unclear")?.stances).toEqual([
      { targetId: target, value: "unclear", basis: null },
    ]);
  });

  test("of several values: the others stay, none twice", () => {
    expect(map(retire("fields.frames", "a"), "c")?.fields.frames).toEqual(["c", "b"]);
    expect(map(retire("fields.frames", "a"), "b")?.fields.frames).toEqual(["b"]);
  });

  test.each([
    ["multiple", "document", ["document"]],
    ["multiple", "nowhere", undefined],
    ["single", ["document"], "document"],
    ["single", ["document", "statement"], undefined],
    ["text", 4, "4"],
    ["text", "document", undefined],
    ["number", " -1.5 ", -1.5],
    ["number", "about 3", undefined],
    ["flag", "yes", undefined],
  ] as const)("an answer as %s: %j", (type, answer, converted) => {
    const channel = findField(defaultCodebook, "channel");
    expect(channel && convertAnswer({ ...channel, type }, answer as string)).toEqual(converted);
  });
});
