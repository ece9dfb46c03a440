import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { describeOutcome, outcomeOf } from "./own-outcome";

const SPEAKER = "0198c000-0000-7000-8000-000000000001";
const TARGET = "0198c000-0000-7000-8000-000000000002";
const own: StatementContent = {
  ...emptyContent({ role: "content", start: 0, end: 5, quote: "naïve" }),
  speakerId: SPEAKER,
  chain: [SPEAKER],
  fields: { sourcing: "named_person" },
};
const context = {
  codebook: defaultCodebook,
  registry: { speakers: [], targets: [] },
};
const outcome = (gold: StatementContent | null, decision: Parameters<typeof outcomeOf>[1]["decision"] = "accepted") =>
  outcomeOf(own, { decision, gold }, defaultCodebook);

describe("what a ruling made of a statement", () => {
  it("is kept where gold says the same, whatever was noted beside it", () => {
    const gold: StatementContent = { ...own, confidence: "unsure", note: "Theirs", sameClaimAsId: SPEAKER };
    expect(outcome(gold)).toBe("kept");
    expect(describeOutcome(own, gold, context)).toEqual([]);
  });

  it.each<[string, Partial<StatementContent>, string[]]>([
    ["a boundary", { spans: [{ role: "content", start: 0, end: 4, quote: "naïv" }] }, ["content"]],
    ["the speaker", { speakerId: TARGET, chain: [TARGET] }, ["speaker"]],
    ["the chain", { chain: [TARGET, SPEAKER] }, ["speaker"]],
    ["a stance", { stances: [{ targetId: TARGET, value: "oppose", basis: "explicit" }] }, ["stance"]],
    ["a field", { fields: { sourcing: "document" } }, ["sourcing"]],
  ])("is changed by %s, and says so", (_name, change, keys) => {
    const gold = { ...own, ...change };
    expect(outcome(gold)).toBe("changed");
    expect(describeOutcome(own, gold, context).map(({ key }) => key)).toEqual(keys);
  });

  it("is rejected where there is no statement, and neither where both can be defended", () => {
    expect(outcome(null, "no_statement")).toBe("rejected");
    expect(outcome(null, "both_defensible")).toBe("both_defensible");
  });
});
