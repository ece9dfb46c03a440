import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { QueueQuery } from "@/domain/contract/review-queue";
import { DEFAULT_REVIEW_SETTINGS } from "@/domain/review/review-settings";
import type { Actor } from "@/server/auth/actor";
import { applyProposals } from "@/server/commands/apply-proposals";
import { changeReviewSettings } from "@/server/commands/change-review-settings";
import { createStatement } from "@/server/commands/create-statement";
import { releaseLease, takeLease } from "@/server/commands/review-lease";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { withdrawBatch } from "@/server/commands/withdraw-batch";
import { database } from "@/server/database/client";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { getReviewView } from "@/server/queries/get-review-view";
import { previewProposals } from "@/server/queries/preview-proposals";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 said: “naïve”. Later e\u0301 denied it; others left.";

let sample: Sample;
let reviewer: Actor;
let documentId: string;

const preview = (strategy: "unanimous" | "majority" | "annotator", annotator?: string) =>
  previewProposals(reviewer, sample.projectId, { strategy, annotator }, new Date());
const queue = () => getReviewQueue(reviewer, sample.projectId, QueueQuery.parse({}), new Date());

beforeAll(async () => {
  sample = await seedSample();
  reviewer = await makeActor(sample, "reviewer");
  documentId = await addDocument(sample, TEXT);
  for (const quotes of [
    ["naïve", "denied it"],
    ["naïve", "denied it"],
    ["naïve", "others left"],
  ]) {
    const annotator = await makeActor(sample, "annotator");
    const assignmentId = await assign(sample, documentId, annotator);
    for (const quote of quotes) {
      const content = wholeContentOver(sample, TEXT, quote);
      await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content });
    }
    const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
    await submitAssignment(annotator, assignmentId, { operationId: uuid(), revision });
  }
});

test("a preview changes nothing; what it shows is settled, with its basis, and undone as a whole", async () => {
  const before = await queue();
  const shown = await preview("majority");
  expect(await queue()).toEqual(before);
  const here = shown.entries.find(({ document }) => document.id === documentId);
  // One all have, one most have, one that most have not.
  expect(here).toMatchObject({ settles: 3, leaves: 0 });
  const batchId = uuid();
  for (const { document, fingerprint } of shown.entries) {
    const input = { operationId: uuid(), batchId, strategy: "majority" as const, fingerprint };
    const applied = await applyProposals(reviewer, document.id, input);
    expect(await applyProposals(reviewer, document.id, input)).toEqual(applied);
  }
  const after = await queue();
  expect(after.matching.clusters).toBe(before.matching.clusters - shown.settles);
  expect(after.batches).toMatchObject([{ batchId, rulings: shown.settles }]);
  const view = await getReviewView(reviewer, documentId);
  expect(view.gold.assignment?.state).toBe("submitted");
  expect(view.rulings.map(({ decision }) => decision).sort()).toEqual(["accepted", "accepted", "no_statement"]);
  expect(view.rulings.map(({ bases }) => bases.content)).toEqual(
    expect.arrayContaining(["unanimous", "majority", undefined]),
  );
  const answer = await withdrawBatch(reviewer, batchId, uuid());
  expect(answer.rulings).toBe(shown.settles);
  const { batches, ...undone } = await queue();
  expect({ batches, ...undone }).toEqual(before);
  expect((await getReviewView(reviewer, documentId)).gold).toMatchObject({
    assignment: { state: "in_progress" },
    statements: [],
  });
});

test("what changed since the preview is not settled", async () => {
  const [entry] = (await preview("unanimous")).entries;
  const input = { operationId: uuid(), batchId: uuid(), strategy: "majority" as const, fingerprint: "old" };
  await expect(applyProposals(reviewer, entry?.document.id ?? "", input)).rejects.toMatchObject({
    status: 409,
    code: "preview_changed",
  });
});

test("a document that another reviewer has is left out, and refused", async () => {
  const other = await makeActor(sample, "reviewer");
  const all = await preview("majority");
  const fingerprint = all.entries.find(({ document }) => document.id === documentId)?.fingerprint ?? "";
  await takeLease(other, documentId, new Date());
  const shown = await preview("majority");
  expect(shown).toMatchObject({ leased: 1 });
  expect(shown.entries.map(({ document }) => document.id)).not.toContain(documentId);
  const input = { operationId: uuid(), batchId: uuid(), strategy: "majority" as const, fingerprint };
  await expect(applyProposals(reviewer, documentId, input)).rejects.toMatchObject({ code: "leased" });
  await releaseLease(other, documentId, new Date());
});

test("one annotator's readings are taken, unless the project hides whose they are", async () => {
  const { annotators } = await preview("unanimous");
  const { readings } = await getReviewView(reviewer, documentId);
  const name = readings[2]?.annotator ?? "";
  expect(annotators).toContain(name);
  const shown = await preview("annotator", name);
  expect(shown.entries).toMatchObject([{ document: { id: documentId }, settles: 3 }]);
  await expect(preview("annotator")).rejects.toMatchObject({ status: 422 });
  const settings = { operationId: uuid(), ...DEFAULT_REVIEW_SETTINGS, names: "hidden" as const };
  await changeReviewSettings(sample.owner, sample.projectId, settings);
  expect((await preview("unanimous")).annotators).toEqual([]);
  await expect(preview("annotator", name)).rejects.toMatchObject({ status: 403, code: "names_hidden" });
});
