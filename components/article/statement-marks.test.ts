import { describe, expect, test } from "vitest";
import type { StatementContent } from "@/domain/statement/statement";
import { defaultCodebook as codebook } from "@/seeds/default-codebook";
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
    expect(marks.map((mark) => [mark.look, mark.tag, mark.emphasis])).toEqual([
      ["content", "1", "active"],
      ["content", "1…", "active"],
      ["cue", null, "active"],
      ["source", null, "active"],
      ["other", null, "active"],
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
