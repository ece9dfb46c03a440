import { zipSync } from "fflate";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { POST as previewRoute } from "@/app/api/v1/projects/[projectId]/annotated-import-preview/route";
import { POST as importRoute } from "@/app/api/v1/projects/[projectId]/annotated-imports/route";
import { POST as uploadRoute } from "@/app/api/v1/projects/[projectId]/uploads/route";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { AgreementQuery } from "@/domain/contract/agreement";
import type { ImportReport, UploadedFile } from "@/domain/contract/annotated-import";
import type { Import } from "@/domain/contract/import";
import { ensureOwner } from "@/seeds/owner";
import type { Actor } from "@/server/auth/actor";
import { createProject } from "@/server/commands/create-project";
import { undoImport } from "@/server/commands/undo-import";
import { database } from "@/server/database/client";
import { getAgreement } from "@/server/queries/agreement/get-agreement";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { type PolnearFolder, polnearFolder } from "../../support/polnear-folder";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

let owner: Actor;
let projectId: string;
beforeAll(async () => {
  owner = await ensureOwner();
  projectId = uuid();
  await createProject(owner, {
    ...{ operationId: uuid(), id: projectId, name: "PolNeAR", outletId: uuid(), unknownId: uuid() },
    codebook: defaultCodebook,
  });
});

/** Span F1 of each pair of annotators, from what was written: the same content, piece by piece. */
function exactF1({ annotators, marked }: PolnearFolder): number[] {
  const figures: number[] = [];
  for (const [index, a] of annotators.entries()) {
    for (const b of annotators.slice(index + 1)) {
      let [same, all] = [0, 0];
      for (const whose of marked.values()) {
        const [ones, others] = [a, b].map(
          (name) => new Set(whose.get(name)?.map((content) => JSON.stringify(content))),
        );
        if (!ones || !others) continue;
        same += [...ones].filter((one) => others.has(one)).length;
        all += ones.size + others.size;
      }
      figures.push((2 * same) / all);
    }
  }
  return figures.sort();
}

test("a folder of 50 articles by 6 annotators comes in whole, and agreement is computed over it", async () => {
  const folder = polnearFolder(50);
  const cookie = await sessionOf(owner.userId);
  const params = { projectId };
  const zip = zipSync(
    Object.fromEntries(Object.entries(folder.files).map(([path, text]) => [path, Buffer.from(text)])),
  );
  const uploaded = await call(uploadRoute, "POST", { cookie, params, query: "?name=polnear.zip", body: zip });
  const file = (await uploaded.json()) as UploadedFile;
  const asked = await call(previewRoute, "POST", { cookie, params, body: { files: [file.id] } });
  const report = (await asked.json()) as ImportReport;
  const statements = [...folder.marked.values()].flatMap((whose) => [...whose.values()].flat()).length;
  expect(report).toMatchObject({
    format: { key: "brat" },
    counts: { documents: 50, readings: 300, statements },
    importable: true,
  });
  expect(report.people.map(({ name }) => name).sort()).toEqual(folder.annotators);
  expect(report.groups.filter(({ effect }) => effect === "lost" || effect === "changed" || effect === "stops")).toEqual(
    [],
  );
  expect(await database().document.count({ where: { projectId } })).toBe(0);
  const body = { operationId: uuid(), id: uuid(), files: [file.id], digest: report.digest };
  const answer = await call(importRoute, "POST", { cookie, params, body });
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as Import;
  expect(made.counts).toEqual(report.counts);
  const { figures, people, passes, documents } = await getAgreement(
    owner,
    projectId,
    AgreementQuery.parse({ match: "exact" }),
  );
  expect([passes, documents.length, figures.annotators.length]).toEqual([300, 50, 6]);
  const found = people?.pairs.map((pair) => pair.found.value ?? Number.NaN).sort() ?? [];
  expect(found).toHaveLength(15);
  for (const [index, figure] of exactF1(folder).entries()) expect(found[index]).toBeCloseTo(figure, 10);
  await undoImport(owner, made.id, uuid());
  expect(await database().statement.count({ where: { assignment: { document: { projectId } } } })).toBe(0);
});
