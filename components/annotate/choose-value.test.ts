import { describe, expect, test } from "vitest";
import { findField, findValue } from "@/domain/codebook/find-field";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import { chooseFieldValue, chooseStance, valueAtPlace } from "./choose-value";

const empty = emptyContent({ role: "content", start: 0, end: 1, quote: "x" });
const stance = (targetId: string, value: string | null = null) => ({ targetId, value, basis: null });

describe("choosing a stance", () => {
  test("fills the stance that has none yet, and takes it back when chosen there again", () => {
    const content = { ...empty, stances: [stance("t1", "oppose"), stance("t2")] };
    const chosen = chooseStance(codebook, content, { value: "support" }, null);
    expect(chosen?.content.stances.map(({ value }) => value)).toEqual(["oppose", "support"]);
    const back = chooseStance(codebook, chosen?.content ?? content, { value: "support" }, "stances.1.value");
    expect(back?.content.stances[1]?.value).toBeNull();
  });

  test("fills the stance with the focus", () => {
    const content = { ...empty, stances: [stance("t1"), stance("t2")] };
    const chosen = chooseStance(codebook, content, { value: "oppose" }, "stances.1.basis");
    expect(chosen?.content.stances.map(({ value }) => value)).toEqual([null, "oppose"]);
  });

  test("fills the basis", () => {
    const content = { ...empty, stances: [stance("t1", "oppose")] };
    const chosen = chooseStance(codebook, content, { basis: "inferred" }, null);
    expect(chosen?.content.stances).toEqual([{ targetId: "t1", value: "oppose", basis: "inferred" }]);
  });

  test("does nothing without a stance", () => {
    expect(chooseStance(codebook, empty, { value: "oppose" }, null)).toBeNull();
  });
});

describe("choosing a field's value", () => {
  test("takes the value at its place in the question that has the focus", () => {
    expect(valueAtPlace(codebook, { ...empty, stances: [stance("t1")] }, "fields.form", 1)).toMatchObject({
      content: { fields: { form: "direct" }, stances: [{ value: null }] },
      words: "Form: Direct",
    });
    expect(valueAtPlace(codebook, empty, "fields.form", 9)).toBeNull();
    expect(valueAtPlace(codebook, empty, "stances.0.value", 1)).toBeNull();
    expect(valueAtPlace(codebook, empty, null, 1)).toBeNull();
  });

  test("takes the same value back", () => {
    const field = findField(codebook, "sourcing");
    const value = findValue(field?.values ?? [], "named_person");
    if (!field || !value) throw new Error("the default codebook asks for the sourcing");
    const chosen = chooseFieldValue(empty, field, value);
    expect(chosen.content.fields).toEqual({ sourcing: "named_person" });
    expect(chooseFieldValue(chosen.content, field, value).content.fields).toEqual({});
  });
});
