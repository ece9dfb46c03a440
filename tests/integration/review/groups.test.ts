import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { QueueQuery } from "@/domain/contract/review-queue";
import { contentOf } from "@/domain/statement/content";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { regroupClusters, undoRegroup } from "@/server/commands/regroup-clusters";
import { rule } from "@/server/commands/rule";
import { withdrawRuling } from "@/server/commands/withdraw-ruling";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let reviewer: Actor;

beforeAll(async () => {
  sample = await seedSample();
  reviewer = await makeActor(sample, "reviewer");
});

const look = () => getReviewView(reviewer, sample.documentId);
const regroup = (groups: string[][]) => regroupClusters(reviewer, sample.documentId, { operationId: uuid(), groups });
const counted = async () => {
  const { entries } = await getReviewQueue(reviewer, sample.projectId, QueueQuery.parse({}), new Date());
  return entries[0]?.clusters;
};

test("one cluster is put apart and together again, rulings follow, and undo puts everything back", async () => {
  await acceptAgreed(reviewer, sample.documentId, { operationId: uuid() });
  const before = await look();
  const ruled = before.rulings[0]?.memberIds ?? [];
  expect(ruled).toHaveLength(2);

  const apart = await regroup(ruled.map((id) => [id]));
  const split = await look();
  expect(split.clusters).toHaveLength(before.clusters.length + 1);
  expect(await counted()).toBe(before.clusters.length + 1);
  for (const id of ruled) {
    const cluster = split.clusters.find((one) => one.id === id);
    expect(cluster?.disagreements.map(({ kind }) => kind)).toEqual(["missing"]);
  }
  expect(split.rulings.find(({ id }) => id === before.rulings[0]?.id)).toMatchObject({ stale: true });

  const together = await regroup([ruled]);
  const { clusters, rulings } = await look();
  expect({ clusters, rulings }).toEqual({ clusters: before.clusters, rulings: before.rulings });
  expect(await counted()).toBe(before.clusters.length);
  // What came later is undone first.
  await expect(undoRegroup(reviewer, sample.documentId, apart.batchId, uuid())).rejects.toMatchObject({ status: 404 });
  await undoRegroup(reviewer, sample.documentId, together.batchId, uuid());
  expect((await look()).clusters).toEqual(split.clusters);
  await undoRegroup(reviewer, sample.documentId, apart.batchId, uuid());
  expect((await look()).clusters).toEqual(before.clusters);
});

test("clusters of different readings are put together, however far apart", async () => {
  const before = await look();
  const [a, b] = before.readings.map(({ assignmentId }) =>
    before.clusters.find(({ members }) => members.length === 1 && members[0]?.assignmentId === assignmentId),
  );
  const other = b ?? before.clusters.find(({ members }) => members.length === 1 && members[0] !== a?.members[0]);
  if (!a || !other) throw new Error("The sample has no two single statements.");
  const ids = [...a.members, ...other.members].map(({ statementId }) => statementId);
  const oneReading = a.members[0]?.assignmentId === other.members[0]?.assignmentId;
  if (oneReading) {
    await expect(regroup([ids])).rejects.toMatchObject({ status: 422, code: "invalid_cluster" });
    return;
  }
  const { batchId } = await regroup([ids]);
  const after = await look();
  expect(after.clusters).toHaveLength(before.clusters.length - 1);
  expect(after.clusters.map(({ id }) => id)).toContain([...ids].sort().join("+"));
  await undoRegroup(reviewer, sample.documentId, batchId, uuid());
});

test("two statements of one reading are never one cluster, and a part of a cluster is not moved alone", async () => {
  const { clusters, readings } = await look();
  const of = (assignmentId: string | undefined) =>
    clusters.filter(({ members }) => members.length === 1 && members[0]?.assignmentId === assignmentId);
  const [one, other] =
    of(readings[0]?.assignmentId).length > 1 ? of(readings[0]?.assignmentId) : of(readings[1]?.assignmentId);
  const both = [one, other].flatMap((cluster) => cluster?.members.map(({ statementId }) => statementId) ?? []);
  expect(both).toHaveLength(2);
  await expect(regroup([both])).rejects.toMatchObject({ status: 422, code: "invalid_cluster" });
  const pair = clusters.find(({ members }) => members.length === 2)?.members ?? [];
  await expect(regroup([[pair[0]?.statementId ?? ""]])).rejects.toMatchObject({ status: 409, code: "cluster_changed" });
  await expect(regroup([[uuid()]])).rejects.toMatchObject({ status: 409 });
  expect((await look()).clusters).toEqual(clusters);
});

test("clusters in which one reading has two statements are ruled on together, and the gold is of all of them", async () => {
  const { clusters: all, readings, rulings } = await look();
  const ruledOn = new Set(rulings.flatMap(({ memberIds }) => memberIds));
  const clusters = all.filter(({ members }) => !members.some(({ statementId }) => ruledOn.has(statementId)));
  const statements = readings.flatMap((reading) => reading.statements);
  const [one, two] = [
    clusters.find(({ members }) => members.length === 2),
    clusters.find(({ members }) => members.length === 1),
  ];
  if (!one || !two) throw new Error("No such clusters.");
  const members = [...one.members, ...two.members].flatMap(
    ({ statementId }) => statements.find(({ id }) => id === statementId) ?? [],
  );
  expect(new Set(members.map(({ assignmentId }) => assignmentId)).size).toBeLessThan(members.length);
  const input = (of: typeof members) => ({
    operationId: uuid(),
    id: uuid(),
    members: Object.fromEntries(of.map(({ id, revision }) => [id, revision])),
    replaces: {},
    decision: "accepted" as const,
    provenance: { all: of[0]?.id ?? "" },
    reason: "",
    gold: { id: uuid(), content: contentOf(of[0] as (typeof members)[number]) },
  });
  // Not on a part of a cluster.
  await expect(rule(reviewer, sample.documentId, input(members.slice(1)))).rejects.toMatchObject({
    status: 409,
    code: "cluster_changed",
  });
  const settled = async () => {
    const query = QueueQuery.parse({ state: "settled" });
    return (await getReviewQueue(reviewer, sample.projectId, query, new Date())).matching.clusters;
  };
  const before = await settled();
  const { ruling, gold } = await rule(reviewer, sample.documentId, input(members));
  expect(ruling).toMatchObject({ stale: false, memberIds: members.map(({ id }) => id).sort() });
  expect(gold?.derivedFromId).toBe(members[0]?.id);
  expect(await settled()).toBe(before + 2);
  expect((await look()).rulings.find(({ id }) => id === ruling.id)).toMatchObject({ stale: false });
  // Taken apart, neither is as it was ruled on.
  const groups = one.members.map(({ statementId }) => [statementId]);
  const { batchId } = await regroupClusters(reviewer, sample.documentId, { operationId: uuid(), groups });
  expect((await look()).rulings.find(({ id }) => id === ruling.id)).toMatchObject({ stale: true });
  await undoRegroup(reviewer, sample.documentId, batchId, uuid());
  await withdrawRuling(reviewer, ruling.id, { operationId: uuid(), revision: 1 });
  expect(await settled()).toBe(before);
});
