import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { ExportQuery } from "@/domain/contract/export";
import { QueueQuery } from "@/domain/contract/review-queue";
import { DEFAULT_REVIEW_SETTINGS, type ReviewSettings } from "@/domain/review/review-settings";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { changeReviewSettings } from "@/server/commands/change-review-settings";
import { createStatement } from "@/server/commands/create-statement";
import { openThread } from "@/server/commands/discussion/open-thread";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { exportDataset } from "@/server/queries/export-dataset";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 said: “naïve”. Later e\u0301 denied it.";

let sample: Sample;
let reviewer: Actor;
let otherDocumentId: string;

const look = (query: object = {}) => getReviewQueue(reviewer, sample.projectId, QueueQuery.parse(query), new Date());
const set = (change: Partial<ReviewSettings>) =>
  changeReviewSettings(sample.owner, sample.projectId, {
    ...{ operationId: uuid(), ...DEFAULT_REVIEW_SETTINGS },
    ...change,
  });
const hideNames = (names: ReviewSettings["names"]) => set({ names });

/** One finished reading of the other document with these passages. */
async function read(annotator: Actor, quotes: readonly string[]): Promise<void> {
  const assignmentId = await assign(sample, otherDocumentId, annotator);
  for (const quote of quotes) {
    const content = wholeContentOver(sample, TEXT, quote);
    await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content });
  }
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  await submitAssignment(annotator, assignmentId, { operationId: uuid(), revision });
}

beforeAll(async () => {
  sample = await seedSample();
  reviewer = await makeActor(sample, "reviewer");
  otherDocumentId = await addDocument(sample, TEXT);
  await read(await makeActor(sample, "annotator"), ["naïve"]);
  const [cluster] = (await getReviewView(reviewer, otherDocumentId)).clusters;
  const statementIds = cluster?.members.map(({ statementId }) => statementId) ?? [];
  const thread = { operationId: uuid(), id: uuid(), statementIds, text: "Is it one?" };
  await openThread(reviewer, otherDocumentId, thread);
});

test("counts what each document has, and what each choice of a filter leaves", async () => {
  const queue = await look();
  const view = await getReviewView(reviewer, sample.documentId);
  const entry = queue.entries.find(({ document }) => document.id === sample.documentId);
  expect(entry).toMatchObject({ clusters: view.clusters.length, settled: 0, matching: view.clusters.length });
  expect(queue.progress).toMatchObject({ documents: 2, settledDocuments: 0, clusters: view.clusters.length + 1 });
  expect(queue.progress).toMatchObject({ discussed: 1, answered: 0 });
  expect(queue.entries.map(({ openThreads }) => openThreads).sort()).toEqual([0, 1]);
  for (const [facet, choices] of Object.entries(queue.choices)) {
    expect(choices.length).toBeGreaterThan(0);
    for (const { value, count } of choices) {
      expect((await look({ [facet]: value })).matching.clusters).toBe(count);
    }
  }
  const weights = queue.entries.map(({ weight }) => weight);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

test("the open ones go as they are settled, and a new reading brings its document back", async () => {
  const before = await look();
  const { rulings } = await acceptAgreed(reviewer, sample.documentId, { operationId: uuid() });
  const after = await look();
  expect(after.matching.clusters).toBe(before.matching.clusters - rulings.length);
  expect((await look({ state: "settled" })).matching.clusters).toBe(rulings.length);
  const [earlier] = (await look()).entries.filter(({ document }) => document.id === otherDocumentId);
  expect(earlier?.clusters).toBe(1);
  await read(await makeActor(sample, "annotator"), ["naïve", "denied"]);
  const [later] = (await look()).entries.filter(({ document }) => document.id === otherDocumentId);
  expect(later).toMatchObject({ clusters: 2, finished: 2 });
});

test("the project's weights decide what comes first", async () => {
  const nothing = { missing: 0, speaker: 0, stance: 0, sourcing: 0, field: 0, boundary: 0, tie: 0, unsure: 0 };
  await set({ weights: { ...nothing, lowConfidence: 0, boundary: 7 } });
  const [first] = (await look()).entries;
  expect(first?.items[0]).toMatchObject({ weight: 7 });
  expect(first?.items[0]?.grounds).toContain("boundary");
  await hideNames("pseudonyms");
});

async function exported(actor: Actor, layers: "annotation" | "all") {
  return (await exportDataset(actor, sample.projectId, ExportQuery.parse({ format: "json", layers }))).json();
}

test("where names are hidden, no answer tells one person's readings apart from another's", async () => {
  const users = await database().user.findMany();
  const shown = JSON.stringify([await look(), await getReviewView(reviewer, sample.documentId)]);
  const pseudonyms = [...new Set(shown.match(/ann_[a-z2-7]{10}/g))];
  expect(pseudonyms.length).toBeGreaterThan(1);

  await hideNames("hidden");
  const answers = JSON.stringify([
    await look(),
    await getReviewView(reviewer, sample.documentId),
    await exported(reviewer, "all"),
  ]);
  for (const word of [...pseudonyms, ...users.flatMap(({ id, email }) => [id, email])]) {
    expect(answers).not.toContain(word);
  }
  await expect(look({ pair: "a|b" })).rejects.toMatchObject({ status: 403, code: "names_hidden" });
  const names = (await exported(reviewer, "annotation")).assignments.map((one: { annotator: string }) => one.annotator);
  expect(new Set(names).size).toBe(names.length);
  const manager = await makeActor(sample, "manager");
  expect(JSON.stringify(await exported(manager, "annotation"))).toContain("ann_");

  await hideNames("names");
  const { readings } = await getReviewView(reviewer, sample.documentId);
  const readers = await database().user.findMany({
    where: { assignments: { some: { id: { in: readings.map(({ assignmentId }) => assignmentId) } } } },
  });
  expect(readings.map(({ annotator }) => annotator).sort()).toEqual(readers.map(({ name }) => name).sort());
  await hideNames("pseudonyms");
});

test("only managers set how a project is reviewed", async () => {
  const input = { operationId: uuid(), ...DEFAULT_REVIEW_SETTINGS };
  await expect(changeReviewSettings(reviewer, sample.projectId, input)).rejects.toMatchObject({ status: 403 });
  await set({ reasons: ["Because"] });
  expect((await getReviewView(reviewer, sample.documentId)).reasons).toEqual(["Because"]);
});

test("closed to annotators; a blind reading of one's own keeps its document's figures closed", async () => {
  const annotator = await makeActor(sample, "annotator");
  await expect(getReviewQueue(annotator, sample.projectId, QueueQuery.parse({}), new Date())).rejects.toMatchObject({
    status: 403,
  });
  const queue = await getReviewQueue(sample.owner, sample.projectId, QueueQuery.parse({}), new Date());
  expect(queue.closed.map(({ document }) => document.id)).toEqual([sample.documentId]);
  expect(queue.entries.map(({ document }) => document.id)).not.toContain(sample.documentId);
});
