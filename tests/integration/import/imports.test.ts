import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { POST as previewRoute } from "@/app/api/v1/projects/[projectId]/import-preview/route";
import { POST as importRoute } from "@/app/api/v1/projects/[projectId]/imports/route";
import type { ImportAnswer, ImportPreview } from "@/domain/contract/import";
import { assignDocument } from "@/server/commands/assign-document";
import { importDocuments } from "@/server/commands/import-documents";
import { undoImport } from "@/server/commands/undo-import";
import { database } from "@/server/database/client";
import { listImports } from "@/server/queries/list-imports";
import { previewImport } from "@/server/queries/preview-import";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { HOSTILE_TEXT, makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
beforeAll(async () => {
  sample = await seedSample();
});

const base64 = (text: string) => Buffer.from(text).toString("base64");
const preview = (name: string, text: string) =>
  previewImport(sample.owner, sample.projectId, { name, base64: base64(text) });

function toInput(documents: { title: string; text: string }[]) {
  const rows = documents.map(({ title, text }) => ({
    ...{ id: uuid(), title, text, outlet: null, author: null, published: "2022-01-05", url: null, language: "en" },
  }));
  return { operationId: uuid(), id: uuid(), documents: rows };
}

test("what a preview shows is what is stored, to the character", async () => {
  const cookie = await sessionOf(sample.owner.userId);
  const params = { projectId: sample.projectId };
  const before = await database().document.count();
  const body = { name: "hostile.txt", base64: base64(HOSTILE_TEXT) };
  const shown = (await (await call(previewRoute, "POST", { cookie, params, body })).json()) as ImportPreview;
  expect(await database().document.count()).toBe(before);
  const [found] = shown.documents;
  expect(found).toMatchObject({ title: "hostile", encoding: "utf-8", duplicates: [] });
  const input = toInput([{ title: "Hostile", text: found?.text ?? "" }]);
  const answer = await call(importRoute, "POST", { cookie, params, body: input });
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as ImportAnswer;
  expect(made.documents).toMatchObject([{ sha256: found?.sha256, length: found?.length, published: "2022-01-05" }]);
  const stored = await database().document.findUniqueOrThrow({ where: { id: made.documents[0]?.id } });
  expect(stored.text).toBe(found?.text);
});

test("the same text and nearly the same text are shown, another one is not", async () => {
  const own = await database().document.findUniqueOrThrow({ where: { id: sample.documentId } });
  const same = await preview("a.txt", own.text.replaceAll("\n", "\r\n"));
  expect(same.documents[0]?.duplicates).toMatchObject([{ documentId: own.id, same: true, likeness: 1 }]);
  const copy = await preview("b.txt", `ALMATY (Agency) — ${own.text}\nOur correspondent contributed to this.`);
  expect(copy.documents[0]?.duplicates).toMatchObject([{ documentId: own.id, same: false }]);
  expect(copy.documents[0]?.duplicates[0]?.likeness).toBeGreaterThan(0.8);
  expect((await preview("c.txt", "Quite another text of a few words.")).documents[0]?.duplicates).toEqual([]);
});

test("all or none, once, with one event", async () => {
  const input = toInput(Array.from({ length: 300 }, (_, at) => ({ title: `No. ${at}`, text: `Text ${at}.` })));
  const broken = { ...input, documents: input.documents.map((one, at) => (at === 299 ? { ...one, text: " " } : one)) };
  const [documents, events] = [await database().document.count(), await database().event.count()];
  await expect(importDocuments(sample.owner, sample.projectId, broken)).rejects.toMatchObject({ status: 422 });
  expect(await database().document.count()).toBe(documents);
  const [first, again] = await Promise.all([
    importDocuments(sample.owner, sample.projectId, input),
    importDocuments(sample.owner, sample.projectId, input),
  ]);
  expect(again).toEqual(first);
  expect(await database().document.count()).toBe(documents + 300);
  expect(await database().event.count()).toBe(events + 1);
  const rows = await database().document.findMany({ where: { importId: input.id }, orderBy: { position: "asc" } });
  expect(rows.map(({ title }) => title)).toEqual(input.documents.map(({ title }) => title));
  const taken = importDocuments(sample.owner, sample.projectId, { ...input, operationId: uuid(), id: uuid() });
  await expect(taken).rejects.toMatchObject({ code: "id_taken" });
});

test("is undone as a whole, and not once somebody works on an article of it", async () => {
  const input = toInput([
    { title: "One", text: "One." },
    { title: "Two", text: "Two." },
  ]);
  const { id } = await importDocuments(sample.owner, sample.projectId, input);
  const undone = await undoImport(sample.owner, id, uuid());
  expect(undone.undoneAt).not.toBeNull();
  expect(await database().document.count({ where: { importId: id } })).toBe(0);
  await expect(undoImport(sample.owner, id, uuid())).rejects.toMatchObject({ code: "already_undone" });
  expect((await listImports(sample.owner, sample.projectId)).items.find((one) => one.id === id)).toEqual(undone);

  const kept = toInput([{ title: "One", text: "One." }]);
  await importDocuments(sample.owner, sample.projectId, kept);
  const documentId = kept.documents[0]?.id ?? "";
  const given = { operationId: uuid(), id: uuid(), userId: sample.owner.userId };
  await assignDocument(sample.owner, documentId, given);
  await expect(undoImport(sample.owner, kept.id, uuid())).rejects.toMatchObject({ code: "import_in_use" });
  expect(await database().document.count({ where: { importId: kept.id } })).toBe(1);
});

test("is for who leads the project", async () => {
  const reviewer = await makeActor(sample, "reviewer");
  const input = toInput([{ title: "One", text: "One." }]);
  await expect(importDocuments(reviewer, sample.projectId, input)).rejects.toMatchObject({ status: 403 });
  const asked = previewImport(reviewer, sample.projectId, { name: "a.txt", base64: base64("x") });
  await expect(asked).rejects.toMatchObject({ status: 403 });
});
