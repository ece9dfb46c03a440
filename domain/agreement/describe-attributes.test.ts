import { describe, expect, it } from "vitest";
import { Codebook } from "@/domain/codebook/codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Statement } from "@/domain/statement/statement";
import { describeAttributes, toAgreementStatement } from "./describe-attributes";

const field = {
  ...{ label: "L", definition: "", type: "single", measure: "nominal", required: false, enabled: true },
  values: [
    { key: "b", label: "B", definition: "", score: 3 },
    { key: "a", label: "A", definition: "", score: 1 },
    { key: "off", label: "Off", definition: "", score: null },
    { key: "out", label: "Out", definition: "" },
  ],
};
const codebook = Codebook.parse({
  ...defaultCodebook,
  fields: [
    { ...field, key: "constructor" },
    { ...field, key: "level", measure: "ordinal" },
    { ...field, key: "speaker", measure: "interval" },
    { ...field, key: "sourcing", shownWhen: { subject: "depth", is: "at_least", value: 1 } },
    { ...field, key: "several", type: "multiple" },
    { ...field, key: "flag", type: "flag", values: [] },
    { ...field, key: "amount", type: "number", measure: "interval", values: [] },
    { ...field, key: "words", type: "text", values: [] },
    { ...field, key: "gone", enabled: false },
  ],
});

const statement = {
  id: "s",
  spans: [{ role: "content", start: 10, end: 17, quote: "“Well.”" }],
  ...{ speakerId: null, chain: [], stances: [], fields: {} },
} as unknown as Statement;
const labels = (content: Partial<Statement>) => toAgreementStatement({ ...statement, ...content }, codebook).labels;

describe("attributes of a codebook", () => {
  it("are stance, sourcing, speaker, target and the other fields that can be compared", () => {
    expect(describeAttributes(codebook).map(({ key, measure }) => `${key} ${measure}`)).toEqual([
      "stance ordinal",
      "sourcing nominal",
      "speaker nominal",
      "target nominal",
      "constructor nominal",
      "level ordinal",
      "field.speaker interval",
      "several nominal",
      "flag nominal",
      "amount interval",
    ]);
  });

  it("declare levels from lowest to highest, without what is off the scale", () => {
    const [stance, ...others] = describeAttributes(codebook);
    expect(stance?.scale.map(({ value }) => value)).not.toContain("mixed");
    expect(stance?.scale.map(({ score }) => score)).toEqual(
      stance?.scale.map(({ score }) => score).sort((a, b) => a - b),
    );
    expect(stance?.values).toEqual([...defaultCodebook.stance.values.map(({ key }) => key), "none"]);
    expect(others.find(({ key }) => key === "level")).toMatchObject({
      values: ["b", "a", "off", "out"],
      scale: [
        { value: "a", score: 1 },
        { value: "b", score: 3 },
      ],
    });
  });
});

describe("labels of a statement", () => {
  it("not filled in is null; no stance is a label", () => {
    expect(labels({})).toEqual({
      ...{ stance: "none", target: "none", speaker: null, sourcing: null, constructor: null, level: null },
      ...{ "field.speaker": null, several: null, flag: null, amount: null },
    });
    expect(labels({ stances: [{ targetId: "t", value: null, basis: null }] })).toMatchObject({
      stance: null,
      target: "t",
    });
  });

  it("are the canonical answers to the questions that were asked", () => {
    const fields = {
      constructor: "a",
      speaker: "off",
      several: ["b", "a"],
      flag: false,
      amount: 0,
      sourcing: "a",
      words: "x",
    };
    const answered = { fields, speakerId: "p", stances: [{ targetId: "t", value: "oppose", basis: null }] };
    expect(labels(answered)).toEqual({
      ...{ stance: "oppose", target: "t", speaker: "p", constructor: "a", level: null, "field.speaker": "off" },
      ...{ several: "a,b", flag: "false", amount: "0", sourcing: null },
    });
    expect(labels({ ...answered, chain: ["outlet", "p"] })).toMatchObject({ sourcing: "a" });
  });

  it("come with the content as it is compared", () => {
    expect(toAgreementStatement(statement, codebook).ranges).toEqual([{ start: 11, end: 15 }]);
  });
});
