import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import type { ReviewView, RulingInput } from "@/domain/contract/review";
import { QueueQuery } from "@/domain/contract/review-queue";
import type { Cluster } from "@/domain/review/cluster";
import { contentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { rule } from "@/server/commands/rule";
import { reopenAssignment, submitAssignment } from "@/server/commands/submit-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { withdrawBatch } from "@/server/commands/withdraw-batch";
import { withdrawRuling } from "@/server/commands/withdraw-ruling";
import { database } from "@/server/database/client";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { getReviewView } from "@/server/queries/get-review-view";
import expected from "../../golden/expected-a-vs-b.json";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let reviewer: Actor;
let view: ReviewView;

const look = () => getReviewView(reviewer, sample.documentId);

beforeAll(async () => {
  sample = await seedSample();
  reviewer = await makeActor(sample, "reviewer");
  view = await look();
});

const membersOf = (cluster: Cluster): Statement[] =>
  cluster.members.map(({ statementId }) => {
    const found = view.readings.flatMap((reading) => reading.statements).find((one) => one.id === statementId);
    if (!found) throw new Error("A member is in no reading.");
    return found;
  });

/** The cluster around an offset of the article. */
function clusterAt(offset: number): Cluster {
  const found = view.clusters.find((cluster) => cluster.start <= offset && offset < cluster.end);
  if (!found) throw new Error(`No cluster at ${offset}.`);
  return found;
}

function accept(cluster: Cluster, change: Partial<RulingInput> = {}): RulingInput {
  const members = membersOf(cluster);
  const [first] = members;
  if (!first) throw new Error("An empty cluster.");
  return {
    operationId: uuid(),
    id: uuid(),
    members: Object.fromEntries(members.map((member) => [member.id, member.revision])),
    decision: "accepted",
    replaces: {},
    provenance: { all: first.id },
    reason: "",
    gold: { id: uuid(), content: contentOf(first) },
    ...change,
  };
}

test("readings A and B agree as the reference says", () => {
  expect(view.agreement).toHaveLength(1);
  expect(view.agreement[0]).toMatchObject({
    countA: expected.n_A,
    countB: expected.n_B,
    matched: expected.matched,
    unitF1: { value: expected.unit_F1 },
  });
  expect(view.clusters).toHaveLength(expected.n_A + expected.n_B - expected.matched);
});

test("each difference of the reference is found as a disagreement of its kind", () => {
  const count = (kind: string, subject?: string) =>
    view.clusters.filter((cluster) =>
      cluster.disagreements.some((one) => one.kind === kind && (!subject || one.subject === subject)),
    ).length;
  expect(count("missing")).toBe(expected.only_A.length + expected.only_B.length);
  expect(count("speaker")).toBe(expected.attributes.speaker.disagree.length);
  expect(count("field", "form")).toBe(expected.attributes.form.disagree.length);
  expect(count("field", "sourcing")).toBe(expected.attributes.sourcing.disagree.length);
  expect(count("field", "claim_type")).toBe(expected.attributes.claim_type.disagree.length);
  // The reference compares first stances only; two more clusters differ by a second target.
  expect(count("stance")).toBe(expected.attributes.primary_stance_value.disagree.length + 2);
});

describe("a ruling", () => {
  test("that accepts a reading makes a gold statement of the adjudication assignment", async () => {
    const cluster = clusterAt(816);
    const input = accept(cluster);
    const saved = await rule(reviewer, sample.documentId, input);
    expect(saved.ruling).toMatchObject({ decision: "accepted", stale: false, goldStatementId: input.gold?.id });
    const { gold, rulings } = await look();
    expect(gold.assignment).toMatchObject({ kind: "adjudication", state: "in_progress" });
    expect(gold.statements).toEqual([saved.gold]);
    expect(contentOf(gold.statements[0] as Statement)).toEqual({ ...input.gold?.content, sameClaimAsId: null });
    expect(rulings).toEqual([saved.ruling]);
    // The readings are untouched.
    expect((await look()).readings).toEqual(view.readings);
  });

  test("carries a repeated claim over to the gold statements", async () => {
    const [first, second] = [clusterAt(76), clusterAt(210)];
    const [repeated] = membersOf(second);
    expect(repeated?.sameClaimAsId).toBe(membersOf(first)[0]?.id);
    const { gold: goldOfFirst } = await rule(reviewer, sample.documentId, accept(first));
    const { gold: goldOfSecond } = await rule(reviewer, sample.documentId, accept(second));
    expect(goldOfSecond).toMatchObject({ sameClaimAsId: goldOfFirst?.id, derivedFromId: repeated?.id });
  });

  test("sent twice is made once", async () => {
    const input = accept(clusterAt(1455));
    const [first, second] = [
      await rule(reviewer, sample.documentId, input),
      await rule(reviewer, sample.documentId, input),
    ];
    expect(second).toEqual(first);
  });

  test("mixes fields, with where each came from", async () => {
    const cluster = clusterAt(468);
    const [a, b] = membersOf(cluster) as [Statement, Statement];
    const content = { ...contentOf(a), fields: { ...a.fields, sourcing: b.fields.sourcing ?? "" } };
    const provenance = { content: a.id, sourcing: b.id };
    const saved = await rule(
      reviewer,
      sample.documentId,
      accept(cluster, { decision: "mixed", provenance, gold: { id: uuid(), content } }),
    );
    expect(saved.gold?.fields.sourcing).toBe("named_institution");
    expect(saved.ruling.provenance).toMatchObject(provenance);
    expect(saved.ruling.bases).toMatchObject({ content: "adjudicated", sourcing: "adjudicated", speaker: "unanimous" });
  });

  test("of no statement needs a reason and has no gold", async () => {
    const cluster = clusterAt(1050);
    const bare = accept(cluster, { decision: "no_statement", gold: null, provenance: {} });
    await expect(rule(reviewer, sample.documentId, bare)).rejects.toMatchObject({
      status: 422,
      code: "invalid_ruling",
    });
    const saved = await rule(reviewer, sample.documentId, { ...bare, reason: "Background, nobody says it." });
    expect(saved).toMatchObject({ gold: null, ruling: { decision: "no_statement", goldStatementId: null } });
  });

  test("both defensible is kept as data without gold", async () => {
    const input = accept(clusterAt(2392), { decision: "both_defensible", gold: null, provenance: {} });
    expect((await rule(reviewer, sample.documentId, input)).ruling.decision).toBe("both_defensible");
  });

  test("replaces the one there was if the reviewer has seen it, with its gold statement", async () => {
    const cluster = clusterAt(585);
    const first = await rule(reviewer, sample.documentId, accept(cluster));
    const unseen = accept(cluster);
    await expect(rule(reviewer, sample.documentId, unseen)).rejects.toMatchObject({
      status: 409,
      code: "ruled_meanwhile",
      extra: { current: first.ruling },
    });
    const older = { [first.ruling.id]: first.ruling.revision + 1 };
    await expect(rule(reviewer, sample.documentId, accept(cluster, { replaces: older }))).rejects.toMatchObject({
      code: "ruled_meanwhile",
    });
    const seen = { [first.ruling.id]: first.ruling.revision };
    const second = await rule(reviewer, sample.documentId, accept(cluster, { replaces: seen }));
    const { gold, rulings } = await look();
    expect(gold.statements.map((one) => one.id)).not.toContain(first.gold?.id);
    expect(gold.statements.map((one) => one.id)).toContain(second.gold?.id);
    expect(rulings.map((ruling) => ruling.id)).not.toContain(first.ruling.id);
  });

  test("by many reviewers at the same moment is made by one; the others are shown it", async () => {
    for (const offset of [973, 2123]) {
      const cluster = clusterAt(offset);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 8 }, () => rule(reviewer, sample.documentId, accept(cluster))),
      );
      const [won] = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
      const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
      expect(lost).toHaveLength(7);
      for (const reason of lost) expect(reason).toMatchObject({ code: "ruled_meanwhile" });
      const on = (await look()).rulings.filter((ruling) => ruling.memberIds.join("+") === cluster.id);
      expect(on.map((ruling) => ruling.id)).toEqual([won?.ruling.id]);
      await withdrawRuling(reviewer, won?.ruling.id ?? "", { operationId: uuid(), revision: 1 });
    }
  });

  test("on members that are no cluster, or have changed, is refused", async () => {
    const [one, other] = [clusterAt(76), clusterAt(973)];
    const input = accept(one);
    // Of the other only a part.
    const [[part, revision] = ["", 0], ...rest] = Object.entries(accept(other).members);
    expect(rest.length).toBeGreaterThan(0);
    const mixedUp = { ...input, members: { ...input.members, [part]: revision } };
    await expect(rule(reviewer, sample.documentId, mixedUp)).rejects.toMatchObject({
      status: 409,
      code: "cluster_changed",
    });
    const older = { ...input, members: Object.fromEntries(Object.keys(input.members).map((id) => [id, 9])) };
    await expect(rule(reviewer, sample.documentId, older)).rejects.toMatchObject({
      status: 409,
      code: "cluster_changed",
    });
  });

  test("with a gold statement that is not whole is refused and leaves nothing behind", async () => {
    const input = accept(clusterAt(973));
    const gold = input.gold && { ...input.gold, content: { ...input.gold.content, speakerId: null, chain: [] } };
    const before = await look();
    await expect(rule(reviewer, sample.documentId, { ...input, gold })).rejects.toMatchObject({ status: 422 });
    expect(await look()).toEqual(before);
  });

  test("is withdrawn, and its cluster is open again", async () => {
    const cluster = clusterAt(2123);
    const { ruling, gold } = await rule(reviewer, sample.documentId, accept(cluster));
    await withdrawRuling(reviewer, ruling.id, { operationId: uuid(), revision: ruling.revision });
    const after = await look();
    expect(after.rulings.map((one) => one.id)).not.toContain(ruling.id);
    expect(after.gold.statements.map((one) => one.id)).not.toContain(gold?.id);
    await expect(
      withdrawRuling(reviewer, ruling.id, { operationId: uuid(), revision: ruling.revision }),
    ).rejects.toMatchObject({ status: 409 });
  });
});

test("what all readings agree on is accepted in one action; the document is settled when every cluster is", async () => {
  const ruled = new Set((await look()).rulings.map((ruling) => ruling.memberIds.join("+")));
  const agreed = view.clusters.filter((cluster) => cluster.disagreements.length === 0 && !ruled.has(cluster.id));
  expect(agreed.length).toBeGreaterThan(0);
  const { rulings } = await acceptAgreed(reviewer, sample.documentId, { operationId: uuid() });
  expect(rulings.map((ruling) => ruling.memberIds.join("+")).sort()).toEqual(
    agreed.map((cluster) => cluster.id).sort(),
  );
  const settled = new Set((await look()).rulings.map((ruling) => ruling.memberIds.join("+")));
  for (const cluster of view.clusters) {
    if (!settled.has(cluster.id)) await rule(reviewer, sample.documentId, accept(cluster));
  }
  expect((await look()).gold.assignment?.state).toBe("submitted");
  const [last] = (await look()).rulings;
  await withdrawRuling(reviewer, last?.id ?? "", { operationId: uuid(), revision: last?.revision ?? 0 });
  expect((await look()).gold.assignment?.state).toBe("in_progress");
});

test("a reading that is reopened puts its rulings out of date, and back when it is submitted as it was", async () => {
  const row = await database().assignment.findUniqueOrThrow({ where: { id: sample.readingIds[0] } });
  const annotator = { userId: row.userId ?? "", name: "", email: "", isAdmin: false };
  const standing = (await look()).rulings.filter(({ stale }) => !stale).map(({ id }) => id);
  const { assignment } = await reopenAssignment(annotator, row.id, { operationId: uuid(), revision: row.revision });
  const reopened = await look();
  expect(reopened.rulings.some(({ stale }) => stale)).toBe(true);
  expect(reopened.gold.assignment?.state).toBe("in_progress");
  for (const { changes } of reopened.rulings.filter(({ stale }) => stale)) {
    expect(changes.map(({ kind }) => kind)).toContain("gone");
  }
  await submitAssignment(annotator, row.id, { operationId: uuid(), revision: assignment.revision });
  expect((await look()).rulings.filter(({ stale }) => !stale).map(({ id }) => id)).toEqual(standing);
});

test("a ruling whose member was changed since says what it was and what it is", async () => {
  const { readings, rulings } = await look();
  const row = await database().assignment.findUniqueOrThrow({ where: { id: sample.readingIds[0] } });
  const annotator = { userId: row.userId ?? "", name: "", email: "", isAdmin: false };
  const ruled = rulings.find(({ stale, memberIds }) => !stale && memberIds.length === 2);
  const member = readings
    .flatMap(({ statements }) => statements)
    .find((one) => one.assignmentId === row.id && ruled?.memberIds.includes(one.id));
  if (!ruled || !member) throw new Error("Nothing of this reading was ruled on.");
  const { assignment } = await reopenAssignment(annotator, row.id, { operationId: uuid(), revision: row.revision });
  const changed = { ...contentOf(member), note: "Seen again." };
  await updateStatement(annotator, member.id, { operationId: uuid(), revision: member.revision, content: changed });
  await submitAssignment(annotator, row.id, { operationId: uuid(), revision: assignment.revision });
  const after = (await look()).rulings.find(({ id }) => id === ruled.id);
  expect(after).toMatchObject({ stale: true });
  expect(after?.changes).toEqual([{ statementId: member.id, kind: "changed", was: contentOf(member), now: changed }]);
  const queue = await getReviewQueue(reviewer, sample.projectId, QueueQuery.parse({ state: "stale" }), new Date());
  expect(queue.matching.clusters).toBe(1);
});

test("what was accepted in one action is undone as a whole, and what was ruled otherwise since stays", async () => {
  for (const { id, revision } of (await look()).rulings) {
    await withdrawRuling(reviewer, id, { operationId: uuid(), revision });
  }
  view = await look();
  const { rulings } = await acceptAgreed(reviewer, sample.documentId, { operationId: uuid() });
  const [first, ...others] = rulings;
  expect(others.length).toBeGreaterThan(0);
  expect(first?.bases.content).toBe("unanimous");
  const cluster = view.clusters.find(({ id }) => id === first?.memberIds.join("+"));
  if (!first?.batchId || !cluster) throw new Error("Nothing was accepted.");
  const otherwise = await rule(
    reviewer,
    sample.documentId,
    accept(cluster, { replaces: { [first.id]: first.revision } }),
  );
  const answer = await withdrawBatch(reviewer, first.batchId, uuid());
  expect(answer).toEqual({ batchId: first.batchId, rulings: others.length, documents: [sample.documentId] });
  const left = await look();
  expect(left.rulings.filter(({ batchId }) => batchId)).toEqual([]);
  expect(left.rulings.map(({ id }) => id)).toContain(otherwise.ruling.id);
  expect(left.gold.statements.map(({ id }) => id)).toContain(otherwise.gold?.id);
  await expect(withdrawBatch(reviewer, first.batchId, uuid())).rejects.toMatchObject({ status: 404 });
});

test("what all readings missed becomes gold that is derived from none, and stays when readings change", async () => {
  const [statement] = (await look()).readings.flatMap((reading) => reading.statements);
  if (!statement) throw new Error("No statement.");
  const content = { ...contentOf(statement), parentId: null, sameClaimAsId: null };
  const input: RulingInput = {
    ...{ operationId: uuid(), id: uuid(), members: {}, replaces: {}, decision: "edited" },
    ...{ provenance: {}, reason: "Everybody overlooked it.", gold: { id: uuid(), content } },
  };
  await expect(
    rule(reviewer, sample.documentId, { ...input, decision: "no_statement", gold: null }),
  ).rejects.toMatchObject({ status: 422, code: "invalid_ruling" });
  const { ruling, gold } = await rule(reviewer, sample.documentId, input);
  expect(ruling).toMatchObject({ memberIds: [], stale: false });
  expect(gold?.derivedFromId).toBeNull();
  expect(Object.values(ruling.bases)).toEqual(Object.values(ruling.bases).map(() => "edited"));
  expect((await look()).rulings.map(({ id }) => id)).toContain(ruling.id);
});
