import { expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { findOpposites, type HeldStatement } from "./opposite-stances";

const held = (id: string, value: string | null, change: Partial<HeldStatement> = {}): HeldStatement => ({
  ...{ id, holder: "gold", documentId: id, published: "2022-01-10", speakerId: "tokayev" },
  stances: [{ targetId: "csto", value, basis: "explicit" }],
  ...change,
});
const pairs = (statements: HeldStatement[], days = 30) =>
  findOpposites(statements, defaultCodebook, days).map(({ statementIds, days: apart }) => [...statementIds, apart]);

test("against and for the same target within the days, the one against first", () => {
  const statements = [held("for", "support"), held("against", "oppose", { published: "2022-01-13" })];
  expect(pairs(statements)).toEqual([["against", "for", 3]]);
  expect(pairs(statements, 3)).toEqual([["against", "for", 3]]);
  expect(pairs(statements, 2)).toEqual([]);
});

test.each<[string, Partial<HeldStatement>]>([
  ["another speaker", { speakerId: "karin" }],
  ["another target", { stances: [{ targetId: "ep", value: "support", basis: null }] }],
  ["somebody else's reading", { holder: "ana" }],
  ["no date", { published: null }],
  ["a damaged date", { published: "January" }],
])("%s is no contradiction", (_what, change) => {
  expect(pairs([held("a", "oppose"), held("b", "support", change)])).toEqual([]);
});

test.each(["neutral", "mixed", "unclear", null, "unheard_of"])("%s is on no side", (value) => {
  expect(pairs([held("a", "oppose"), held("b", value)])).toEqual([]);
});

test("an article without a date contradicts itself", () => {
  const where = { documentId: "one", published: null };
  expect(pairs([held("a", "oppose", where), held("b", "support", where)])).toEqual([["a", "b", undefined]]);
});

test("each of the rarer side is put beside the nearest of the other", () => {
  const many = Array.from({ length: 50 }, (_, day) =>
    held(`for ${day}`, "support", { published: `2022-02-${String((day % 28) + 1).padStart(2, "0")}` }),
  );
  const statements = [...many, held("against", "oppose", { published: "2022-02-15" })];
  expect(pairs(statements)).toEqual([["against", "for 14", 0]]);
});
