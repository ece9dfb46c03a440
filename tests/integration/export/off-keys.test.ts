import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { ExportQuery } from "@/domain/contract/export";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement } from "@/server/commands/delete-statement";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { database } from "@/server/database/client";
import { exportDataset } from "@/server/queries/export-dataset";
import { createTestDatabase, provider } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "They said: “Bread is dear.” Nobody asked.";

let sample: Sample;
let documentId: string;

beforeAll(async () => {
  sample = await seedSample();
  await unblindAssignment(sample.owner, sample.ownAssignmentId, { operationId: uuid(), revision: 1 });
  documentId = await addDocument(sample, TEXT);
  const annotator = await makeActor(sample, "annotator");
  const assignmentId = await assign(sample, documentId, annotator);
  const plain = wholeContentOver(sample, TEXT, "Bread is dear.");
  const withRole = { ...plain, spans: [...plain.spans, { role: "addressee", start: 28, end: 34, quote: "Nobody" }] };
  await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content: plain });
  const id = uuid();
  await createStatement(annotator, assignmentId, { operationId: uuid(), id, content: withRole });
  const kept = uuid();
  const withField = { ...wholeContentOver(sample, TEXT, "asked"), fields: { ...plain.fields, frame: ["conflict"] } };
  await createStatement(annotator, assignmentId, { operationId: uuid(), id: kept, content: withField });
  await deleteStatement(annotator, id, { operationId: uuid(), revision: 1 });
  await submitAssignment(annotator, assignmentId, { operationId: uuid(), revision: 2 });
});

async function header(documents?: string): Promise<string[]> {
  const query = ExportQuery.parse({ format: "csv", layers: "annotation", documents });
  const text = await (await exportDataset(sample.owner, sample.projectId, query)).text();
  return text.slice(0, text.indexOf("\r\n")).split(",");
}

test("what the codebook has off is a column where a statement that is in the export uses it", async () => {
  const all = await header();
  expect(all).toContain("endorsement");
  expect(all).toContain("frame");
  expect(all).not.toContain("addressee_start");
  expect(all).not.toContain("intensity");
  const one = await header(documentId);
  expect(one).toContain("frame");
  expect(one).not.toContain("endorsement");
});

test("statements from before tell it too", async () => {
  const told = () => database().statement.findMany({ select: { id: true, offKeys: true }, orderBy: { id: "asc" } });
  const written = await told();
  expect(new Set(written.map(({ offKeys }) => offKeys))).toEqual(
    new Set([null, "field.endorsement", "field.frame", "role.addressee"]),
  );
  await database().statement.updateMany({ data: { offKeys: "field.other" } });
  const folder = join(import.meta.dirname, "../../../prisma/migrations", provider);
  const name = readdirSync(folder).find((one) => one.endsWith("_statement_off_keys")) ?? "";
  const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
  await database().$executeRawUnsafe(sql.slice(sql.indexOf("UPDATE")));
  expect(await told()).toEqual(written);
});
