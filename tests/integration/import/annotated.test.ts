import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { POST as previewRoute } from "@/app/api/v1/projects/[projectId]/annotated-import-preview/route";
import { POST as importRoute } from "@/app/api/v1/projects/[projectId]/annotated-imports/route";
import { POST as uploadRoute } from "@/app/api/v1/projects/[projectId]/uploads/route";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { AgreementQuery } from "@/domain/contract/agreement";
import type { ImportReport, UploadedFile } from "@/domain/contract/annotated-import";
import { ExportQuery } from "@/domain/contract/export";
import type { Import } from "@/domain/contract/import";
import { openSnapshot } from "@/server/bulk/snapshot";
import { verifyData } from "@/server/bulk/verify-data";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { createProject } from "@/server/commands/create-project";
import { createStatement } from "@/server/commands/create-statement";
import { uploadFile } from "@/server/commands/import-uploads";
import { distinguishEntries, withdrawDistinction } from "@/server/commands/registry/distinguish-entries";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { undoImport } from "@/server/commands/undo-import";
import { database } from "@/server/database/client";
import { getAgreement } from "@/server/queries/agreement/get-agreement";
import { exportDataset } from "@/server/queries/export-dataset";
import { getStatementHistory } from "@/server/queries/get-statement-history";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase, provider } from "../../support/database";
import { assign, contentOver, makeActor, type Sample, seedSample, textOf } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let cookie: string;
let exported: string;
let projectId: string;

beforeAll(async () => {
  sample = await seedSample();
  cookie = await sessionOf(sample.owner.userId);
  await unblindAssignment(sample.owner, sample.ownAssignmentId, { operationId: uuid(), revision: 1 });
  await acceptAgreed(sample.owner, sample.documentId, { operationId: uuid() });
  exported = await exportOf(sample.projectId);
});

beforeEach(async () => {
  projectId = uuid();
  const ids = { outletId: uuid(), unknownId: uuid() };
  await createProject(sample.owner, {
    operationId: uuid(),
    id: projectId,
    name: "Other",
    ...ids,
    codebook: defaultCodebook,
  });
});

async function exportOf(project: string): Promise<string> {
  const query = ExportQuery.parse({ format: "json", layers: "all" });
  return (await exportDataset(sample.owner, project, query)).text();
}

async function upload(name: string, text: string): Promise<string> {
  const params = { projectId };
  const query = `?name=${encodeURIComponent(name)}`;
  const answer = await call(uploadRoute, "POST", { cookie, params, query, body: text });
  expect(answer.status).toBe(201);
  const file = (await answer.json()) as UploadedFile;
  expect(file).toMatchObject({ name, size: Buffer.byteLength(text) });
  return file.id;
}

async function preview(files: string[], more: object = {}): Promise<ImportReport> {
  const answer = await call(previewRoute, "POST", { cookie, params: { projectId }, body: { files, ...more } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as ImportReport;
}

async function bringIn(files: string[], more: object = {}): Promise<Response> {
  const body = { operationId: uuid(), id: uuid(), files, ...more };
  return call(importRoute, "POST", { cookie, params: { projectId }, body });
}

async function* oneByOne<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

const linesOf = ({ groups }: ImportReport, effect: string) =>
  groups.filter((group) => group.effect === effect).flatMap(({ lines }) => lines);

test("in the same installation everything comes in under new ids, is told first, and is undone as a whole", async () => {
  const file = await upload("dataset.json", exported);
  const before = await database().statement.count();
  const report = await preview([file]);
  expect(report).toMatchObject({ format: { key: "json" }, importable: true, codebook: "file" });
  expect(linesOf(report, "lost")).toEqual([]);
  expect(report.counts).toMatchObject({ documents: 1, readings: 2, gold: 1 });
  expect(report.counts.statements).toBe(JSON.parse(exported).statements.length);
  expect(linesOf(report, "changed").some(({ code }) => code === "id_taken")).toBe(true);
  expect(await database().statement.count()).toBe(before);
  const answer = await bringIn([file], { digest: report.digest });
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as Import;
  expect(made).toMatchObject({ format: "json", documentCount: 1, counts: report.counts });
  const own = JSON.parse(exported);
  const copy = JSON.parse(await exportOf(projectId));
  const spans = (data: typeof own) => data.statements.map((one: { spans: object[] }) => one.spans);
  expect(spans(copy)).toEqual(expect.arrayContaining(spans(own)));
  expect(copy.assignments.map((one: { annotator: string }) => one.annotator)).toEqual(
    own.assignments.map((one: { annotator: string }) => one.annotator),
  );
  expect(copy.rulings).toHaveLength(own.rulings.length);
  expect(copy.events).toHaveLength(own.events.length);
  const there = await getAgreement(sample.owner, sample.projectId, AgreementQuery.parse({}));
  const { figures } = await getAgreement(sample.owner, projectId, AgreementQuery.parse({}));
  // Speakers and targets have other ids here; no figure is another.
  const numbers = (of: object) =>
    JSON.stringify(of)
      .match(/\d+\.\d+/g)
      ?.sort();
  expect(numbers(figures)).toEqual(numbers(there.figures));
  await undoImport(sample.owner, made.id, uuid());
  expect(await database().statement.count()).toBe(before);
  const again = undoImport(sample.owner, made.id, uuid());
  await expect(again).rejects.toMatchObject({ status: 409, code: "already_undone" });
});

test("the history that came along is told, and the project's own chain holds", async () => {
  const made = (await (await bringIn([await upload("dataset.json", exported)])).json()) as Import;
  const event = await database().importedEvent.findFirstOrThrow({
    where: { importId: made.id, action: "statement.created" },
  });
  const holder = { ...sample.owner, isAdmin: true };
  await database().assignment.update({ where: { id: event.assignmentId ?? "" }, data: { userId: holder.userId } });
  const { versions } = await getStatementHistory(holder, event.subjectId, { limit: 50 });
  expect(versions.map(({ kind, actor }) => [kind, actor])).toEqual([["created", event.actor]]);
  const findings: unknown[] = [];
  const snapshot = await openSnapshot();
  await verifyData(snapshot, provider, (finding) => findings.push(finding));
  await snapshot.close();
  expect(findings).toEqual([]);
  await database().importedEvent.update({ where: { id: event.id }, data: { actor: "somebody else" } });
  const changed = await openSnapshot();
  await verifyData(changed, provider, (finding) => findings.push(finding));
  await changed.close();
  expect(findings).toEqual([
    { check: "events", where: expect.stringContaining(made.id), problem: expect.stringContaining("not as it came") },
  ]);
});

test("metadata that cannot be stored is left empty, above all an address that is none", async () => {
  const dataset = JSON.parse(exported);
  Object.assign(dataset.documents[0], { url: "javascript:alert(1)", published: "yesterday", language: "<b>" });
  const file = await upload("dataset.json", JSON.stringify(dataset));
  const lost = linesOf(await preview([file]), "lost").filter(({ code }) => code === "metadata");
  expect(lost).toHaveLength(3);
  await bringIn([file]);
  const document = await database().document.findFirstOrThrow({ where: { projectId } });
  expect(document).toMatchObject({ url: null, published: null, language: null });
});

test("a quote that the text does not have is listed with its line and left out, the rest comes in", async () => {
  const dataset = JSON.parse(exported);
  const broken = dataset.statements[3];
  const [span] = broken.spans;
  span.start += 1;
  span.end += 1;
  dataset.statements[4].spans = dataset.statements[4].spans.filter(({ role }: { role: string }) => role !== "content");
  const file = await upload("dataset.json", JSON.stringify(dataset, null, 1));
  const report = await preview([file]);
  const lost = linesOf(report, "lost").filter(({ code }) => ["quote_mismatch", "content_missing"].includes(code));
  expect(lost.map(({ code }) => code).sort()).toEqual(["content_missing", "quote_mismatch"]);
  expect(lost.every(({ line }) => line !== null && line > 1)).toBe(true);
  const made = (await (await bringIn([file])).json()) as Import;
  expect(made.counts?.statements).toBe(dataset.statements.length - 2);
});

test("what is not JSON, no dataset, cut off, or holds what cannot be stored writes nothing", async () => {
  const before = await database().import.count();
  for (const text of ["{", "no format at all", exported.slice(0, exported.length / 2), '{"format": "sayso-dataset"}']) {
    const file = await upload("dataset.json", text);
    const report = await preview([file]);
    expect(report.importable, text.slice(0, 40)).toBe(false);
    expect(linesOf(report, "stops")[0]?.message).toMatch(/\.$/);
    expect((await bringIn([file])).status).toBe(422);
  }
  const dataset = JSON.parse(exported);
  dataset.documents[0].text = `${dataset.documents[0].text}\u0000`;
  const report = await preview([await upload("dataset.json", JSON.stringify(dataset))]);
  expect(report.importable).toBe(false);
  expect(await database().import.count()).toBe(before);
  expect(await database().document.count({ where: { projectId } })).toBe(0);
});

test("a folder of brat in a ZIP comes in by annotator, and what of the ZIP cannot be read is listed", async () => {
  const folder = path.join(import.meta.dirname, "../../golden/formats/brat");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
  const entries = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))]));
  const zip = zipSync({ ...entries, "../escape.txt": strToU8("x") });
  const { id } = await uploadFile(sample.owner, projectId, "brat.zip", oneByOne([zip]));
  const report = await preview([id]);
  expect(report).toMatchObject({ format: { key: "brat" }, importable: true });
  expect(linesOf(report, "lost").map(({ code }) => code)).toContain("zip_entry");
  expect(report.counts.readings).toBeGreaterThan(1);
  const made = (await (await bringIn([id])).json()) as Import;
  expect(made.counts).toEqual(report.counts);
  await undoImport(sample.owner, made.id, uuid());
  expect(await database().assignment.count({ where: { document: { projectId } } })).toBe(0);
});

test("a whole bundle comes in by the dataset in it", async () => {
  const bundle = await exportDataset(sample.owner, sample.projectId, ExportQuery.parse({ format: "bundle" }));
  const bytes = new Uint8Array(await bundle.arrayBuffer());
  const { id } = await uploadFile(sample.owner, projectId, "bundle.zip", oneByOne([bytes]));
  const report = await preview([id]);
  expect(report).toMatchObject({ format: { key: "json" }, importable: true });
  expect(report.counts).toMatchObject({ documents: 1, readings: 2 });
});

test("a report that would be another by now is refused; so is somebody else's file, and an annotator", async () => {
  const file = await upload("dataset.json", exported);
  const other = await bringIn([file], { digest: "other" });
  expect([other.status, (await other.json()).code]).toEqual([409, "report_changed"]);
  const stranger = await makeActor(sample, "manager");
  const theirs = await sessionOf(stranger.userId);
  const asked = await call(previewRoute, "POST", {
    cookie: theirs,
    params: { projectId: sample.projectId },
    body: { files: [file] },
  });
  expect([asked.status, (await asked.json()).code]).toEqual([422, "upload_gone"]);
  const annotator = await sessionOf((await makeActor(sample, "annotator")).userId);
  const refused = await call(uploadRoute, "POST", {
    ...{ cookie: annotator, params: { projectId: sample.projectId }, query: "?name=x", body: "x" },
  });
  expect(refused.status).toBe(403);
});

test("readings come to the article that is there, under the member they are said to be, and stay once somebody goes on", async () => {
  const file = await upload("dataset.json", exported);
  const first = (await (await bringIn([file])).json()) as Import;
  const dataset = JSON.parse(exported);
  const [name] = dataset.assignments.map((one: { annotator: string }) => one.annotator);
  const member = await database().membership.findFirstOrThrow({ where: { projectId } });
  const people = { [name]: member.id };
  const again = await upload("dataset.json", exported);
  const report = await preview([again], { people });
  expect(linesOf(report, "changed").map(({ code }) => code)).toContain("document_known");
  expect(report.counts).toMatchObject({ readings: 1 });
  expect(report.counts.documents).toBeUndefined();
  const second = (await (await bringIn([again], { people })).json()) as Import;
  const blocked = undoImport(sample.owner, first.id, uuid());
  await expect(blocked).rejects.toMatchObject({ status: 409, code: "import_in_use" });
  await undoImport(sample.owner, second.id, uuid());
  const targets = await database().target.findMany({ where: { projectId }, orderBy: { id: "asc" }, take: 2 });
  const [firstId, secondId] = targets.map(({ id }) => id) as [string, string];
  const apart = { operationId: uuid(), id: uuid(), list: "targets" as const, firstId, secondId };
  await distinguishEntries(sample.owner, projectId, apart);
  await expect(undoImport(sample.owner, first.id, uuid())).rejects.toMatchObject({ code: "import_in_use" });
  const back = { operationId: uuid(), list: "targets" as const };
  await withdrawDistinction(sample.owner, { projectId, distinctionId: apart.id }, back);
  const document = await database().document.findFirstOrThrow({ where: { projectId } });
  const annotator = await makeActor({ ...sample, projectId }, "annotator");
  const assignmentId = await assign({ ...sample, projectId }, document.id, annotator);
  const content = contentOver(await textOf(document.id), document.text.slice(0, 20));
  await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content });
  const used = undoImport(sample.owner, first.id, uuid());
  await expect(used).rejects.toMatchObject({ status: 409, code: "import_in_use" });
});
