import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import type { Speaker } from "@/domain/contract/registry";
import { DocumentText } from "@/domain/text/document-text";
import { loadSample } from "@/tests/bench/sample";
import { hostileText } from "@/tests/support/hostile-text";
import { emptyContent, withSpeaker } from "./content";
import { type ProposalContext, proposeAnswers, takeProposals } from "./propose-answers";
import type { StatementContent } from "./statement";

const sample = loadSample();
const outlet: Speaker = {
  ...(sample.speakers[0] as Speaker),
  id: "outlet",
  name: "Outlet",
  kind: "outlet",
  fixed: true,
};
const registry = { speakers: [outlet, ...sample.speakers] };
const context: ProposalContext = {
  text: sample.text,
  codebook,
  registry,
  outletId: "outlet",
  language: "en",
  lastOf: () => null,
};

/** Reading A's statement with its words alone. */
const bare = (content: StatementContent): StatementContent => ({
  ...emptyContent(content.spans[0] as StatementContent["spans"][number]),
  spans: content.spans,
});

describe("for the words of the sample's reading A", () => {
  const reading = sample.readings.A;
  test("the speaker is proposed where the source names one, and is then the right one", () => {
    const proposed = reading.map((content) => proposeAnswers(bare(content), context).speakerId);
    expect(proposed.map((id, index) => (id === null ? null : id === reading[index]?.speakerId))).toEqual([
      true, // The Ministry of Foreign Affairs of Kazakhstan
      null, // no source
      null, // The document
      null, // The department
      true, // the European Parliament
      null, // the resolution
      ...[null, null, null, null], // the outlet's own voice
      true, // The administration of the head of state
      true, // The commandant’s office of the city
      true, // President of Kazakhstan Kassym-Jomart Tokayev
      ...[null, null],
      true, // the head of state
      true, // State Secretary of Kazakhstan Yerlan Karin
      null, // He
    ]);
  });

  test("with the speaker chosen, the rest is what the reading has, but for what takes judgement", () => {
    const wrong = reading.map((content, index) => {
      const lastOf = (id: string) => reading.slice(0, index).findLast((other) => other.speakerId === id) ?? null;
      const spoken = withSpeaker(bare(content), content.speakerId, "outlet");
      const { fields } = takeProposals(spoken, proposeAnswers(spoken, { ...context, lastOf }), "outlet");
      const differing = Object.keys(fields).filter((key) => fields[key] !== content.fields[key]);
      return `${differing.join()}${fields.claim_type ? "" : " claim type open"}`;
    });
    const own = "";
    const open = " claim type open";
    expect(wrong).toEqual([
      "channel",
      open,
      open,
      open,
      "",
      open,
      ...[own, own, own, own],
      open,
      open,
      `form${open}`,
      ...[own, own],
      ...[open, open, open],
    ]);
  });
});

test("nothing is proposed of stances, and nothing that is answered is proposed again", () => {
  const content = { ...bare(sample.readings.A[0] as StatementContent), fields: { certainty: "possible" } };
  const proposed = proposeAnswers(content, context);
  expect(proposed.answers.map(({ field }) => field)).toEqual(["sourcing", "form", "channel", "claim_type", "polarity"]);
  const taken = takeProposals(content, proposed, "outlet");
  expect(taken.stances).toEqual([]);
  expect(taken.fields.certainty).toBe("possible");
  expect(taken.chain).toEqual(["outlet", "mfa"]);
  expect(proposeAnswers(taken, context)).toEqual({ speakerId: null, answers: [] });
});

test("each says why", () => {
  const content = bare(sample.readings.A[0] as StatementContent);
  expect(proposeAnswers(content, context).answers.map(({ field, reason }) => [field, reason])).toEqual([
    ["sourcing", "speaker"],
    ["form", "quotation"],
    ["channel", "usual"],
    ["claim_type", "cue"],
    ["polarity", "usual"],
    ["certainty", "usual"],
  ]);
});

test("a codebook without proposals gets none, and a retired value is not proposed", () => {
  const content = bare(sample.readings.A[0] as StatementContent);
  const silent = { ...codebook, fields: codebook.fields.map(({ proposals: _, ...field }) => field) };
  expect(proposeAnswers(content, { ...context, codebook: silent }).answers).toEqual([]);
  const retired = codebook.fields.map((field) =>
    field.key === "certainty"
      ? { ...field, values: field.values.map((value) => ({ ...value, retired: true })) }
      : field,
  );
  const { answers } = proposeAnswers(content, { ...context, codebook: { ...codebook, fields: retired } });
  expect(answers.map(({ field }) => field)).not.toContain("certainty");
});

test("a person who is not named in the article is not “named”", () => {
  const speakers = [outlet, { ...outlet, id: "p", name: "Ewa Lind", kind: "person", fixed: false, aliases: [] }];
  const content = withSpeaker(bare(sample.readings.A[0] as StatementContent), "p", "outlet");
  const { answers } = proposeAnswers(content, { ...context, registry: { speakers } });
  expect(answers.map(({ field }) => field)).not.toContain("sourcing");
});

test("answers for any words of any text, and taking what is proposed leaves nothing to propose", () => {
  fc.assert(
    fc.property(hostileText, fc.nat(), fc.nat(), (words, a, b) => {
      const text = new DocumentText(words);
      if (text.length === 0) return;
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const spans = ["content", "source"].map((role) => ({ role, start, end, quote: text.slice(start, end) }));
      const content = { ...emptyContent(spans[0] as StatementContent["spans"][number]), spans };
      const here = { ...context, text };
      const taken = takeProposals(content, proposeAnswers(content, here), "outlet");
      expect(proposeAnswers(taken, here)).toEqual({ speakerId: null, answers: [] });
    }),
    { numRuns: 200 },
  );
});
