import { expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Registry } from "@/domain/contract/registry";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import type { RecodeChange } from "./recode-change";
import { recodeContent } from "./recode-content";

const speaker = (id: string, kind: string, fixed = false, mergedIntoId: string | null = null) => ({
  ...{ id, name: id, kind, fixed, mergedIntoId, aliases: [], roleTitle: null, organisationId: null },
  ...{ sector: null, function: null, country: null },
});
const target = (id: string) => ({ id, key: id, name: id, description: null, proposed: false, mergedIntoId: null });
const registry: Registry = {
  speakers: [
    speaker("outlet", "outlet", true),
    speaker("ann", "person"),
    speaker("bo", "person"),
    speaker("anna", "person", false, "ann"),
  ],
  targets: [target("t1"), target("t2")],
};
const codebook = defaultCodebook;
const rootOf = (id: string) => (id === "anna" ? "ann" : id);
const context = { text: new DocumentText("👩‍👩‍👧 said so."), codebook, registry, rootOf };

const content: StatementContent = {
  spans: [{ role: "content", start: 9, end: 11, quote: "so" }],
  speakerId: "ann",
  chain: ["outlet", "agency", "ann"],
  stances: [{ targetId: "t1", value: "oppose", basis: "explicit" }],
  fields: { sourcing: "named_person", form: "direct" },
  ...{ confidence: "sure", note: "", parentId: null, sameClaimAsId: null },
};
const recode = (change: RecodeChange, of: Partial<StatementContent> = {}) =>
  recodeContent({ ...content, ...of }, change, context);

test("another speaker, answer, value or target", () => {
  expect(recode({ kind: "speaker", speakerId: "bo" })).toMatchObject({
    outcome: "changed",
    content: { speakerId: "bo", chain: ["outlet", "agency", "bo"] },
  });
  expect(recode({ kind: "answer", field: "form", answer: "mixed" })).toMatchObject({
    content: { fields: { sourcing: "named_person", form: "mixed" } },
  });
  expect(recode({ kind: "stance", targetId: "t1", value: "support" })).toMatchObject({
    content: { stances: [{ targetId: "t1", value: "support", basis: "explicit" }] },
  });
  expect(recode({ kind: "target", from: "t1", to: "t2" })).toMatchObject({
    content: { stances: [{ targetId: "t2", value: "oppose", basis: "explicit" }] },
  });
});

test.each<[string, RecodeChange, Partial<StatementContent>]>([
  ["the speaker", { kind: "speaker", speakerId: "ann" }, {}],
  [
    "the speaker, who was merged",
    { kind: "speaker", speakerId: "ann" },
    { speakerId: "anna", chain: ["outlet", "anna"] },
  ],
  ["the answer", { kind: "answer", field: "form", answer: "direct" }, {}],
  ["the value", { kind: "stance", targetId: "t1", value: "oppose" }, {}],
  ["the target", { kind: "target", from: "t1", to: "t1" }, {}],
])("%s is so already", (_what, change, of) => {
  expect(recode(change, of)).toEqual({ outcome: "same" });
});

test.each<[RecodeChange, Partial<StatementContent>, RegExp]>([
  [{ kind: "speaker", speakerId: "nobody" }, {}, /not in the project's registry/],
  [{ kind: "speaker", speakerId: "anna" }, { speakerId: "bo", chain: ["outlet", "bo"] }, /was merged into ann/],
  [{ kind: "answer", field: "form", answer: null }, {}, /Choose a value for “Form”/],
  [{ kind: "answer", field: "form", answer: "shouted" }, {}, /has no value “shouted”/],
  [{ kind: "answer", field: "form", answer: true }, {}, /one of its values/],
  [{ kind: "answer", field: "constructor", answer: "x" }, {}, /no question/],
  [{ kind: "answer", field: "anonymity_stated", answer: true }, {}, /asked only if Sourcing is/],
  [{ kind: "stance", targetId: "t2", value: "oppose" }, {}, /no stance toward “t2”/],
  [{ kind: "stance", targetId: "t1", value: "hates" }, {}, /no value “hates”/],
  [{ kind: "target", from: "t2", to: "t1" }, {}, /no stance toward “t2”/],
  [
    { kind: "target", from: "t1", to: "t2" },
    { stances: ["t1", "t2"].map((targetId) => ({ targetId, value: "oppose", basis: "explicit" })) },
    /toward “t2” already/,
  ],
])("%j cannot be", (change, of, why) => {
  expect(recode(change, of)).toMatchObject({ outcome: "refused", why: expect.stringMatching(why) });
});

test("a problem that was there before keeps nothing from being changed", () => {
  const of = { fields: { sourcing: "named_person" } };
  expect(recode({ kind: "stance", targetId: "t1", value: "support" }, of)).toMatchObject({ outcome: "changed" });
});

test("what is asked no more is told", () => {
  const of = { fields: { ...content.fields, sourcing: "unnamed_bare", anonymity_stated: true } };
  expect(recode({ kind: "answer", field: "sourcing", answer: "document" }, of)).toMatchObject({
    outcome: "changed",
    dropped: [codebook.fields.find(({ key }) => key === "anonymity_stated")?.label],
  });
});
