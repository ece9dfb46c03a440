import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import { checkStatement } from "./check-statement";
import { emptyContent } from "./content";
import { moveEdge } from "./move-edge";
import type { StatementContent } from "./statement";
import { inStoredOrder } from "./stored-order";

const codebook = defaultCodebook;
const WORDS = "“We agree,” said Mayor Oduya, “but 👩‍👩‍👧 not now.” Then she left.";
const text = new DocumentText(WORDS);

/** Where some words of the text are. */
function at(words: string): { start: number; end: number } {
  const unit = WORDS.indexOf(words);
  if (unit < 0) throw new Error(`“${words}” is not in the text`);
  return { start: text.fromUtf16(unit), end: text.fromUtf16(unit + words.length) };
}

const span = (role: string, words: string) => makeSpan(text, role, at(words));

function contentOf(...spans: ReturnType<typeof span>[]): StatementContent {
  const [first] = spans;
  if (!first) throw new Error("a statement needs a span");
  return inStoredOrder(codebook, { ...emptyContent(first), spans });
}

const quotation = contentOf(
  span("content", "“We agree,”"),
  span("content", "“but 👩‍👩‍👧 not now.”"),
  span("cue", "said"),
  span("source", "Mayor Oduya"),
);
const word = { text, codebook, language: "en" };

describe("an edge", () => {
  test.each([
    ["goes to the end of the word it is put in", "source", "Mayor Oduya", "end", at("Mayor").start + 2, "Mayor"],
    ["goes to the start of the word it is put in", "source", "Mayor Oduya", "start", at("Oduya").start + 2, "Oduya"],
    ["leaves white space out", "source", "Mayor Oduya", "end", at("Oduya").start, "Mayor"],
    [
      "of a content keeps the period before a closing quotation mark",
      "content",
      "“but 👩‍👩‍👧 not now.”",
      "end",
      at(".”").end - 1,
      "“but 👩‍👩‍👧 not now.",
    ],
    [
      "of a content leaves a final period out",
      "content",
      "“but 👩‍👩‍👧 not now.”",
      "end",
      text.length,
      "“but 👩‍👩‍👧 not now.” Then she left",
    ],
    [
      "never cuts a character in half",
      "content",
      "“but 👩‍👩‍👧 not now.”",
      "end",
      at("👩‍👩‍👧").start + 2,
      "“but 👩‍👩‍👧",
    ],
    [
      "goes beyond the sentence",
      "content",
      "“but 👩‍👩‍👧 not now.”",
      "end",
      at("she").end,
      "“but 👩‍👩‍👧 not now.” Then she",
    ],
    [
      "takes no separator in at the front",
      "content",
      "“but 👩‍👩‍👧 not now.”",
      "start",
      at(", “but").start,
      "“but 👩‍👩‍👧 not now.”",
    ],
  ] as const)("%s", (_, role, words, side, position, expected) => {
    const moved = moveEdge(word, quotation, { span: span(role, words), side }, position);
    expect(moved.span.quote).toBe(expected);
    expect(moved.stop).toBeNull();
    expect(moved.content.spans).toContainEqual(moved.span);
    expect(moved.content.spans).toHaveLength(quotation.spans.length);
  });

  test.each([
    ["at the cue", "content", "“We agree,”", "end", at("she").end, "“We agree,”", "The content cannot cover the cue"],
    ["at the content", "cue", "said", "start", 0, "said", "The cue cannot cover the content"],
    [
      "at a fragment",
      "source",
      "Mayor Oduya",
      "end",
      at("not").end,
      "Mayor Oduya,",
      "The source cannot cover the content",
    ],
    ["before it is empty", "source", "Mayor Oduya", "end", 3, "Mayor", "The source cannot be empty"],
    ["before it is empty, from the front", "source", "Mayor Oduya", "start", at("she").end, "Oduya", "cannot be empty"],
  ] as const)("stops %s, and says so", (_, role, words, side, position, expected, why) => {
    const moved = moveEdge(word, quotation, { span: span(role, words), side }, position);
    expect(moved.span.quote).toBe(expected);
    expect(moved.stop).toContain(why);
  });

  test("stops at a fragment of its own role", () => {
    const two = contentOf(span("content", "We agree"), span("content", "Then she left"));
    const moved = moveEdge(word, two, { span: span("content", "We agree"), side: "end" }, text.length);
    expect(moved.span.end).toBeLessThanOrEqual(at("Then").start);
    expect(moved.stop).toContain("Another content fragment");
  });

  test("that does not move leaves the very content", () => {
    const moved = moveEdge(word, quotation, { span: span("cue", "said"), side: "end" }, at("said").end);
    expect(moved.content).toBe(quotation);
  });

  test("snaps to sentences where the codebook says so", () => {
    const passage = { ...word, codebook: { ...codebook, snapping: "sentence" as const } };
    const one = contentOf(span("content", "We agree"));
    const moved = moveEdge(passage, one, { span: span("content", "We agree"), side: "end" }, at("not").end);
    expect(moved.span).toMatchObject({ start: at("We").start, end: at("now.”").end });
  });

  test("of a span that is not there, or put outside the text, is an error", () => {
    expect(() => moveEdge(word, quotation, { span: span("cue", "left"), side: "end" }, 1)).toThrow(RangeError);
    expect(() => moveEdge(word, quotation, { span: span("cue", "said"), side: "end" }, 1000)).toThrow(RangeError);
  });
});

test("wherever an edge is put, the statement stays valid and the other edge where it was", () => {
  const snappings = ["character", "word", "sentence"] as const;
  const edges = fc.record({
    index: fc.nat(quotation.spans.length - 1),
    side: fc.constantFrom("start" as const, "end" as const),
    position: fc.nat(text.length),
  });
  fc.assert(
    fc.property(fc.constantFrom(...snappings), fc.array(edges, { minLength: 1, maxLength: 6 }), (snapping, moves) => {
      const passage = { ...word, codebook: { ...codebook, snapping } };
      let content = quotation;
      for (const { index, side, position } of moves) {
        const before = content.spans[index];
        if (!before) throw new Error("spans never get fewer");
        const moved = moveEdge(passage, content, { span: before, side }, position);
        const other = side === "end" ? "start" : "end";
        expect(moved.span[other]).toBe(before[other]);
        const registry = { speakers: [], targets: [] };
        const problems = checkStatement({ text, codebook: passage.codebook, registry, content: moved.content });
        expect(problems.filter((problem) => problem.severity === "invalid")).toEqual([]);
        content = moved.content;
      }
    }),
  );
});
