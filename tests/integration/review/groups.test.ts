import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { QueueQuery } from "@/domain/contract/review-queue";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { regroupClusters, undoRegroup } from "@/server/commands/regroup-clusters";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

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
