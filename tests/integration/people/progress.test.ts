import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/server/auth/actor";
import { changeAssignments } from "@/server/commands/assignments/change-assignments";
import { createStatement } from "@/server/commands/create-statement";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { exportPeopleProgress, exportProgress } from "@/server/queries/progress/export-progress";
import { getProgress } from "@/server/queries/progress/get-progress";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 said: “naïve”.";

let sample: Sample;
let ana: Actor;
let reviewer: Actor;
let documentId: string;

/** A reading with one statement that is marked unsure. */
async function readUnsure(actor: Actor): Promise<string> {
  const assignmentId = await assign(sample, documentId, actor);
  const content = { ...wholeContentOver(sample, TEXT, "naïve"), confidence: "unsure" as const };
  await createStatement(actor, assignmentId, { operationId: uuid(), id: uuid(), content });
  return assignmentId;
}

async function submit(actor: Actor, assignmentId: string): Promise<void> {
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  await submitAssignment(actor, assignmentId, { operationId: uuid(), revision });
}

const progressFor = (actor: Actor) => getProgress(actor, sample.projectId, new Date());

beforeAll(async () => {
  sample = await seedSample();
  ana = await makeActor(sample, "annotator");
  reviewer = await makeActor(sample, "reviewer");
  documentId = await addDocument(sample, TEXT);
  await submit(ana, await readUnsure(ana));
});

test("managers see all readings, what waits for review and what is unsure", async () => {
  const progress = await progressFor(sample.owner);
  expect(progress).toMatchObject({
    scope: "project",
    readings: { notStarted: 1, inProgress: 0, finished: 3 },
    documents: { total: 2, unassigned: 0, waiting: 1, settled: 0 },
    waiting: [{ id: documentId, readings: 1 }],
    unsure: [{ id: documentId, statements: 1, assignmentId: null }],
  });
  expect(progress.byDocument?.find(({ id }) => id === documentId)).toMatchObject({ readings: 1, finished: 1 });
  expect(progress.activity).toContainEqual(
    expect.objectContaining({ action: "assignment.submitted", article: "=Hostile, “quoted”" }),
  );
  // Two of one name stay two.
  expect(progress.people.filter(({ name }) => name.startsWith(`${ana.name} (`))).toHaveLength(1);
  expect(progress.days.at(-1)?.finished).toBe(3);
  expect(progress.pace.perDay).toBe(3);
});

test("annotators see nobody's figures but their own", async () => {
  const other = await makeActor(sample, "annotator");
  const progress = await progressFor(other);
  expect(progress).toMatchObject({ scope: "own", documents: null, people: [], waiting: [], unsure: [], activity: [] });
  expect(progress.byDocument).toBeNull();
  expect(progress.readings).toEqual({ notStarted: 0, inProgress: 0, finished: 0 });
  expect(JSON.stringify(progress)).not.toContain(documentId);
  const own = await progressFor(ana);
  expect(own.people).toMatchObject([{ name: ana.name, finished: 1 }]);
  expect(own.unsure).toMatchObject([{ id: documentId, statements: 1 }]);
  const csv = await (await exportPeopleProgress(ana, sample.projectId, new Date())).text();
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  expect(csv).toContain(`${ana.name},0,0,1,0,`);
  await expect(exportProgress(ana, sample.projectId, new Date())).rejects.toMatchObject({ status: 403 });
});

test("who is still to read an article blind is told no count of its statements, until it is withdrawn", async () => {
  expect((await progressFor(reviewer)).unsure).toHaveLength(1);
  const assignmentId = await assign(sample, documentId, reviewer);
  const progress = await progressFor(reviewer);
  expect(progress.unsure).toEqual([]);
  expect(
    progress.activity.map(({ action }) => action).filter((action) => /^(statement|ruling)\./.test(action)),
  ).toEqual([]);
  const withdraw = { operationId: uuid(), give: [], withdraw: [assignmentId], dueOn: null };
  await changeAssignments(sample.owner, sample.projectId, withdraw);
  expect((await progressFor(reviewer)).unsure).toHaveLength(1);
  // It could be looked at meanwhile: given back, it is not blind.
  const give = [{ documentId, userId: reviewer.userId }];
  await changeAssignments(sample.owner, sample.projectId, { operationId: uuid(), give, withdraw: [], dueOn: null });
  const row = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  expect(row).toMatchObject({ withdrawnAt: null, unblindedAt: expect.any(Date) });
});

test("where names are hidden, reviewers see no figure of a person but their own", async () => {
  await database().project.update({ where: { id: sample.projectId }, data: { reviewSettings: { names: "hidden" } } });
  const masked = await progressFor(reviewer);
  expect(masked.people.map(({ name }) => name)).toEqual([reviewer.name]);
  expect(masked.activity.filter(({ action }) => action.startsWith("assignment."))).toEqual([]);
  await database().project.update({
    where: { id: sample.projectId },
    data: { reviewSettings: { names: "pseudonyms" } },
  });
  const { people } = await progressFor(reviewer);
  expect(people.filter(({ name }) => !name.startsWith("ann_")).map(({ name }) => name)).toEqual([reviewer.name]);
});

test("the CSV has each article, and no cell that a spreadsheet would run", async () => {
  const answer = await exportProgress(sample.owner, sample.projectId, new Date());
  const [head, ...lines] = (await answer.text()).trim().split("\r\n");
  expect(head).toBe("document_id,title,readings,not_started,in_progress,finished,due_on,settled");
  expect(lines).toHaveLength(2);
  expect(lines.find((line) => line.startsWith(documentId))).toContain("'=Hostile");
});
