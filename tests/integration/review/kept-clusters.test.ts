import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { QueueQuery } from "@/domain/contract/review-queue";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { regroupClusters } from "@/server/commands/regroup-clusters";
import { database } from "@/server/database/client";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { forgetQueue } from "@/server/queries/read-queue-facts";
import { clustersStored } from "@/server/queries/read-review-facts";
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

const ask = (query = {}) => getReviewQueue(reviewer, sample.projectId, QueueQuery.parse(query), new Date());
const kept = () => database().keptClusters.findUniqueOrThrow({ where: { documentId: sample.documentId } });

test("a start finds the clusters as they were kept, and makes them anew where they are not", async () => {
  const first = await ask();
  const pair = first.choices.pair[0]?.value;
  const ofPair = await ask({ pair });
  expect(ofPair.matching.clusters).toBe(first.choices.pair[0]?.count);
  await clustersStored();
  const row = await kept();
  for (const clusters of [row.clusters, "{}", "not JSON"]) {
    await database().keptClusters.update({ where: { documentId: sample.documentId }, data: { clusters } });
    forgetQueue();
    expect(await ask()).toEqual(first);
    expect(await ask({ pair })).toEqual(ofPair);
    await clustersStored();
    expect(await kept()).toEqual(row);
  }
});

test("what is ruled or put otherwise is seen at once, and kept", async () => {
  const before = await ask();
  const { rulings } = await acceptAgreed(reviewer, sample.documentId, { operationId: uuid() });
  expect((await ask()).progress).toEqual({ ...before.progress, settled: before.progress.settled + rulings.length });
  const groups = (rulings[0]?.memberIds ?? []).map((id) => [id]);
  await regroupClusters(reviewer, sample.documentId, { operationId: uuid(), groups });
  const apart = await ask();
  expect(apart.progress).toMatchObject({ clusters: before.progress.clusters + 1, stale: 2 });
  await clustersStored();
  forgetQueue();
  expect(await ask()).toEqual(apart);
});

test("a project has more speakers than a query has parameters", async () => {
  const { projectId } = sample;
  const speakers = Array.from({ length: 2500 }, (_, at) => ({ id: uuid(), projectId, name: `S${at}`, kind: "person" }));
  await database().speaker.createMany({ data: speakers });
  forgetQueue();
  expect((await ask()).entries).not.toEqual([]);
});
