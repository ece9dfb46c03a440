import { describe, expect, test } from "vitest";
import type { ModelLabel } from "@/domain/agreement/model-labels";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { listDisagreements } from "./list-disagreements";
import { modelParts } from "./model-parts";
import { propose } from "./propose";

const sure = (label: string): ModelLabel => ({ label, probability: 0.99, confidence: "strong", model: "mace" });
const likely = (label: string): ModelLabel => ({ label, probability: 0.9, confidence: "likely", model: "mace" });

function content(sourcing: string, { value = "oppose", end = 9, speaker = "p" } = {}): StatementContent {
  const base = emptyContent({ role: "content", start: 0, end, quote: "x".repeat(end) });
  const stances = [{ targetId: "t", value, basis: "explicit" }];
  return { ...base, speakerId: speaker, chain: ["outlet", speaker], stances, fields: { sourcing } };
}

const members = (contents: StatementContent[]) => contents.map((one, at) => ({ id: `s${at}`, content: one }));
const parts = (contents: StatementContent[], labels: Record<string, ModelLabel>) =>
  modelParts(members(contents), new Map(Object.entries(labels)), defaultCodebook);

describe("the parts that a model decides", () => {
  test("are taken from the first member that has the label, and only where the model is sure", () => {
    const contents = [content("document"), content("named_person"), content("named_person")];
    expect(parts(contents, { sourcing: sure("named_person") })).toMatchObject({ sourcing: "s1" });
    expect(parts(contents, { sourcing: likely("named_person") })).not.toHaveProperty("sourcing");
    expect(parts(contents, { sourcing: sure("nobody chose this") })).not.toHaveProperty("sourcing");
    expect(parts(contents, {})).toEqual({ content: "s0" });
  });

  test("a stance goes with its target, and both must be sure", () => {
    const contents = [content("document", { value: "neutral" }), content("document")];
    expect(parts(contents, { stance: sure("oppose"), target: sure("t") })).toEqual({ stance: "s1" });
    expect(parts(contents, { stance: sure("oppose"), target: likely("t") })).toEqual({});
    expect(parts(contents, { stance: sure("oppose"), target: sure("another") })).toEqual({});
  });

  test("content is that of the member most like the others; of two, neither is", () => {
    const contents = [
      content("document", { end: 4 }),
      content("document", { end: 20 }),
      content("document", { end: 18 }),
    ];
    expect(parts(contents, {})).toEqual({ content: "s2" });
    expect(parts(contents.slice(1), {})).toEqual({});
  });
});

describe("the strategy of a model", () => {
  const ask = (contents: (StatementContent | null)[], modelled: Record<string, string>) => {
    const found = contents.map((statement, at) => ({ assignmentId: `r${at}`, statement }));
    return propose(
      {
        found: found.map(({ assignmentId, statement }, at) => ({
          assignmentId,
          statement: statement && { id: `s${at}`, content: statement },
        })),
        disagreements: listDisagreements(found, defaultCodebook),
        strategy: "model",
        modelled,
      },
      defaultCodebook,
    );
  };
  const one = content("document");
  const other = content("named_person", { speaker: "q" });

  test("takes each part as the model has it, also against a majority", () => {
    const gold = ask([one, one, other], { speaker: "s2", sourcing: "s0" })?.gold;
    expect(gold?.content).toMatchObject({ speakerId: "q", fields: { sourcing: "document" } });
  });

  test("leaves a cluster open where the model is not sure of a part, or as many found it as not", () => {
    expect(ask([one, one, other], { speaker: "s2" })).toBeNull();
    expect(ask([one, null], { speaker: "s0" })).toBeNull();
    expect(ask([one, null, null], {})).toEqual({ decision: "no_statement", gold: null });
    expect(ask([one, one, one], {})).toMatchObject({ decision: "accepted" });
  });
});
