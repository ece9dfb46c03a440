import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { POST as previewRoute } from "@/app/api/v1/projects/[projectId]/annotated-import-preview/route";
import { POST as importRoute } from "@/app/api/v1/projects/[projectId]/annotated-imports/route";
import { POST as uploadRoute } from "@/app/api/v1/projects/[projectId]/uploads/route";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { ImportReport, UploadedFile } from "@/domain/contract/annotated-import";
import { ExportQuery } from "@/domain/contract/export";
import { ImportInput } from "@/domain/contract/import";
import { createProject } from "@/server/commands/create-project";
import { importDocuments } from "@/server/commands/import-documents";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { database } from "@/server/database/client";
import { exportDataset } from "@/server/queries/export-dataset";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let cookie: string;
beforeAll(async () => {
  sample = await seedSample();
  cookie = await sessionOf(sample.owner.userId);
  // Otherwise the owner's own unfinished reading keeps the others' from being exported.
  await unblindAssignment(sample.owner, sample.ownAssignmentId, { operationId: uuid(), revision: 1 });
});

/** A project with the article, where the format brings none. */
async function makeProject(withArticle: boolean): Promise<string> {
  const id = uuid();
  const ids = { operationId: uuid(), id, outletId: uuid(), unknownId: uuid() };
  await createProject(sample.owner, { ...ids, name: "Other", codebook: defaultCodebook });
  if (!withArticle) return id;
  const { title, text } = await database().document.findUniqueOrThrow({ where: { id: sample.documentId } });
  const input = ImportInput.parse({ operationId: uuid(), id: uuid(), documents: [{ id: uuid(), title, text }] });
  await importDocuments(sample.owner, id, input);
  return id;
}

/** What was marked, by whom it was said and where they stand, of each statement in the finished readings of a project. */
async function listMarked(projectId: string, { chain = true, bases = true, targets = true } = {}) {
  const query = ExportQuery.parse({ format: "jsonl", layers: "annotation" });
  const lines = (await (await exportDataset(sample.owner, projectId, query)).text()).trimEnd().split("\n");
  return lines
    .map((line) => {
      const { spans, speaker, stances, fields, ...rest } = JSON.parse(line);
      return JSON.stringify({
        spans: spans.map(({ role, start, end, quote }: Record<string, unknown>) => ({ role, start, end, quote })),
        speaker: speaker?.name ?? null,
        chain: chain ? rest.chain.map(({ name }: { name: string }) => name) : null,
        stances: stances.map((stance: Record<string, unknown>) => [
          targets && stance.target,
          stance.value,
          bases && stance.basis,
        ]),
        form: fields.form,
      });
    })
    .sort();
}

test.each([
  // The handle of a target, and not its wording, is all that some formats hold.
  ["brat", { targets: false }, false],
  ["label-studio", { bases: false, targets: false }, false],
  ["web-annotation", {}, false],
  ["webanno-tsv", { targets: false }, true],
  ["cas-json", {}, false],
  ["jsonl", {}, true],
  ["csv", {}, true],
] as const)("an export as %s comes into another project as it was", async (format, compared, withArticle) => {
  const projectId = await makeProject(withArticle);
  const params = { projectId };
  const query = ExportQuery.parse({ format, layers: "annotation" });
  const bytes = new Uint8Array(await (await exportDataset(sample.owner, sample.projectId, query)).arrayBuffer());
  const ending = { jsonl: "jsonl", csv: "csv", "web-annotation": "jsonld" }[format as string] ?? "zip";
  const name = `?name=export.${ending}`;
  const uploaded = await call(uploadRoute, "POST", { cookie, params, query: name, body: bytes });
  const { id } = (await uploaded.json()) as UploadedFile;
  const asked = await call(previewRoute, "POST", { cookie, params, body: { files: [id] } });
  const report = (await asked.json()) as ImportReport;
  expect(report.groups.filter(({ effect }) => effect === "lost" || effect === "stops")).toEqual([]);
  const body = { operationId: uuid(), id: uuid(), files: [id], digest: report.digest };
  expect((await call(importRoute, "POST", { cookie, params, body })).status).toBe(201);
  expect(await listMarked(projectId, compared)).toEqual(await listMarked(sample.projectId, compared));
  expect(await database().document.count({ where: { projectId } })).toBe(1);
});
