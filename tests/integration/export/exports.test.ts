import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { GET as fileRoute } from "@/app/api/v1/exports/[exportId]/file/route";
import { POST as startRoute } from "@/app/api/v1/projects/[projectId]/exports/route";
import { ExportChoice, ExportQuery } from "@/domain/contract/export";
import { removeExport } from "@/server/commands/remove-export";
import { startExport } from "@/server/commands/start-export";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { database } from "@/server/database/client";
import { exportFile, unfinishedFile } from "@/server/jobs/export-files";
import { makeExport } from "@/server/jobs/make-export";
import { resumeExports, runExports } from "@/server/jobs/run-exports";
import { downloadExport } from "@/server/queries/download-export";
import { exportDataset } from "@/server/queries/export-dataset";
import { getExport } from "@/server/queries/get-export";
import { listExports } from "@/server/queries/list-exports";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
beforeAll(async () => {
  sample = await seedSample();
  await unblindAssignment(sample.owner, sample.ownAssignmentId, { operationId: uuid(), revision: 1 });
});
beforeEach(async () => {
  await runExports();
  await database().export.deleteMany();
});

const choice = ExportChoice.parse({ format: "csv-tables" });

async function start(given = choice) {
  return startExport(sample.owner, sample.projectId, { operationId: uuid(), id: uuid(), choice: given });
}

/** A row as a process that ended left it. */
async function leave(state: string) {
  const id = uuid();
  const row = { id, projectId: sample.projectId, userId: sample.owner.userId, fileName: "x.zip", mediaType: "text/x" };
  return database().export.create({ data: { ...row, choice, state } });
}

test("is answered at once with where to ask, and is the same file that a download streams", async () => {
  const id = uuid();
  const answer = await call(startRoute, "POST", {
    cookie: await sessionOf(sample.owner.userId),
    params: { projectId: sample.projectId },
    body: { operationId: uuid(), id, choice: { format: "csv-tables" } },
  });
  expect([answer.status, answer.headers.get("location")]).toEqual([202, `/api/v1/exports/${id}`]);
  await runExports();

  const made = await getExport(sample.owner, id);
  expect(made).toMatchObject({ state: "done", problem: null, written: made.expected });
  const file = await call(fileRoute, "GET", { cookie: await sessionOf(sample.owner.userId), params: { exportId: id } });
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(file.headers.get("content-disposition")).toMatch(/filename="kazakhstan-january-2022-csv-tables-[\d-]+\.zip"/);
  expect(file.headers.get("content-length")).toBe(String(bytes.length));
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(made.sha256);
  const streamed = await exportDataset(sample.owner, sample.projectId, ExportQuery.parse({ format: "csv-tables" }));
  expect(bytes.equals(Buffer.from(await streamed.arrayBuffer()))).toBe(true);

  const again = await downloadExport(sample.owner, id, new Headers({ "if-none-match": `"${made.sha256}"` }));
  expect(again.status).toBe(304);
  expect((await listExports(sample.owner, sample.projectId)).items.map((one) => one.id)).toEqual([id]);
});

test("is its maker's alone, and no longer theirs when they may not export", async () => {
  const reviewer = await makeActor(sample, "reviewer");
  const own = await startExport(reviewer, sample.projectId, { operationId: uuid(), id: uuid(), choice });
  await runExports();
  const headers = new Headers();
  await expect(downloadExport(sample.owner, own.id, headers)).rejects.toMatchObject({ status: 404 });
  expect((await (await downloadExport(reviewer, own.id, headers)).arrayBuffer()).byteLength).toBe(
    (await getExport(reviewer, own.id)).written,
  );
  const where = { projectId_userId: { projectId: sample.projectId, userId: reviewer.userId } };
  await database().membership.update({ where, data: { role: "annotator" } });
  await expect(downloadExport(reviewer, own.id, headers)).rejects.toMatchObject({ status: 403 });
  await expect(
    startExport(reviewer, sample.projectId, { operationId: uuid(), id: uuid(), choice }),
  ).rejects.toMatchObject({ status: 403 });
});

test("is cancelled while it waits and while it is made, and removed afterwards, with its file", async () => {
  const waiting = await leave("waiting");
  expect(await removeExport(sample.owner, waiting.id, { operationId: uuid() })).toMatchObject({ state: "cancelled" });
  const running = await leave("running");
  await removeExport(sample.owner, running.id, { operationId: uuid() });
  await makeExport(running);
  for (const { id } of [waiting, running]) {
    expect(await getExport(sample.owner, id)).toMatchObject({ state: "cancelled" });
    expect([existsSync(exportFile(id)), existsSync(unfinishedFile(id))]).toEqual([false, false]);
  }

  const { id } = await start();
  await runExports();
  expect(existsSync(exportFile(id))).toBe(true);
  expect(await removeExport(sample.owner, id, { operationId: uuid() })).toMatchObject({ state: "removed" });
  expect(existsSync(exportFile(id))).toBe(false);
  await expect(downloadExport(sample.owner, id, new Headers())).rejects.toMatchObject({ code: "export_not_there" });
  expect((await listExports(sample.owner, sample.projectId)).items).toEqual([]);
});

test("goes on after a restart", async () => {
  const { id } = await leave("running");
  await resumeExports();
  await runExports();
  expect(await getExport(sample.owner, id)).toMatchObject({ state: "done" });
});

test("that fails says where the data contradicts itself and leaves no file", async () => {
  const statement = await database().statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } });
  const spans = [{ role: "content", start: 0, end: 3, quote: "Not" }];
  await database().statement.update({ where: { id: statement.id }, data: { spans } });
  const { id } = await start();
  await runExports();
  const failed = await getExport(sample.owner, id);
  expect(failed).toMatchObject({ state: "failed", problem: expect.stringContaining(`statement ${statement.id}`) });
  expect([existsSync(exportFile(id)), existsSync(unfinishedFile(id))]).toEqual([false, false]);
  await database().statement.update({ where: { id: statement.id }, data: { spans: statement.spans as object[] } });
});

test("is refused beyond five that are not finished", async () => {
  for (let count = 0; count < 5; count += 1) await leave("running");
  await expect(start()).rejects.toMatchObject({ status: 409, code: "too_many_exports" });
});
