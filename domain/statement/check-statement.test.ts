import { describe, expect, it } from "vitest";
import type { Codebook } from "@/domain/codebook/codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Registry } from "@/domain/contract/registry";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import { checkStatement, type StatementCheck } from "./check-statement";
import { emptyContent, withSpeaker } from "./content";
import type { StatementContent } from "./statement";

const OUTLET = "00000000-0000-7000-8000-000000000001";
const ANNA = "00000000-0000-7000-8000-000000000002";
const OLD_ANNA = "00000000-0000-7000-8000-000000000003";
const TRAM = "00000000-0000-7000-8000-000000000011";
const OLD_TRAM = "00000000-0000-7000-8000-000000000012";
const OTHER = "00000000-0000-7000-8000-000000000021";
const ABSENT = "00000000-0000-7000-8000-0000000000ff";

// 👩‍👩‍👧 is five code points, 𝒜 one: offsets after them differ between code points and UTF-16.
const text = new DocumentText("👩‍👩‍👧 𝒜nna said: “The tram is naïve.”\n \u202Eabc");
const content = makeSpan(text, "content", { start: 17, end: 37 });
const cue = makeSpan(text, "cue", { start: 11, end: 15 });
const source = makeSpan(text, "source", { start: 6, end: 10 });

function speakerRow(
  id: string,
  name: string,
  more: Partial<Registry["speakers"][number]> = {},
): Registry["speakers"][number] {
  return {
    id,
    name,
    kind: "person",
    aliases: [],
    roleTitle: null,
    organisationId: null,
    sector: null,
    function: null,
    country: null,
    fixed: false,
    mergedIntoId: null,
    ...more,
  };
}

const registry: Registry = {
  speakers: [
    speakerRow(OUTLET, "The paper", { kind: "outlet", fixed: true }),
    speakerRow(ANNA, "Anna"),
    speakerRow(OLD_ANNA, "A.", { mergedIntoId: ANNA }),
  ],
  targets: [
    { id: TRAM, key: "T1", name: "The tram", description: null, proposed: false, mergedIntoId: null },
    { id: OLD_TRAM, key: "T2", name: "Trams", description: null, proposed: false, mergedIntoId: TRAM },
  ],
};

const complete: StatementContent = {
  ...withSpeaker(emptyContent(content), ANNA, OUTLET),
  spans: [content, cue, source],
  stances: [{ targetId: TRAM, value: "oppose", basis: "explicit" }],
  fields: { sourcing: "named_person", form: "direct" },
};

function check(change: Partial<StatementContent>, more: Partial<StatementCheck> = {}): string[] {
  const problems = checkStatement({
    text,
    codebook: defaultCodebook,
    registry,
    content: { ...complete, ...change },
    ...more,
  });
  for (const problem of problems) expect(problem.message).toMatch(/^[“A-Z].*[.]$/su);
  return problems.map((problem) => `${problem.severity} ${problem.code} ${problem.path}`);
}

function withField(key: string, change: Partial<Codebook["fields"][number]>): Codebook {
  return {
    ...defaultCodebook,
    fields: defaultCodebook.fields.map((field) => (field.key === key ? { ...field, ...change } : field)),
  };
}

describe("checkStatement", () => {
  it("finds the quotes where the fixture says they are", () => {
    expect([content.quote, cue.quote, source.quote]).toEqual(["“The tram is naïve.”", "said", "𝒜nna"]);
  });

  it("has nothing to say about a finished statement", () => {
    expect(check({})).toEqual([]);
  });

  it("lists what a statement just begun still needs, and refuses none of it", () => {
    expect(check(emptyContent(content))).toEqual([
      "incomplete speaker_missing speakerId",
      "incomplete field_missing fields.sourcing",
      "incomplete field_missing fields.form",
    ]);
  });

  const spanCases: [string, StatementContent["spans"], string[]][] = [
    ["outside the text", [{ ...content, end: 900 }], ["invalid span_outside_text spans.0"]],
    ["empty", [{ ...content, end: content.start }], ["invalid span_empty spans.0"]],
    ["reversed", [{ ...content, start: 30, end: 20 }], ["invalid span_empty spans.0"]],
    ["shifted by UTF-16", [{ ...content, start: 18, end: 38 }], ["invalid quote_mismatch spans.0"]],
    ["normalised quote", [{ ...content, quote: content.quote.normalize("NFD") }], ["invalid quote_mismatch spans.0"]],
    ["only white space", [content, makeSpan(text, "source", { start: 37, end: 39 })], ["invalid span_blank spans.1"]],
    ["unknown role", [content, { ...cue, role: "verb" }], ["invalid unknown_role spans.1"]],
    ["role that is off", [content, { ...cue, role: "medium" }], []],
    ["no content", [cue], ["invalid content_missing spans"]],
    ["two cues", [content, cue, makeSpan(text, "cue", { start: 6, end: 10 })], ["invalid too_many_fragments spans.1"]],
    [
      "fragments of one role overlap",
      [content, source, makeSpan(text, "source", { start: 8, end: 12 })],
      ["invalid fragments_overlap spans.2"],
    ],
    [
      "fragments of one role touch",
      [content, makeSpan(text, "source", { start: 6, end: 8 }), makeSpan(text, "source", { start: 8, end: 10 })],
      [],
    ],
    [
      "content over the cue",
      [makeSpan(text, "content", { start: 13, end: 37 }), cue],
      ["invalid content_overlap spans.1"],
    ],
    ["cue over the source", [content, cue, makeSpan(text, "source", { start: 6, end: 15 })], []],
  ];
  it.each(spanCases)("spans: %s", (_name, spans, problems) => {
    expect(check({ spans })).toEqual(problems);
  });

  it("asks for the fragments that a role needs at least", () => {
    const codebook: Codebook = {
      ...defaultCodebook,
      roles: defaultCodebook.roles.map((role) => (role.key === "cue" ? { ...role, min: 1 } : role)),
    };
    expect(check({ spans: [content] }, { codebook })).toEqual(["incomplete role_missing spans"]);
  });

  const speakerCases: [string, Partial<StatementContent>, string[]][] = [
    ["unknown", { speakerId: ABSENT, chain: [OUTLET, ABSENT] }, ["invalid unknown_speaker speakerId"]],
    ["merged", { speakerId: OLD_ANNA, chain: [OUTLET, OLD_ANNA] }, ["invalid merged_speaker speakerId"]],
    [
      "chain without a speaker",
      { speakerId: null },
      ["invalid chain_without_speaker chain", "incomplete speaker_missing speakerId"],
    ],
    ["empty chain", { chain: [] }, ["invalid chain_end chain"]],
    ["chain that ends elsewhere", { chain: [OUTLET] }, ["invalid chain_end chain"]],
    ["chain that starts elsewhere", { chain: [ANNA] }, ["invalid chain_start chain.0"]],
    ["unknown relayer", { chain: [OUTLET, ABSENT, ANNA] }, ["invalid unknown_speaker chain.1"]],
    ["the outlet's own voice", { speakerId: OUTLET, chain: [OUTLET] }, []],
  ];
  it.each(speakerCases)("speaker: %s", (_name, change, problems) => {
    expect(check(change)).toEqual(problems);
  });

  it("codes the outlet's own voice as the project wants it", () => {
    const voice = { speakerId: OUTLET, chain: [OUTLET] };
    const codebook = (outletVoice: Codebook["outletVoice"]): Codebook => ({ ...defaultCodebook, outletVoice });
    const fields = { ...complete.fields, claim_type: "demand" };
    expect(check(voice, { codebook: codebook("none") })).toEqual(["incomplete outlet_voice_off speakerId"]);
    expect(check({}, { codebook: codebook("none") })).toEqual([]);
    expect(check(voice, { codebook: codebook("checkable") })).toEqual([]);
    expect(check({ ...voice, fields }, { codebook: codebook("checkable") })).toEqual([
      "incomplete outlet_voice_not_checkable fields.claim_type",
    ]);
  });

  const stanceCases: [string, StatementContent["stances"], string[]][] = [
    [
      "not chosen yet",
      [{ targetId: TRAM, value: null, basis: null }],
      ["incomplete stance_value_missing stances.0.value", "incomplete stance_basis_missing stances.0.basis"],
    ],
    [
      "unknown value",
      [{ targetId: TRAM, value: "hates", basis: "explicit" }],
      ["invalid unknown_value stances.0.value"],
    ],
    ["unknown basis", [{ targetId: TRAM, value: "mixed", basis: "guess" }], ["invalid unknown_value stances.0.basis"]],
    [
      "unknown target",
      [{ targetId: ABSENT, value: "oppose", basis: "explicit" }],
      ["invalid unknown_target stances.0.targetId"],
    ],
    [
      "merged target",
      [{ targetId: OLD_TRAM, value: "oppose", basis: "explicit" }],
      ["invalid merged_target stances.0.targetId"],
    ],
    [
      "same target twice",
      [...complete.stances, { targetId: TRAM, value: "support", basis: "inferred" }],
      ["invalid duplicate_target stances.1.targetId"],
    ],
  ];
  it.each(stanceCases)("stance: %s", (_name, stances, problems) => {
    expect(check({ stances })).toEqual(problems);
  });

  const fieldCases: [string, StatementContent["fields"], string[]][] = [
    ["unknown field", { ...complete.fields, mood: "glad" }, ["invalid unknown_field fields.mood"]],
    ["a name every object has", { ...complete.fields, constructor: "x" }, ["invalid unknown_field fields.constructor"]],
    ["unknown value", { ...complete.fields, form: "sung" }, ["invalid unknown_value fields.form"]],
    ["a list for a single choice", { ...complete.fields, form: ["direct"] }, ["invalid wrong_type fields.form"]],
    [
      "words for a flag",
      { ...complete.fields, anonymity_stated: "yes" },
      ["invalid wrong_type fields.anonymity_stated"],
    ],
    [
      "a value of a field that is off",
      { ...complete.fields, endorsement: "reports", frame: ["conflict", "economic"] },
      [],
    ],
    [
      "one value twice",
      { ...complete.fields, frame: ["conflict", "conflict"] },
      ["invalid duplicate_value fields.frame"],
    ],
    ["a hidden field keeps its value", { ...complete.fields, anonymity_stated: true }, []],
  ];
  it.each(fieldCases)("fields: %s", (_name, fields, problems) => {
    expect(check({ fields })).toEqual(problems);
  });

  it("asks only what is shown", () => {
    const codebook = withField("anonymity_stated", { required: true });
    expect(check({}, { codebook })).toEqual([]);
    const fields = { sourcing: "unnamed_bare", form: "direct" };
    expect(check({ fields }, { codebook })).toEqual(["incomplete field_missing fields.anonymity_stated"]);
    expect(check({ fields: { ...fields, anonymity_stated: false } }, { codebook })).toEqual([]);
    const channel = withField("channel", { required: true });
    expect(check({}, { codebook: channel })).toEqual(["incomplete field_missing fields.channel"]);
    expect(check({ speakerId: OUTLET, chain: [OUTLET] }, { codebook: channel })).toEqual([]);
  });

  it("refuses retired values and merged entities when newly chosen, and keeps them where they stand", () => {
    const retired = withField("form", {
      values: [{ key: "direct", label: "Direct", definition: "", retired: true }],
    });
    expect(check({}, { codebook: retired })).toEqual(["invalid retired_value fields.form"]);
    expect(check({}, { codebook: retired, previous: complete })).toEqual([]);
    const merged = {
      speakerId: OLD_ANNA,
      chain: [OUTLET, OLD_ANNA],
      stances: [{ targetId: OLD_TRAM, value: "oppose", basis: "explicit" }],
    };
    expect(check(merged)).toHaveLength(2);
    expect(check(merged, { previous: { ...complete, ...merged } })).toEqual([]);
  });

  it("lets a statement refer only to others of the same reading", () => {
    expect(check({ sameClaimAsId: OTHER }, { siblings: [OTHER] })).toEqual([]);
    expect(check({ sameClaimAsId: OTHER }, { siblings: [] })).toEqual(["invalid unknown_same_claim sameClaimAsId"]);
    const codebook: Codebook = { ...defaultCodebook, nesting: "free" };
    const parent = { id: OTHER, parentId: null, spans: complete.spans };
    const family = { id: OUTLET, isParent: false, find: (id: string) => (id === OTHER ? parent : undefined) };
    expect(check({ parentId: OTHER }, { family })).toEqual(["invalid nesting_off parentId"]);
    expect(check({ parentId: OTHER }, { codebook, family })).toEqual([]);
    expect(check({ parentId: OUTLET }, { codebook, family })).toEqual(["invalid nesting_circle parentId"]);
  });

  it("keeps a reference to a statement that was deleted since, until the submission", () => {
    const held = { sameClaimAsId: OTHER };
    const previous = { ...complete, ...held };
    expect(check(held, { siblings: [], previous })).toEqual(["incomplete unknown_same_claim sameClaimAsId"]);
  });
});
