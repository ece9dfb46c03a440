import { describe, expect, it } from "vitest";
import type { Codebook } from "@/domain/codebook/codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Disagreement } from "@/domain/review/cluster";
import { differingParts } from "@/domain/review/differing-parts";
import type { Statement } from "@/domain/statement/statement";
import type { ReviewCluster } from "./review-cluster";
import { composeRuling, edit, isTaken, startDraft, take, takeAll, toChoose } from "./ruling-draft";

const codebook: Codebook = defaultCodebook;
const A = "0198c000-0000-7000-8000-00000000000a";
const B = "0198c000-0000-7000-8000-00000000000b";
const READING_A = "0198c000-0000-7000-8000-0000000000aa";
const READING_B = "0198c000-0000-7000-8000-0000000000bb";
const OUTLET = "0198c000-0000-7000-8000-0000000000c0";
const MINISTRY = "0198c000-0000-7000-8000-0000000000c1";

function statement(id: string, assignmentId: string, change: Partial<Statement> = {}): Statement {
  return {
    id,
    assignmentId,
    codebookVersion: 1,
    derivedFromId: null,
    revision: 1,
    createdAt: "2022-01-21T00:00:00.000Z",
    updatedAt: "2022-01-21T00:00:00.000Z",
    spans: [{ role: "content", start: 0, end: 5, quote: "“naïf" }],
    speakerId: MINISTRY,
    chain: [OUTLET, MINISTRY],
    stances: [],
    fields: { sourcing: "named_institution", form: "indirect" },
    confidence: "sure",
    note: "",
    parentId: null,
    sameClaimAsId: null,
    ...change,
  };
}

function clusterOf(
  statements: Statement[],
  disagreements: Disagreement[],
  change: Partial<ReviewCluster> = {},
): ReviewCluster {
  return {
    id: statements.map(({ id }) => id).join("+"),
    members: statements.map(({ id, assignmentId }) => ({ assignmentId, statementId: id })),
    start: 0,
    end: 5,
    disagreements,
    number: 1,
    found: statements,
    statements,
    ruling: null,
    outdated: null,
    touching: [],
    gold: null,
    ...change,
  };
}

const differs = (kind: Disagreement["kind"], subject: string): Disagreement => ({ kind, subject, answers: {} });

describe("a ruling on two readings that differ in boundary and sourcing", () => {
  const a = statement(A, READING_A, { sameClaimAsId: B });
  const b = statement(B, READING_B, {
    spans: [{ role: "content", start: 1, end: 5, quote: "naïf" }],
    fields: { sourcing: "document", form: "indirect" },
  });
  const cluster = clusterOf([a, b], [differs("boundary", "content"), differs("field", "sourcing")]);
  const start = startDraft(cluster, codebook);

  it("begins with nothing decided", () => {
    expect(differingParts(cluster, codebook)).toEqual(["content", "sourcing"]);
    expect(composeRuling(start, cluster, codebook)).toBeNull();
    expect(isTaken(start, { part: "content", memberId: A }, cluster, codebook)).toBe(false);
  });

  it("accepts one reading as a whole, without its links", () => {
    const ruling = composeRuling(takeAll(start, A, cluster, codebook), cluster, codebook);
    expect(ruling).toMatchObject({ decision: "accepted", content: { spans: a.spans, sameClaimAsId: null } });
    expect(new Set(Object.values(ruling?.provenance ?? {}))).toEqual(new Set([A]));
  });

  it("waits until every differing part is chosen, and mixes them", () => {
    const half = take(start, { part: "content", memberId: A }, cluster, codebook);
    expect(toChoose(half, cluster, codebook)).toEqual(["sourcing"]);
    expect(composeRuling(half, cluster, codebook)).toBeNull();

    const whole = take(half, { part: "sourcing", memberId: B }, cluster, codebook);
    expect(composeRuling(whole, cluster, codebook)).toMatchObject({
      decision: "mixed",
      provenance: { content: A, sourcing: B },
      content: { spans: a.spans, fields: { sourcing: "document" } },
    });
  });

  it("calls it edited when a part is as nobody has it", () => {
    const taken = takeAll(start, A, cluster, codebook);
    const edited = edit(taken, "sourcing", {
      ...taken.content,
      fields: { ...taken.content.fields, sourcing: "other_media" },
    });
    expect(composeRuling(edited, cluster, codebook)).toMatchObject({
      decision: "edited",
      provenance: { sourcing: "edited", content: A },
    });
  });

  it("has no gold where nothing is to be found, and takes a choice up again", () => {
    const none = { ...takeAll(start, A, cluster, codebook), verdict: "no_statement" as const };
    expect(composeRuling(none, cluster, codebook)).toEqual({
      decision: "no_statement",
      provenance: {},
      content: null,
    });
    const again = take(none, { part: "content", memberId: B }, cluster, codebook);
    expect(composeRuling(again, cluster, codebook)).toMatchObject({ decision: "mixed" });
  });

  it("starts from the ruling there is", () => {
    const gold = statement("0198c000-0000-7000-8000-0000000000d0", READING_A, { ...b, fields: a.fields });
    const ruling = {
      id: "0198c000-0000-7000-8000-0000000000e0",
      documentId: READING_A,
      memberIds: [A, B],
      decision: "mixed" as const,
      provenance: {},
      reason: "Slip",
      bases: {},
      batchId: null,
      changes: [],
      goldStatementId: gold.id,
      stale: false,
      revision: 1,
      updatedAt: "2022-01-21T00:00:00.000Z",
    };
    const draft = startDraft({ ...cluster, ruling, gold }, codebook);
    expect(draft.reason).toBe("Slip");
    expect(isTaken(draft, { part: "content", memberId: B }, cluster, codebook)).toBe(true);
    expect(isTaken(draft, { part: "sourcing", memberId: A }, cluster, codebook)).toBe(true);
    expect(composeRuling(draft, cluster, codebook)).toMatchObject({ decision: "mixed" });
  });
});

it("is ready to save where all agree", () => {
  const cluster = clusterOf([statement(A, READING_A), statement(B, READING_B)], []);
  expect(composeRuling(startDraft(cluster, codebook), cluster, codebook)).toMatchObject({ decision: "accepted" });
});

it("asks for a decision where one reading alone has it", () => {
  const cluster = clusterOf([statement(A, READING_A)], [differs("missing", "missing")]);
  const start = startDraft(cluster, codebook);
  expect(composeRuling(start, cluster, codebook)).toBeNull();
  expect(composeRuling(takeAll(start, A, cluster, codebook), cluster, codebook)).toMatchObject({
    decision: "accepted",
  });
});
