import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ExportChoice } from "@/domain/contract/export";
import { DatasetError } from "@/domain/formats/verify-document";
import { UnknownFormatError } from "@/domain/import/annotated/unknown-format-error";
import type { Span } from "@/domain/text/span";
import { permitDataset, planDataset } from "@/server/bulk/dataset-plan";
import { openInThread } from "@/server/bulk/export-thread/export-in-thread";
import { planImport } from "@/server/bulk/import/plan-import";
import { readProjectState } from "@/server/bulk/import/project-state";
import { planInThread } from "@/server/bulk/import-thread/plan-in-thread";
import { selectionOf } from "@/server/bulk/selection-of";
import { writeDataset } from "@/server/bulk/write-dataset";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { database } from "@/server/database/client";
import { databaseSource } from "@/server/database/database-source";
import { parseInWorker } from "@/server/import/annotated/parse-in-worker";
import { createTestDatabase } from "../../support/database";
import { addDocument, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const root = join(import.meta.dirname, "../../..");
let sample: Sample;
let folder: string;
let programs: Record<string, string>;

beforeAll(async () => {
  sample = await seedSample();
  await unblindAssignment(sample.owner, sample.ownAssignmentId, { operationId: uuid(), revision: 1 });
  await addDocument(sample, "𝒳 says: nothing.");
  // Below the project, for the driver of SQLite is found from there.
  const caches = join(root, "node_modules/.cache");
  mkdirSync(caches, { recursive: true });
  folder = mkdtempSync(join(caches, "programs-"));
  const script = pathToFileURL(join(root, "scripts/start/programs.mjs")).href;
  const { buildPrograms } = (await import(script)) as { buildPrograms(to: string): Promise<Record<string, string>> };
  programs = await buildPrograms(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function byThread(given: object, report = "# Reliability\n") {
  const choice = ExportChoice.parse(given);
  const permitted = await permitDataset(sample.owner, sample.projectId, selectionOf(choice));
  const thread = await openInThread(programs["export-thread"] ?? "", databaseSource(), sample.projectId);
  const plan = await planDataset(permitted, thread.used);
  return thread.write(plan, choice, { reliabilityReport: async () => report, isExpecting: true });
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const chunk of chunks) held.push(chunk);
  return Buffer.concat(held);
}

test.each([
  { format: "csv", people: "names" },
  { format: "jsonl", times: "day" },
  { format: "json", layers: "all" },
  { format: "csv-tables", documents: "sample" },
  { format: "parquet", fields: ["sourcing"] },
])("a thread writes $format byte for byte as the server does", async ({ documents, ...given }) => {
  const asked = { ...given, ...(documents && { documents: [sample.documentId] }) };
  const choice = ExportChoice.parse(asked);
  const here = await writeDataset({ actor: sample.owner, projectId: sample.projectId, choice });
  const expected = await whole(here.chunks);
  const written = await byThread(asked);
  expect(written.expected).toBe(expected.length);
  expect((await whole(written.chunks)).equals(expected)).toBe(true);
});

test("what only the server can tell is asked for", async () => {
  const written = await byThread({ format: "bundle" }, "# The report of the server\n");
  expect((await whole(written.chunks)).includes("reliability-report.md")).toBe(true);
});

test("an export that is left at once leaves nothing behind, and the next one is whole", async () => {
  const left = await byThread({ format: "json" });
  await left.chunks.return(undefined);
  const written = await byThread({ format: "json" });
  expect((await whole(written.chunks)).length).toBe(written.expected);
});

const task = async (path: string, spool: string | null) => {
  const db = database();
  const project = await db.project.findUniqueOrThrow({ where: { id: sample.projectId } });
  const state = await readProjectState(db, project);
  return {
    ...{ source: databaseSource(), spool },
    reading: { files: [{ name: "dataset.json", path }], format: null, codebook: state.newest.content, columns: null },
    options: { state, choices: { codebook: null, people: {} }, importId: uuid(), now: new Date() },
  };
};

test("a thread plans an import as the server does", async () => {
  const path = join(folder, "dataset.json");
  const written = await byThread({ format: "json" });
  writeFileSync(path, await whole(written.chunks));
  const { reading, options, source } = await task(path, null);
  const { format, parts } = await parseInWorker({ ...reading, findText: async () => null });
  const here = await planImport({ format: format.key, parts }, { ...options, source, spool: null });
  const formats: string[] = [];
  const asked = { findText: async () => null, onFormat: ({ key }: { key: string }) => formats.push(key) };
  const there = await planInThread(programs["import-thread"] ?? "", await task(path, join(folder, "rows")), asked);
  expect(formats).toEqual(["json"]);
  expect(there.format).toBe("json");
  expect(there.prepared.report).toEqual(here.prepared.report);
  expect(existsSync(there.spooled?.path ?? "")).toBe(true);
});

test("a thread says why it cannot read a file", async () => {
  const path = join(folder, "nothing.json");
  const asked = { findText: async () => null, onFormat: () => undefined };
  const planned = async (text: string) => {
    writeFileSync(path, text);
    return planInThread(programs["import-thread"] ?? "", await task(path, null), asked);
  };
  await expect(planned("nothing")).rejects.toThrow(UnknownFormatError);
  await expect(planned('{"format": "sayso-dataset", "documents": [')).rejects.toThrow("not whole");
});

test("a dataset that contradicts itself is told as such", async () => {
  const db = database();
  const { id, spans } = await db.statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } });
  const shifted = (spans as Span[]).map((span) => ({ ...span, start: span.start - 1, end: span.end - 1 }));
  await db.statement.update({ where: { id }, data: { spans: shifted } });
  await expect(byThread({ format: "csv" })).rejects.toThrow(DatasetError);
});
