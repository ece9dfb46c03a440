import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { type DatasetSelection, openDataset } from "@/server/bulk/open-dataset";
import { createStatement } from "@/server/commands/create-statement";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "It rains. 𝒳 says so.";
const EVERYTHING: DatasetSelection = {
  ...{ layers: "both", people: "pseudonyms", times: "exact" },
  ...{ documents: null, fields: null },
};

let sample: Sample;
/** More than are read at a time, each with one finished reading of one statement. */
const documentIds: string[] = [];

beforeAll(async () => {
  sample = await seedSample();
  await unblindAssignment(sample.owner, sample.ownAssignmentId, { operationId: uuid(), revision: 1 });
  for (let count = 0; count < 18; count += 1) documentIds.push(await addDocument(sample, `${count}. ${TEXT}`));
  const annotator = await makeActor(sample, "annotator");
  for (const documentId of documentIds) await read(documentId, annotator);
});

async function read(documentId: string, annotator: Awaited<ReturnType<typeof makeActor>>): Promise<void> {
  const assignmentId = await assign(sample, documentId, annotator);
  const number = documentIds.indexOf(documentId);
  const content = wholeContentOver(sample, `${number}. ${TEXT}`, "𝒳 says so");
  await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content });
  await submitAssignment(annotator, assignmentId, { operationId: uuid(), revision: 2 });
}

test("all documents come in their order, each with what is its own", async () => {
  const { dataset, size, count, close } = await openDataset(sample.owner, sample.projectId, EVERYTHING);
  const found = [];
  for await (const document of dataset.documents()) found.push(document);
  expect(found.map(({ article }) => article.id)).toEqual([sample.documentId, ...documentIds]);
  expect(size).toBe(19);
  for (const { article, assignments, statements } of found.slice(1)) {
    expect(assignments.map(({ documentId }) => documentId)).toEqual([article.id]);
    expect(statements.map(({ assignmentId }) => assignmentId)).toEqual(assignments.map(({ id }) => id));
  }
  expect(await count()).toMatchObject({ documents: 19, readings: 20, readingStatements: 48 });
  await close();
});

test("nothing that is written while it is read is in it, and nobody waits to write", async () => {
  const { dataset, close } = await openDataset(sample.owner, sample.projectId, EVERYTHING);
  let statements = 0;
  let written = false;
  for await (const document of dataset.documents()) {
    statements += document.statements.length;
    if (written) continue;
    await read(documentIds.at(-1) ?? "", await makeActor(sample, "annotator"));
    await addDocument(sample, "Another one.");
    written = true;
  }
  expect(statements).toBe(48);
  // The same moment also when it is read again.
  let again = 0;
  for await (const document of dataset.documents()) again += document.statements.length;
  expect(again).toBe(48);
  await close();
  const later = await openDataset(sample.owner, sample.projectId, EVERYTHING);
  expect(await later.count()).toMatchObject({ documents: 20, readingStatements: 49 });
  await later.close();
});
