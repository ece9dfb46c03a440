import { expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { compareWithGold } from "./compare-with-gold";
import { scoreTraining, trainingMeasures } from "./score-training";

const OUTLET = "00000000-0000-7000-8000-000000000001";
const OTHER = "00000000-0000-7000-8000-000000000002";

let made = 0;
function statement(start: number, change: Partial<StatementContent> = {}): Statement {
  made += 1;
  const span = { role: "content", start, end: start + 10, quote: "ten letter" };
  return {
    ...emptyContent(span),
    ...{ speakerId: OUTLET, chain: [OUTLET], fields: { sourcing: "unattributed" } },
    ...change,
    ...{ id: `00000000-0000-7000-9000-${String(made).padStart(12, "0")}`, assignmentId: OUTLET },
    ...{ codebookVersion: 1, derivedFromId: null, revision: 1, createdAt: "", updatedAt: "" },
  };
}

const score = (own: Statement[], gold: Statement[]) =>
  scoreTraining(compareWithGold(own, gold, defaultCodebook), defaultCodebook);

const other = { speakerId: OTHER, chain: [OUTLET, OTHER] };

test.each<[string, Statement[], Statement[], Record<string, number>]>([
  ["nothing where there is nothing", [], [], { whole: 1, found: 1, answers: 1, "part:speaker": 1 }],
  ["nothing where there is something", [], [statement(0)], { whole: 0, found: 0, answers: 0 }],
  ["something where there is nothing", [statement(0)], [], { whole: 0, found: 0, answers: 0 }],
  ["the same", [statement(0)], [statement(0)], { whole: 1, found: 1, answers: 1, "part:stance": 1 }],
  ["elsewhere", [statement(0)], [statement(50)], { whole: 0, found: 0, answers: 0, "part:speaker": 0 }],
  [
    "one of two, with another speaker",
    [statement(0, other)],
    [statement(0), statement(50)],
    { found: 2 / 3, "part:speaker": 0, "part:stance": 1, "part:sourcing": 1, answers: 2 / 3, whole: 4 / 9 },
  ],
  ["a stray word", [statement(2)], [statement(0)], { whole: 1, answers: 1 }],
])("score: %s", (_name, own, gold, expected) => {
  const values = score(own, gold);
  for (const [key, value] of Object.entries(expected)) expect(values[key]).toBeCloseTo(value, 10);
});

test("words that lie elsewhere are told", () => {
  const [pair] = compareWithGold([statement(2)], [statement(0)], defaultCodebook);
  expect(pair?.boundaries).toEqual(["content"]);
});

test("each measure that can be chosen is scored", () => {
  expect(Object.keys(score([], [])).sort()).toEqual(
    trainingMeasures(defaultCodebook)
      .map(({ key }) => key)
      .sort(),
  );
});
