import { describe, expect, test } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import {
  addRelayer,
  addStance,
  assignRole,
  contentFromSelection,
  editStance,
  keepSide,
  removeRelayer,
  removeSpan,
  removeStance,
  withAnswer,
  withStancesOf,
} from "./statement-edits";

const words = "👩‍👩‍👧 The department added that they consider it unacceptable. “Data,” it said, “are missing.”";
const text = new DocumentText(words);
const passage = { text, codebook, language: "en" };

/** The range of some words of the text. */
function at(part: string) {
  const from = words.indexOf(part);
  if (from < 0) throw new Error(`“${part}” is not in the text`);
  return { start: text.fromUtf16(from), end: text.fromUtf16(from + part.length) };
}

const quotes = (content: StatementContent | null) => content?.spans.map((span) => `${span.role}: ${span.quote}`);
function made(...parts: string[]): StatementContent {
  const content = contentFromSelection(passage, parts.map(at));
  if (!content) throw new Error("nothing to make a statement of");
  return content;
}

describe("a statement of a selection", () => {
  test("is snapped to words and trimmed", () => {
    expect(quotes(made("hat they consider it unaccept"))).toEqual(["content: that they consider it unacceptable"]);
    expect(quotes(made("that they consider it unacceptable. "))).toEqual([
      "content: that they consider it unacceptable",
    ]);
  });

  test("may have several fragments", () => {
    expect(quotes(made("“Data,”", "“are missing.”"))).toEqual(["content: “Data,”", "content: “are missing.”"]);
  });

  test("needs words", () => {
    expect(contentFromSelection(passage, [])).toBeNull();
    expect(contentFromSelection(passage, [at(" ")])).toBeNull();
  });
});

describe("the selection in a role", () => {
  test("takes its words from the content around it", () => {
    const whole = made("The department added that they consider it unacceptable.");
    const withSource = assignRole(passage, whole, "source", [at("The department")]);
    expect(quotes(withSource)).toEqual(["content: added that they consider it unacceptable", "source: The department"]);
    expect(quotes(assignRole(passage, withSource as StatementContent, "cue", [at("added")]))).toEqual([
      "content: that they consider it unacceptable",
      "cue: added",
      "source: The department",
    ]);
  });

  test("splits the content that it interrupts, and leaves no crumbs of punctuation", () => {
    const quotation = made("“Data,” it said, “are missing.”");
    expect(quotes(assignRole(passage, quotation, "cue", [at("it said")]))).toEqual([
      "content: “Data,”",
      "content: “are missing.”",
      "cue: it said",
    ]);
  });

  test("replaces the only fragment of a role that has one", () => {
    const content = assignRole(passage, made("that they consider it unacceptable"), "cue", [at("department")]);
    expect(quotes(assignRole(passage, content as StatementContent, "cue", [at("added")]))?.at(-1)).toBe("cue: added");
  });

  test("moves the edges of a fragment it overlaps, and adds one elsewhere", () => {
    const content = made("they consider");
    expect(quotes(assignRole(passage, content, "content", [at("that they consider it")]))).toEqual([
      "content: that they consider it",
    ]);
    expect(quotes(assignRole(passage, content, "content", [at("Data")]))).toEqual([
      "content: they consider",
      "content: Data",
    ]);
  });

  test("never leaves a statement without content", () => {
    expect(assignRole(passage, made("department"), "source", [at("The department added")])).toBeNull();
    expect(assignRole(passage, made("department"), "source", [at(" ")])).toBeNull();
  });
});

describe("one side of cue and source", () => {
  const lead = "On Friday, the department, asked by us, added that they consider it unacceptable.";
  const here = { ...passage, text: new DocumentText(lead) };
  const part = (some: string) => ({ start: lead.indexOf(some), end: lead.indexOf(some) + some.length });
  const sentence = contentFromSelection(here, [{ start: 0, end: lead.length }]) as StatementContent;
  const withSource = assignRole(here, sentence, "source", [part("the department")]) as StatementContent;
  const attributed = assignRole(here, withSource, "cue", [part("added")]) as StatementContent;

  test("keeps what comes after them, or before them, trimmed", () => {
    expect(quotes(keepSide(here, attributed, "after"))?.[0]).toBe("content: that they consider it unacceptable");
    expect(quotes(keepSide(here, attributed, "before"))?.[0]).toBe("content: On Friday");
  });

  test("changes nothing without cue and source, nor when done already, nor when nothing is left", () => {
    expect(keepSide(here, sentence, "after")).toBeNull();
    const after = keepSide(here, attributed, "after") as StatementContent;
    expect(keepSide(here, after, "after")).toBeNull();
    expect(keepSide(here, after, "before")).toBeNull();
  });
});

test("the last fragment of content cannot be removed, others can", () => {
  const content = made("“Data,”", "“are missing.”");
  const [first, second] = content.spans;
  const left = first && removeSpan(content, first);
  expect(quotes(left ?? null)).toEqual(["content: “are missing.”"]);
  expect(left && second && removeSpan(left, second)).toBeNull();
});

test("stances are one per target, with nothing chosen beforehand", () => {
  const content = addStance(addStance(made("Data"), "t1"), "t1");
  expect(content.stances).toEqual([{ targetId: "t1", value: null, basis: null }]);
  expect(editStance(content, "t1", { value: "oppose" }).stances[0]?.value).toBe("oppose");
  expect(removeStance(content, "t1").stances).toEqual([]);
});

test("stances of another statement fill in what is open and change nothing that is chosen", () => {
  const before = { ...made("Data"), stances: [{ targetId: "t1", value: "oppose", basis: "explicit" }] };
  const open = addStance(addStance(made("Data"), "t1"), "t2");
  expect(withStancesOf(open, before).stances).toEqual([
    ...before.stances,
    { targetId: "t2", value: null, basis: null },
  ]);
  const chosen = { ...open, stances: [{ targetId: "t1", value: "support", basis: null }] };
  expect(withStancesOf(chosen, before).stances).toEqual([{ targetId: "t1", value: "support", basis: "explicit" }]);
  expect(withStancesOf(made("Data"), before).stances).toEqual(before.stances);
});

test("an answer taken back is absent", () => {
  const content = withAnswer(made("Data"), "form", "direct");
  expect(content.fields).toEqual({ form: "direct" });
  expect(withAnswer(content, "form", undefined).fields).toEqual({});
});

test("relayers stand between the outlet and the speaker", () => {
  const content = { ...made("Data"), speakerId: "s", chain: ["outlet", "s"] };
  const relayed = addRelayer(content, "agency");
  expect(relayed.chain).toEqual(["outlet", "agency", "s"]);
  expect(removeRelayer(relayed, 1).chain).toEqual(["outlet", "s"]);
  expect(removeRelayer(relayed, 2)).toBe(relayed);
  expect(addRelayer({ ...content, chain: ["outlet"] }, "agency").chain).toEqual(["outlet"]);
});
