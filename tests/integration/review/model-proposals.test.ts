import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/server/auth/actor";
import { applyProposals } from "@/server/commands/apply-proposals";
import { createStatement } from "@/server/commands/create-statement";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { getReviewView } from "@/server/queries/get-review-view";
import { previewProposals } from "@/server/queries/preview-proposals";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "They said: “naïve”. Later e\u0301 denied it.";
const TRUTHS = ["direct", "indirect"];

let sample: Sample;
let reviewer: Actor;
let annotators: Actor[];

/** A finished reading of a new document by each annotator: two know the form, two say "mixed" of everything. */
async function read(number: number): Promise<string> {
  const documentId = await addDocument(sample, `${TEXT} ${number}`);
  for (const [index, annotator] of annotators.entries()) {
    const assignmentId = await assign(sample, documentId, annotator);
    const content = wholeContentOver(sample, `${TEXT} ${number}`, "naïve");
    const form = index < 2 ? TRUTHS[number % 2] : "mixed";
    const statement = { ...content, fields: { ...content.fields, form: form ?? "" } };
    await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content: statement });
    const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
    await submitAssignment(annotator, assignmentId, { operationId: uuid(), revision });
  }
  return documentId;
}

const preview = (strategy: "majority" | "model") =>
  previewProposals(reviewer, sample.projectId, { strategy }, new Date());

beforeAll(async () => {
  sample = await seedSample();
  reviewer = await makeActor(sample, "reviewer");
  annotators = await Promise.all([1, 2, 3, 4].map(() => makeActor(sample, "annotator")));
});

test("a model settles ties that a majority leaves open, once it has seen enough, as its preview showed", async () => {
  const documentIds: string[] = [];
  for (let number = 0; number < 19; number++) documentIds.push(await read(number));
  const mine = (entries: { document: { id: string } }[]) =>
    entries.filter(({ document }) => documentIds.includes(document.id)).length;
  // Of fewer than twenty statements each it says nothing.
  expect(mine((await preview("model")).entries)).toBe(0);
  documentIds.push(await read(19));
  expect(mine((await preview("majority")).entries)).toBe(0);
  const shown = await preview("model");
  expect(mine(shown.entries)).toBe(20);

  const batchId = uuid();
  for (const [number, documentId] of documentIds.entries()) {
    const fingerprint = shown.entries.find(({ document }) => document.id === documentId)?.fingerprint ?? "";
    const input = { operationId: uuid(), batchId, strategy: "model" as const, fingerprint };
    expect(await applyProposals(reviewer, documentId, input)).toEqual({ batchId, rulings: 1 });
    if (number > 1) continue;
    const { gold, rulings } = await getReviewView(reviewer, documentId);
    expect(gold.statements.map(({ fields }) => fields.form)).toEqual([TRUTHS[number]]);
    expect(rulings).toMatchObject([
      {
        decision: "accepted",
        reason: "By rule: a model of the annotators",
        bases: { form: "model", content: "unanimous" },
      },
    ]);
  }
});
