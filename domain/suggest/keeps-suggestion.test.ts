import { expect, it } from "vitest";
import { emptyContent, withSpeaker } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { keepsSuggestion } from "./keeps-suggestion";

const span = { role: "content", start: 0, end: 3, quote: "👩‍👩" };
const cue = { role: "cue", start: 4, end: 6, quote: "x:" };
const bare = emptyContent(span);
const suggestion: StatementContent = {
  ...withSpeaker(bare, "ana", "outlet"),
  spans: [span, cue],
  stances: [{ targetId: "T1", value: null, basis: null }],
  fields: { form: "direct" },
};

it.each<[string, Partial<StatementContent>, boolean]>([
  ["nothing done", {}, true],
  ["spans in another order", { spans: [cue, span] }, true],
  ["what it left open filled in", { fields: { form: "direct", sourcing: "document" }, note: "x" }, true],
  ["the stance chosen that it left open", { stances: [{ targetId: "T1", value: "oppose", basis: "explicit" }] }, true],
  ["an edge moved", { spans: [{ ...span, end: 2 }, cue] }, false],
  ["a span taken out", { spans: [span] }, false],
  ["another speaker", { speakerId: "bo", chain: ["outlet", "bo"] }, false],
  ["a relayer", { chain: ["outlet", "paper", "ana"] }, false],
  ["its target taken out", { stances: [] }, false],
  ["another answer", { fields: { form: "mixed" } }, false],
  ["its answer taken back", { fields: {} }, false],
])("%s: %#", (_name, change, keeps) => {
  expect(keepsSuggestion({ ...suggestion, ...change }, suggestion)).toBe(keeps);
});

it("lets a speaker be chosen where none was suggested", () => {
  expect(keepsSuggestion(withSpeaker(bare, "ana", "outlet"), bare)).toBe(true);
});
