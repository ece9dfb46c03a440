import { describe, expect, test } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { ShownStatement } from "./annotation";
import { describeTravel } from "./describe-travel";

const at = (start: number): StatementContent =>
  emptyContent({ role: "content", start, end: start + 5, quote: "words" });
const shown = (id: string, number: number, start: number) =>
  ({ id, number, content: at(start), place: { start, end: start + 5 } }) as unknown as ShownStatement;
const statements = [shown("a", 1, 10), shown("b", 2, 30)];
const context = { codebook, registry: { speakers: [], targets: [] } };
const cue = (content: StatementContent) => ({
  ...content,
  spans: [...content.spans, { role: "cue", start: 0, end: 4, quote: "said" }],
});

describe("a step in words", () => {
  test.each<[string, string, StatementContent | null, StatementContent | null]>([
    ["cue of statement 2", "b", at(30), cue(at(30))],
    ["confidence and note of statement 1", "a", at(10), { ...at(10), note: "x", confidence: "unsure" }],
    ["making of statement 2", "b", null, at(30)],
    ["deletion of statement 2", "c", at(20), null],
    ["deletion of statement 3", "c", at(99), null],
    ["deletion of statement 1", "c", at(0), null],
  ])("%s", (words, statementId, before, after) => {
    expect(describeTravel({ id: "o", statementId, before, after }, statements, context)).toBe(words);
  });
});
