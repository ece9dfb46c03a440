import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Relation } from "@/domain/contract/relation";
import type { RulingInput } from "@/domain/contract/review";
import type { Cluster } from "@/domain/review/cluster";
import { contentOf } from "@/domain/statement/content";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { regroupClusters } from "@/server/commands/regroup-clusters";
import { rule } from "@/server/commands/rule";
import { travelReview } from "@/server/commands/travel-review";
import { withdrawRuling } from "@/server/commands/withdraw-ruling";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let reviewer: Actor;

beforeEach(async () => {
  sample = await seedSample();
  reviewer = await makeActor(sample, "reviewer");
  // The tests share one document.
  for (let { rulings } = await look(); rulings[0]; { rulings } = await look()) {
    await withdrawRuling(reviewer, rulings[0].id, { operationId: uuid(), revision: rulings[0].revision });
  }
  reviewer = await makeActor(sample, "reviewer");
});

const look = (actor = reviewer) => getReviewView(actor, sample.documentId);
const standing = async () => {
  const { rulings, gold } = await look();
  expect(gold.statements.map(({ id }) => id).sort()).toEqual(
    rulings.flatMap(({ goldStatementId }) => goldStatementId ?? []).sort(),
  );
  return rulings.map(({ id }) => id).sort();
};

/** Rules on a cluster as the view has it, in place of what rules on it now. */
async function settle({ members }: Cluster, which = 0, actor = reviewer): Promise<string> {
  const { readings, rulings } = await look(actor);
  const statements = members.flatMap(
    ({ statementId }) => readings.flatMap((one) => one.statements).find(({ id }) => id === statementId) ?? [],
  );
  const chosen = statements[which % statements.length];
  if (!chosen) throw new Error("An empty cluster.");
  const input: RulingInput = {
    operationId: uuid(),
    id: uuid(),
    members: Object.fromEntries(statements.map(({ id, revision }) => [id, revision])),
    replaces: Object.fromEntries(
      rulings
        .filter(({ memberIds }) => memberIds.some((id) => statements.some((one) => one.id === id)))
        .map(({ id, revision }) => [id, revision]),
    ),
    decision: "accepted",
    provenance: { all: chosen.id },
    reason: "",
    gold: { id: uuid(), content: contentOf(chosen) },
  };
  return (await rule(actor, sample.documentId, input)).ruling.id;
}

async function travel(kind: "undo" | "redo", actor = reviewer) {
  const step = (await look(actor)).history[kind];
  if (!step) throw new Error(`Nothing to ${kind}.`);
  const relation: { kind: "reverts" | "repeats" } & Relation = {
    kind: kind === "undo" ? "reverts" : "repeats",
    operationId: step.operationId,
  };
  return travelReview(actor, sample.documentId, { operationId: uuid(), relation });
}

test("every step is taken back, the latest first wherever it was, and done again", async () => {
  const { clusters, history } = await look();
  expect(history).toEqual({ undo: null, redo: null });
  const [one, two, three] = [clusters[1], clusters[7], clusters[3]] as [Cluster, Cluster, Cluster];
  const states: string[][] = [await standing()];
  for (const act of [
    () => settle(one),
    () => settle(two),
    // In place of the first.
    () => settle(one, 1),
    () => acceptAgreed(reviewer, sample.documentId, { operationId: uuid() }),
    async () => {
      const last = (await look()).rulings.find(({ memberIds }) =>
        memberIds.includes(two.members[0]?.statementId ?? ""),
      );
      await withdrawRuling(reviewer, last?.id ?? "", { operationId: uuid(), revision: last?.revision ?? 0 });
    },
    () => settle(three),
  ]) {
    await act();
    states.push(await standing());
  }
  for (const state of states.slice(0, -1).reverse()) {
    await travel("undo");
    expect(await standing()).toEqual(state);
  }
  expect((await look()).history.undo).toBeNull();
  for (const state of states.slice(1)) {
    await travel("redo");
    expect(await standing()).toEqual(state);
  }
  expect((await look()).history.redo).toBeNull();
  const { statementId } = await travel("undo");
  expect(three.members.map((member) => member.statementId)).toContain(statementId);
  await settle(three, 1);
  expect((await look()).history.redo).toBeNull();
});

test("a ruling that replaced others gives way to them when it is withdrawn", async () => {
  const cluster = (await look()).clusters[1] as Cluster;
  const first = await settle(cluster);
  const second = await settle(cluster, 1);
  expect(await standing()).toEqual([second]);
  const { restored } = await withdrawRuling(reviewer, second, { operationId: uuid(), revision: 1 });
  expect(restored).toEqual([first]);
  expect(await standing()).toEqual([first]);
  const { rulings } = await look();
  expect(rulings[0]).toMatchObject({ id: first, stale: false });
});

test("clusters that were put apart lie together again, and apart once more", async () => {
  const before = await look();
  const cluster = before.clusters.find(({ members }) => members.length === 2) as Cluster;
  const groups = cluster.members.map(({ statementId }) => [statementId]);
  await regroupClusters(reviewer, sample.documentId, { operationId: uuid(), groups });
  const apart = (await look()).clusters;
  expect(apart).toHaveLength(before.clusters.length + 1);
  await travel("undo");
  expect((await look()).clusters).toEqual(before.clusters);
  await travel("redo");
  expect((await look()).clusters).toEqual(apart);
  await travel("undo");
  expect((await look()).clusters).toEqual(before.clusters);
});

test("what another reviewer has ruled since is passed over, and nobody takes back what is not theirs", async () => {
  const other = await makeActor(sample, "reviewer");
  const { clusters } = await look();
  const [one, two] = [clusters[1], clusters[7]] as [Cluster, Cluster];
  const mine = await settle(two);
  await settle(one);
  const theirs = await settle(one, 1, other);
  const { history } = await look();
  const relation = { kind: "reverts" as const, operationId: (await look(other)).history.undo?.operationId ?? "" };
  await expect(travelReview(reviewer, sample.documentId, { operationId: uuid(), relation })).rejects.toMatchObject({
    status: 409,
    code: "overtaken",
  });
  expect((await travel("undo")).ended).toEqual([mine]);
  expect(await standing()).toEqual([theirs]);
  expect(history.undo).not.toBeNull();
  expect((await look()).history.undo).toBeNull();
  const done = {
    operationId: uuid(),
    relation: { kind: "repeats" as const, operationId: history.undo?.operationId ?? "" },
  };
  const answer = await travelReview(reviewer, sample.documentId, done);
  expect(await travelReview(reviewer, sample.documentId, done)).toEqual(answer);
  expect(await standing()).toEqual([mine, theirs].sort());
});
