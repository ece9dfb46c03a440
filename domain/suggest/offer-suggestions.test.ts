import { describe, expect, it } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent, withSpeaker } from "@/domain/statement/content";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import { acceptableContent } from "./acceptable-content";
import { offerSuggestions } from "./offer-suggestions";

const text = new DocumentText("👩‍👩‍👧 said: “naïve plans fail everywhere, always”. ".repeat(3));
const over = (start: number, end: number) => ({ content: emptyContent(makeSpan(text, "content", { start, end })) });
const suggestions = [
  { id: "a", ...over(12, 40) },
  { id: "b", ...over(60, 80) },
];
const made = (start: number, end: number, derivedFromId: string | null = null) => ({
  derivedFromId,
  ...over(start, end),
});
const offered = (...statements: ReturnType<typeof made>[]) =>
  offerSuggestions(suggestions, statements).map(({ id }) => id);

describe("offerSuggestions", () => {
  it.each([
    ["nothing marked", [], ["a", "b"]],
    ["the very words", [made(12, 40)], ["b"]],
    ["nearly the same words", [made(13, 38)], ["b"]],
    ["only some of the words", [made(12, 30)], ["a", "b"]],
    ["far more words", [made(0, 60)], ["a", "b"]],
    ["other words, made from it", [made(90, 95, "a")], ["b"]],
    ["made from one that is not there", [made(90, 95, "x")], ["a", "b"]],
  ])("%s", (_name, statements, left) => {
    expect(offered(...statements)).toEqual(left);
  });
});

describe("acceptableContent", () => {
  const speaker = (id: string, kind: string, mergedIntoId: string | null = null) => ({
    ...{ id, name: id, kind, aliases: [], roleTitle: null, organisationId: null, sector: null, function: null },
    ...{ country: null, fixed: kind === "outlet", mergedIntoId },
  });
  const target = (id: string, mergedIntoId: string | null = null) => ({
    ...{ id, key: id, name: id, description: null, proposed: false, mergedIntoId },
  });
  const registry = {
    speakers: [speaker("outlet", "outlet"), speaker("old", "person", "new"), speaker("new", "person")],
    targets: [target("T1"), target("T2", "T1")],
  };
  const context = { text, codebook, registry };
  const { content } = over(12, 40);

  it("leaves alone what can be stored, follows merges, drops what is gone", () => {
    const sound = { ...withSpeaker(content, "new", "outlet"), fields: { form: "direct" } };
    expect(acceptableContent(sound, context)).toEqual(sound);
    const stale = {
      ...withSpeaker(content, "old", "outlet"),
      fields: { form: "sung", sourcing: "document", gone: 1 },
      stances: [
        { targetId: "T2", value: "support", basis: null },
        { targetId: "T1", value: "oppose", basis: null },
        { targetId: "T9", value: null, basis: null },
      ],
    };
    expect(acceptableContent(stale, context)).toEqual({
      ...withSpeaker(content, "new", "outlet"),
      fields: { sourcing: "document" },
      stances: [{ targetId: "T1", value: "support", basis: null }],
    });
    expect(acceptableContent(withSpeaker(content, "nobody", "outlet"), context)).toEqual(content);
  });

  it("gives up where no content is left", () => {
    const [span] = content.spans;
    if (!span) throw new Error("a content has a span");
    expect(acceptableContent({ ...content, spans: [{ ...span, quote: "other words" }] }, context)).toBeNull();
  });
});
