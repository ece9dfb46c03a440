import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { createStatement } from "@/server/commands/create-statement";
import { LEASE_MILLISECONDS, releaseLease, takeLease, takeNextReview } from "@/server/commands/review-lease";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 said: “naïve”.";
const START = new Date("2026-03-29T01:00:00Z");
const later = (milliseconds: number) => new Date(START.getTime() + milliseconds);

let sample: Sample;
let ana: Actor;
let bo: Actor;

beforeAll(async () => {
  sample = await seedSample();
  ana = await makeActor(sample, "reviewer");
  bo = await makeActor(sample, "reviewer");
  for (let count = 0; count < 2; count += 1) {
    const documentId = await addDocument(sample, TEXT);
    const annotator = await makeActor(sample, "annotator");
    const assignmentId = await assign(sample, documentId, annotator);
    const content = wholeContentOver(sample, TEXT, "naïve");
    await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content });
    const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
    await submitAssignment(annotator, assignmentId, { operationId: uuid(), revision });
  }
});

test("one reviewer has a document, and the other is told who", async () => {
  expect((await takeLease(ana, sample.documentId, START)).lease).toMatchObject({ holder: ana.name, own: true });
  expect((await takeLease(bo, sample.documentId, later(1))).lease).toMatchObject({ holder: ana.name, own: false });
  // Its renewal by who has it moves the end, an attempt of somebody else does not.
  const renewed = (await takeLease(ana, sample.documentId, later(60_000))).lease;
  expect(renewed).toMatchObject({ own: true, expiresAt: later(60_000 + LEASE_MILLISECONDS).toISOString() });
  expect((await takeLease(bo, sample.documentId, later(LEASE_MILLISECONDS + 1))).lease?.own).toBe(false);
});

test("an expired lease is taken over, and does not come back", async () => {
  const over = 60_000 + LEASE_MILLISECONDS;
  expect((await takeLease(bo, sample.documentId, later(over))).lease).toMatchObject({ own: true });
  expect((await takeLease(ana, sample.documentId, later(over + 1))).lease).toMatchObject({ own: false });
  // Who lost it cannot give it back.
  expect((await releaseLease(ana, sample.documentId, later(over + 2))).lease).toMatchObject({ own: false });
  expect((await releaseLease(bo, sample.documentId, later(over + 3))).lease).toBeNull();
});

test("while one has it nobody else rules on it, and everybody may look", async () => {
  await takeLease(ana, sample.documentId, new Date());
  await expect(acceptAgreed(bo, sample.documentId, { operationId: uuid() })).rejects.toMatchObject({
    status: 409,
    code: "leased",
    extra: { current: { holder: ana.name, own: false } },
  });
  expect((await getReviewView(bo, sample.documentId)).lease).toMatchObject({ holder: ana.name, own: false });
  await acceptAgreed(ana, sample.documentId, { operationId: uuid() });
  await releaseLease(ana, sample.documentId, new Date());
});

test("many who ask at the same moment get one document each", async () => {
  const people = [ana, bo, await makeActor(sample, "reviewer"), await makeActor(sample, "manager")];
  const now = new Date();
  const taken = await Promise.all(people.map((one) => takeNextReview(one, sample.projectId, now)));
  const documents = taken.flatMap(({ documentId }) => documentId ?? []);
  expect(documents).toHaveLength(3);
  expect(new Set(documents).size).toBe(3);
  // Asked again, each stays with what they have.
  const again = await Promise.all(people.map((one) => takeNextReview(one, sample.projectId, now)));
  expect(again.map(({ documentId }) => documentId)).toEqual(taken.map(({ documentId }) => documentId));
});

test("many who take one document at the same moment: one has it", async () => {
  const documentId = await addDocument(sample, TEXT);
  const people = await Promise.all(Array.from({ length: 6 }, () => makeActor(sample, "reviewer")));
  const answers = await Promise.all(people.map((one) => takeLease(one, documentId, START)));
  expect(answers.filter(({ lease }) => lease?.own)).toHaveLength(1);
});

test("is closed to annotators and strangers", async () => {
  const annotator = await makeActor(sample, "annotator");
  await expect(takeLease(annotator, sample.documentId, START)).rejects.toMatchObject({ status: 403 });
  const stranger = await makeActor(sample, null);
  await expect(takeLease(stranger, sample.documentId, START)).rejects.toMatchObject({ status: 404 });
  await expect(takeNextReview(stranger, sample.projectId, START)).rejects.toMatchObject({ status: 404 });
});
