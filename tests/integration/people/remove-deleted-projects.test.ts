import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { openSnapshot } from "@/server/bulk/snapshot";
import { type Finding, verifyData } from "@/server/bulk/verify-data";
import { changeProjectState, renameProject } from "@/server/commands/change-project";
import { copyProject } from "@/server/commands/copy-project";
import { database } from "@/server/database/client";
import { countRowsOfProject } from "@/server/database/rows-of-project";
import { exportFile, makeExportFolder } from "@/server/jobs/export-files";
import { removeDeletedProjects } from "@/server/jobs/remove-deleted-projects";
import { createTestDatabase, provider } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;

beforeAll(async () => {
  sample = await seedSample();
});

const DAY = 24 * 60 * 60 * 1000;

const deleteIt = (projectId: string) =>
  changeProjectState(sample.owner, projectId, { operationId: uuid(), state: "deleted" });

async function deletedAt(projectId: string): Promise<number> {
  const project = await database().project.findUniqueOrThrow({ where: { id: projectId } });
  return project.deletedAt?.getTime() ?? Number.NaN;
}

async function findings(): Promise<Finding[]> {
  const found: Finding[] = [];
  const snapshot = await openSnapshot();
  await verifyData(snapshot, provider, (finding) => found.push(finding));
  await snapshot.close();
  return found;
}

test("the sample goes thirty days after it was deleted, not a moment earlier, and leaves a record without content", async () => {
  const { projectId, owner } = sample;
  const copyId = uuid();
  const copy = { operationId: uuid(), id: copyId, name: "Stays", withArticles: true, withMembers: true };
  await copyProject(owner, projectId, copy);
  const other = await countRowsOfProject(database(), copyId);
  const annotator = await makeActor(sample, "annotator");
  const counts = await countRowsOfProject(database(), projectId);
  expect(counts).toMatchObject({ Document: 1, Statement: 30 });

  await deleteIt(projectId);
  const end = (await deletedAt(projectId)) + 30 * DAY;
  expect(await removeDeletedProjects(new Date(end - 1))).toEqual([]);
  // Restorable until then.
  await changeProjectState(owner, projectId, { operationId: uuid(), state: "open" });
  await renameProject(owner, projectId, { operationId: uuid(), name: "Back" });
  expect(await removeDeletedProjects(new Date(end))).toEqual([]);
  await deleteIt(projectId);
  const again = (await deletedAt(projectId)) + 30 * DAY;

  const exportId = uuid();
  const row = { id: exportId, projectId, userId: owner.userId, choice: {}, fileName: "x", mediaType: "x" };
  await database().export.create({ data: { ...row, state: "running" } });
  await makeExportFolder();
  writeFileSync(exportFile(exportId), "x");
  expect(await removeDeletedProjects(new Date(again))).toEqual([]);
  expect(await database().removal.count()).toBe(0);
  await database().export.update({ where: { id: exportId }, data: { state: "done" } });

  const head = await database().eventHead.findUniqueOrThrow({ where: { projectId } });
  // Two who come at once are one.
  const now = new Date(again);
  expect(await Promise.all([removeDeletedProjects(now), removeDeletedProjects(now)])).toEqual([
    [projectId],
    [projectId],
  ]);
  const removal = await database().removal.findUniqueOrThrow({ where: { projectId } });
  expect(removal).toMatchObject({ removedAt: now, lastSequence: head.sequence, lastHash: head.hash });
  expect(removal.counts).toEqual({ ...counts, Export: 1, Event: head.sequence, Membership: counts.Membership });
  expect(Object.values(await countRowsOfProject(database(), projectId)).every((count) => count === 0)).toBe(true);
  expect(await database().project.findUnique({ where: { id: projectId } })).toBeNull();
  expect(existsSync(exportFile(exportId))).toBe(false);
  // Nobody's account goes, and nothing of another project.
  expect(await database().user.findUnique({ where: { id: annotator.userId } })).not.toBeNull();
  expect(await countRowsOfProject(database(), copyId)).toEqual({ ...other, Membership: other.Membership });
  expect(await findings()).toEqual([]);
  expect(await removeDeletedProjects(now)).toEqual([]);
});

test("the events of a project that was not removed cannot go, and no project that is there can be noted as removed", async () => {
  const project = await database().project.findFirstOrThrow();
  const removal = { deletedAt: new Date(), removedAt: new Date(), counts: {}, lastSequence: 0, lastHash: "" };
  await expect(database().event.deleteMany({ where: { projectId: project.id } })).rejects.toThrow();
  await expect(database().removal.create({ data: { projectId: project.id, ...removal } })).rejects.toThrow();
});

test("every table that belongs to projects is among those that are emptied", async () => {
  const schema = readFileSync(path.join(import.meta.dirname, "../../../prisma/schema.prisma"), "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
    name: name as string,
    // Rows that it names, by a column of its own.
    names: [...(body as string).matchAll(/^\s+\w+\s+(\w+)\??\s+@relation\([^)]*fields:/gm)].map(
      ([, other]) => other as string,
    ),
    hasProject: /^\s+projectId\s/m.test(body as string),
  }));
  const belongs = new Set(["Project"]);
  // Round by round: what names a row of a project belongs to the project.
  for (const _ of models) {
    for (const { name, names, hasProject } of models)
      if (hasProject || names.some((other) => belongs.has(other))) belongs.add(name);
  }
  const [project] = await database().project.findMany({ take: 1 });
  const emptied = Object.keys(await countRowsOfProject(database(), project?.id ?? ""));
  expect([...belongs].filter((name) => name !== "Project" && name !== "Removal").sort()).toEqual(emptied.sort());
});
