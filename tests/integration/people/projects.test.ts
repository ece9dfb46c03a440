import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { codebookTemplates } from "@/domain/codebook/templates/codebook-templates";
import { GRACE_DAYS } from "@/domain/project/grace-period";
import type { Actor } from "@/server/auth/actor";
import { changeProjectState, renameProject } from "@/server/commands/change-project";
import { copyProject } from "@/server/commands/copy-project";
import { createStatement } from "@/server/commands/create-statement";
import { startProject } from "@/server/commands/start-project";
import { database } from "@/server/database/client";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { listProjectSummaries } from "@/server/queries/list-project-summaries";
import { listWork } from "@/server/queries/list-work";
import { createTestDatabase } from "../../support/database";
import { contentOver, makeActor, type Sample, seedSample, textOf } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let annotator: Actor;

beforeAll(async () => {
  sample = await seedSample();
  annotator = await makeActor(sample, "annotator");
});

const listFor = async (actor: Actor, now = new Date()) => (await listProjectSummaries(actor, now)).items;
const move = (actor: Actor, projectId: string, state: "open" | "archived" | "deleted") =>
  changeProjectState(actor, projectId, { operationId: uuid(), state });

/** Everything a project has, row by row, but for its own row. */
async function contentsOf(projectId: string) {
  const db = database();
  const where = { projectId };
  return {
    documents: await db.document.findMany({ where, orderBy: { id: "asc" } }),
    members: await db.membership.findMany({ where, orderBy: { id: "asc" } }),
    codebooks: await db.codebookVersion.findMany({ where, orderBy: { id: "asc" } }),
    speakers: await db.speaker.findMany({ where, orderBy: { id: "asc" }, include: { aliases: true } }),
    targets: await db.target.findMany({ where, orderBy: { id: "asc" } }),
    assignments: await db.assignment.findMany({ where: { document: where }, orderBy: { id: "asc" } }),
    statements: await db.statement.findMany({
      where: { assignment: { document: where } },
      orderBy: { id: "asc" },
      include: { stances: true },
    }),
  };
}

test("a project starts from each template, once however often it is sent, and only by a server admin", async () => {
  for (const { key, codebook } of codebookTemplates) {
    const input = { operationId: uuid(), id: uuid(), name: "=Ünïted 👩‍👩‍👧", template: key };
    await startProject(sample.owner, input);
    await startProject(sample.owner, input);
    const { codebooks, speakers } = await contentsOf(input.id);
    expect(codebooks.map(({ version, content }) => [version, content])).toEqual([[1, codebook]]);
    expect(speakers.filter(({ fixed }) => fixed)).toHaveLength(2);
  }
  const input = { operationId: uuid(), id: uuid(), name: "X", template: "statements-v1" };
  await expect(startProject(annotator, input)).rejects.toMatchObject({ status: 403 });
  await expect(startProject(sample.owner, { ...input, template: "no such" })).rejects.toMatchObject({ status: 422 });
  const taken = { ...input, operationId: uuid(), id: sample.projectId };
  await expect(startProject(sample.owner, taken)).rejects.toMatchObject({ status: 409, code: "id_taken" });
});

test("a renamed project has its name everywhere, and annotators cannot rename", async () => {
  const name = "Kasachstan, \u202Eجنوری";
  await renameProject(sample.owner, sample.projectId, { operationId: uuid(), name });
  expect((await listFor(annotator)).map((project) => project.name)).toEqual([name]);
  const refused = renameProject(annotator, sample.projectId, { operationId: uuid(), name: "x" });
  await expect(refused).rejects.toMatchObject({ status: 403 });
});

test("a copy has codebook, registry and settings, and nothing of anybody's work", async () => {
  const input = { operationId: uuid(), id: uuid(), name: "Copy", withArticles: true, withMembers: true };
  const trained = await database().document.findUniqueOrThrow({ where: { id: sample.documentId } });
  const trainingSettings = { isOn: true, documentIds: [trained.id], measure: "found", threshold: 0.6, passes: 1 };
  await database().project.update({ where: { id: sample.projectId }, data: { trainingSettings } });
  const [firstId, secondId] = (await contentsOf(sample.projectId)).targets.map(({ id }) => id).sort() as [
    string,
    string,
  ];
  await database().targetDistinction.create({ data: { id: uuid(), projectId: sample.projectId, firstId, secondId } });
  await copyProject(sample.owner, sample.projectId, input);
  const [source, copy] = [await contentsOf(sample.projectId), await contentsOf(input.id)];
  expect(copy.documents.map(({ sha256, position }) => [sha256, position])).toEqual(
    source.documents.map(({ sha256, position }) => [sha256, position]),
  );
  const names = (of: typeof source) =>
    of.speakers.map(({ name, aliases }) => [name, aliases.map((a) => a.name).sort()]);
  expect(names(copy).sort()).toEqual(names(source).sort());
  expect(copy.targets.map(({ key, name }) => [key, name]).sort()).toEqual(
    source.targets.map(({ key, name }) => [key, name]).sort(),
  );
  const apart = await database().targetDistinction.findMany({ where: { projectId: input.id } });
  expect(
    apart.map(({ firstId, secondId }) => [firstId, secondId].every((id) => copy.targets.some((one) => one.id === id))),
  ).toEqual([true]);
  expect(copy.members.map(({ userId }) => userId).sort()).toEqual(source.members.map(({ userId }) => userId).sort());
  expect([copy.assignments, copy.statements]).toEqual([[], []]);
  // Nothing points back into the project it was made from.
  const ids = new Set([...source.speakers, ...source.targets, ...source.documents].map(({ id }) => id));
  const pointers = [
    ...copy.speakers.flatMap(({ id, organisationId, mergedIntoId }) => [id, organisationId, mergedIntoId]),
    ...copy.documents.flatMap(({ id, replacesId }) => [id, replacesId]),
  ];
  expect(pointers.filter((id) => id !== null && ids.has(id))).toEqual([]);
  const secrets = await database().project.findMany({ where: { id: { in: [sample.projectId, input.id] } } });
  expect(new Set(secrets.map(({ pseudonymSecret }) => pseudonymSecret)).size).toBe(2);

  // Training waits for gold of its own.
  const trainingOf = async (id: string) =>
    (await database().project.findUniqueOrThrow({ where: { id } })).trainingSettings;
  expect(await trainingOf(input.id)).toEqual({
    ...{ isOn: false, measure: "found", threshold: 0.6, passes: 1 },
    documentIds: [copy.documents.find(({ sha256 }) => sha256 === trained.sha256)?.id],
  });

  const bare = { ...input, operationId: uuid(), id: uuid(), withArticles: false, withMembers: false };
  await copyProject(sample.owner, sample.projectId, bare);
  const { documents, members } = await contentsOf(bare.id);
  expect([documents, members.map(({ userId }) => userId)]).toEqual([[], [sample.owner.userId]]);
  expect(await trainingOf(bare.id)).toMatchObject({ isOn: false, documentIds: [], threshold: 0.6 });
  const isOver = { trainingSettings: { ...trainingSettings, isOn: false } };
  await database().project.update({ where: { id: sample.projectId }, data: isOver });
});

test("an archived project is read and not written, and opens again as it was", async () => {
  const before = await contentsOf(sample.projectId);
  await move(sample.owner, sample.projectId, "archived");
  await getAnnotationView(sample.owner, sample.ownAssignmentId);
  await expect(
    getReviewQueue(sample.owner, sample.projectId, { state: "open", offset: 0 }, new Date()),
  ).resolves.toBeDefined();
  const content = contentOver(await textOf(sample.documentId), "the");
  const write = createStatement(sample.owner, sample.ownAssignmentId, { operationId: uuid(), id: uuid(), content });
  await expect(write).rejects.toMatchObject({ status: 409, code: "project_archived" });
  expect((await listWork(sample.owner)).items).toEqual([]);
  expect((await listFor(annotator)).find(({ id }) => id === sample.projectId)?.state).toBe("archived");
  await expect(move(annotator, sample.projectId, "open")).rejects.toMatchObject({ status: 403 });
  await move(sample.owner, sample.projectId, "open");
  expect(await contentsOf(sample.projectId)).toEqual(before);
});

test("a deleted project is gone for everybody, and comes back whole within the grace period only", async () => {
  const before = await contentsOf(sample.projectId);
  const { restorableUntil } = await move(sample.owner, sample.projectId, "deleted");
  await expect(getAnnotationView(sample.owner, sample.ownAssignmentId)).rejects.toMatchObject({ status: 404 });
  await expect(
    getReviewQueue(sample.owner, sample.projectId, { state: "open", offset: 0 }, new Date()),
  ).rejects.toMatchObject({ status: 404 });
  expect((await listFor(annotator)).map(({ id }) => id)).not.toContain(sample.projectId);
  await expect(move(annotator, sample.projectId, "open")).rejects.toMatchObject({ status: 403 });
  const stateAt = async (now: Date) =>
    (await listFor(sample.owner, now)).find(({ id }) => id === sample.projectId)?.state;
  const end = new Date(restorableUntil ?? "").getTime();
  expect(await stateAt(new Date(end - 1))).toBe("deleted");
  expect(await stateAt(new Date(end))).toBeUndefined();

  await move(sample.owner, sample.projectId, "open");
  expect(await contentsOf(sample.projectId)).toEqual(before);
  await getAnnotationView(sample.owner, sample.ownAssignmentId);

  await move(sample.owner, sample.projectId, "deleted");
  const longAgo = new Date(Date.now() - (GRACE_DAYS + 1) * 24 * 60 * 60 * 1000);
  await database().project.update({ where: { id: sample.projectId }, data: { deletedAt: longAgo } });
  await expect(move(sample.owner, sample.projectId, "open")).rejects.toMatchObject({ status: 409, code: "grace_over" });
  // Even then nothing was destroyed.
  expect(await contentsOf(sample.projectId)).toEqual(before);
});
