import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Field, FieldCondition } from "./codebook";
import { enabledFields, enabledRoles, findField, findRole, findValue, offeredValues } from "./find-field";
import { depthOf, isShown, shownFields } from "./is-shown";

const field = (shownWhen?: FieldCondition, enabled = true): Field => ({
  ...(findField(defaultCodebook, "channel") as Field),
  shownWhen,
  enabled,
});
const content = {
  chain: ["outlet", "x"],
  fields: { sourcing: "document", frame: ["conflict"], off: false, count: 2, words: "" },
};

describe("isShown", () => {
  it.each<[FieldCondition | undefined, boolean]>([
    [undefined, true],
    [{ subject: "depth", is: "at_least", value: 1 }, true],
    [{ subject: "depth", is: "at_least", value: 2 }, false],
    [{ subject: "count", is: "at_least", value: 2 }, true],
    [{ subject: "count", is: "at_least", value: 3 }, false],
    [{ subject: "sourcing", is: "at_least", value: 0 }, false],
    [{ subject: "sourcing", is: "one_of", value: ["document", "firsthand"] }, true],
    [{ subject: "sourcing", is: "one_of", value: ["firsthand"] }, false],
    [{ subject: "sourcing", is: "one_of" }, false],
    [{ subject: "frame", is: "one_of", value: ["economic", "conflict"] }, true],
    [{ subject: "depth", is: "one_of", value: ["1"] }, true],
    [{ subject: "sourcing", is: "set" }, true],
    [{ subject: "off", is: "set" }, false],
    [{ subject: "words", is: "set" }, false],
    [{ subject: "form", is: "set" }, false],
    [{ subject: "constructor", is: "set" }, false],
  ])("%j: %s", (condition, shown) => {
    expect(isShown(field(condition), content)).toBe(shown);
    expect(isShown(field(condition, false), content)).toBe(false);
  });

  it("asks about depth only once there is a speaker", () => {
    const condition = field({ subject: "depth", is: "at_least", value: 0 });
    expect(depthOf({ chain: [] })).toBeNull();
    expect(isShown(condition, { chain: [], fields: {} })).toBe(false);
    expect(isShown(condition, { chain: ["outlet"], fields: {} })).toBe(true);
  });

  it("asks the default codebook's questions of the outlet's own voice and of others", () => {
    const keys = (chain: string[], fields: Record<string, string>) =>
      shownFields(defaultCodebook, { chain, fields }).map((one) => one.key);
    expect(keys(["outlet"], {})).toEqual(["sourcing", "form", "claim_type", "polarity", "certainty"]);
    expect(keys(["outlet", "x"], { sourcing: "unnamed_bare" })).toEqual(
      enabledFields(defaultCodebook).map((one) => one.key),
    );
  });
});

describe("looking things up", () => {
  it("finds by key or gives null", () => {
    expect(findField(defaultCodebook, "form")?.label).toBe("Form");
    expect(findField(defaultCodebook, "toString")).toBeNull();
    expect(findRole(defaultCodebook, "target")?.enabled).toBe(false);
    expect(findValue(defaultCodebook.stance.values, "mixed")?.score).toBeNull();
    expect(enabledRoles(defaultCodebook).map((role) => role.key)).toEqual(["content", "cue", "source"]);
  });

  it("offers retired values only where they are chosen already", () => {
    const values = [
      { key: "a", label: "A", definition: "" },
      { key: "b", label: "B", definition: "", retired: true },
    ];
    expect(offeredValues(values).map((value) => value.key)).toEqual(["a"]);
    expect(offeredValues(values, "b").map((value) => value.key)).toEqual(["a", "b"]);
  });
});
