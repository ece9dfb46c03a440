import { describe, expect, test } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import type { StatementContent } from "@/domain/statement/statement";
import { nameSharedSources } from "./shared-sources";
import { type MarkedStatement, markStatements } from "./statement-marks";

const span = (role: string, start: number, end: number) => ({ role, start, end, quote: "x" });
const stance = (value: string | null) => ({ targetId: "t", value, basis: null });
const statement = (id: string, spans: StatementContent["spans"], stances: StatementContent["stances"] = []) => ({
  id,
  content: { spans, stances },
});

function statementMarks(statements: MarkedStatement[], context: Parameters<typeof markStatements>[1]) {
  const { marksOf } = markStatements(statements, context);
  return statements.flatMap((_, index) => marksOf(index));
}

describe("marks of statements", () => {
  test("take colour, sign and name from the first stance that has a value", () => {
    const marks = statementMarks([statement("a", [span("content", 0, 9)], [stance(null), stance("oppose")])], {
      codebook,
      activeId: null,
    });
    expect(marks).toMatchObject([
      {
        statementId: "a",
        look: "content",
        hue: "red",
        emphasis: "normal",
        tag: "1 ▼",
        label: "Statement 1, content, Oppose",
      },
    ]);
  });

  test("without a stance are neutral, with only the number", () => {
    const [mark] = statementMarks([statement("a", [span("content", 0, 9)])], { codebook, activeId: null });
    expect(mark).toMatchObject({ hue: "slate", tag: "1", lane: null, label: "Statement 1, content" });
  });

  test("draw every role its own way, and tie further fragments to the statement", () => {
    const spans = [
      span("content", 10, 20),
      span("content", 30, 40),
      span("cue", 5, 9),
      span("source", 0, 4),
      span("medium", 50, 55),
    ];
    const marks = statementMarks([statement("a", spans)], { codebook, activeId: "a" });
    expect(marks.map((mark) => [mark.look, mark.tag, mark.part, mark.label])).toEqual([
      ["content", "1", "1/2", "Statement 1, content, part 1 of 2"],
      ["content", "1", "2/2", "Statement 1, content, part 2 of 2"],
      ["cue", null, null, "Statement 1, cue"],
      ["source", null, null, "Statement 1, source"],
      ["other", null, null, "Statement 1, medium"],
    ]);
    expect(marks.every((mark) => mark.emphasis === "active")).toBe(true);
  });

  test("have a texture by the sign of their stance, in their content only", () => {
    const textureOf = (value: string | null) =>
      statementMarks([statement("a", [span("content", 0, 9), span("cue", 10, 12)], [stance(value)])], {
        codebook,
        activeId: null,
      }).map((mark) => mark.pattern);
    expect(["support", "oppose", "neutral", "unclear", null].map(textureOf)).toEqual([
      ["rise", null],
      ["fall", null],
      ["level", null],
      ["off", null],
      [null, null],
    ]);
  });

  test("of the others step back while one is active, and those that overlap have different lanes", () => {
    const marks = statementMarks(
      [statement("a", [span("content", 0, 90)]), statement("b", [span("content", 10, 20)])],
      {
        codebook,
        activeId: "b",
      },
    );
    expect(marks.map((mark) => [mark.emphasis, mark.lane])).toEqual([
      ["receded", 1],
      ["active", 0],
    ]);
  });
});

test("statements that share a source say so, and one tag names them all", () => {
  const sharing = [
    statement("a", [span("content", 10, 20), span("source", 0, 5)]),
    statement("b", [span("content", 30, 40), span("source", 0, 5)]),
    statement("c", [span("content", 50, 60), span("source", 0, 4)]),
  ];
  const sources = (activeId: string | null) =>
    nameSharedSources(statementMarks(sharing, { codebook, activeId }))
      .filter((mark) => mark.look === "source")
      .map((mark) => [mark.label, mark.tag]);
  expect(sources(null)).toEqual([
    ["Statement 1, source, shared with 2", "1·2"],
    ["Statement 2, source, shared with 1", null],
    ["Statement 3, source", null],
  ]);
  expect(sources("b").map(([, tag]) => tag)).toEqual([null, "1·2", null]);
});
