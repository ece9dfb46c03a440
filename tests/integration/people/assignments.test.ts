import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { DEFAULT_CLAIM_SETTINGS } from "@/domain/assignment/claim-settings";
import type { PlanOptions } from "@/domain/contract/assignments";
import type { Actor } from "@/server/auth/actor";
import { addMember } from "@/server/commands/add-member";
import { applyPlan } from "@/server/commands/assignments/apply-plan";
import { changeAssignments } from "@/server/commands/assignments/change-assignments";
import { changeClaimSettings } from "@/server/commands/assignments/change-claim-settings";
import { claimNext } from "@/server/commands/assignments/claim-next";
import { createDocument } from "@/server/commands/create-document";
import { createStatement } from "@/server/commands/create-statement";
import { startProject } from "@/server/commands/start-project";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { findClaimOffer } from "@/server/queries/assignments/find-claim-offer";
import { getAssignmentTable } from "@/server/queries/assignments/get-assignment-table";
import { previewPlan } from "@/server/queries/assignments/preview-plan";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { listWork } from "@/server/queries/list-work";
import { createTestDatabase } from "../../support/database";
import { contentOver, HOSTILE_TEXT, makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 said: “naïve”.";

let sample: Sample;

beforeAll(async () => {
  sample = await seedSample();
});

interface Team {
  projectId: string;
  documentIds: string[];
  people: Actor[];
}

async function makeTeam(documents: number, people: number): Promise<Team> {
  const projectId = uuid();
  const project = { operationId: uuid(), id: projectId, name: HOSTILE_TEXT.slice(0, 20), template: "statements-v1" };
  await startProject(sample.owner, project);
  const documentIds: string[] = [];
  for (let count = 0; count < documents; count += 1) {
    const id = uuid();
    await createDocument(sample.owner, projectId, { operationId: uuid(), id, title: `=D ${count}`, text: TEXT });
    documentIds.push(id);
  }
  const actors: Actor[] = [];
  for (let count = 0; count < people; count += 1) {
    const actor = await makeActor(sample, null);
    await addMember(sample.owner, projectId, { operationId: uuid(), userId: actor.userId, role: "annotator" });
    actors.push(actor);
  }
  return { projectId, documentIds, people: actors };
}

const openClaims = (projectId: string, settings: Partial<typeof DEFAULT_CLAIM_SETTINGS>) =>
  changeClaimSettings(sample.owner, projectId, {
    operationId: uuid(),
    claims: { ...DEFAULT_CLAIM_SETTINGS, isOpen: true, ...settings },
  });

const change = (
  { projectId }: Team,
  give: [string | undefined, Actor | undefined][],
  withdraw: (string | undefined)[] = [],
  actor = sample.owner,
) =>
  changeAssignments(actor, projectId, {
    operationId: uuid(),
    give: give.map(([documentId = "", person]) => ({ documentId, userId: person?.userId ?? "" })),
    withdraw: withdraw.map((id = "") => id),
    dueOn: "2026-12-24",
  });

const rowOf = (documentId: string | undefined, actor: Actor | undefined) =>
  database().assignment.findFirstOrThrow({ where: { documentId, userId: actor?.userId, kind: "annotation" } });

async function readersOf(documentIds: readonly string[]): Promise<number[]> {
  const rows = await database().assignment.findMany({
    where: { documentId: { in: [...documentIds] }, kind: "annotation", withdrawnAt: null },
  });
  return documentIds.map((id) => rows.filter(({ documentId }) => documentId === id).length);
}

const claim = async (actor: Actor, projectId: string) => claimNext(actor, projectId, uuid());

async function submit(actor: Actor, assignmentId: string): Promise<void> {
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  await submitAssignment(actor, assignmentId, { operationId: uuid(), revision });
}

async function code(actor: Actor, assignmentId: string): Promise<string> {
  const id = uuid();
  await createStatement(actor, assignmentId, { operationId: uuid(), id, content: contentOver(TEXT, "naïve") });
  return id;
}

test("twenty who claim at once never exceed the overlap, and pass over no document", async () => {
  const { projectId, documentIds, people } = await makeTeam(20, 20);
  await openClaims(projectId, { readings: 2, most: 2 });
  const rounds = [];
  // All first claims at the same moment, then all second ones.
  for (const _ of [1, 2]) rounds.push(await Promise.all(people.map((actor) => claim(actor, projectId))));
  expect(rounds.flat().every(({ assignmentId }) => assignmentId !== null)).toBe(true);
  expect(await readersOf(documentIds)).toEqual(documentIds.map(() => 2));
  // In the order of the project: twenty first claims fill the first ten.
  const first = await database().assignment.findMany({
    where: { id: { in: rounds[0]?.map(({ assignmentId }) => assignmentId ?? "") } },
  });
  expect(new Set(first.map(({ documentId }) => documentId))).toEqual(new Set(documentIds.slice(0, 10)));
  const again = await Promise.all(people.map((actor) => claim(actor, projectId)));
  expect(new Set(again.map(({ reason }) => reason))).toEqual(new Set(["enough"]));
  expect(await readersOf(documentIds)).toEqual(documentIds.map(() => 2));
}, 60_000);

test("a sample gets the overlap and the others one reading; a claim sent again is the same claim", async () => {
  const { projectId, documentIds, people } = await makeTeam(10, 3);
  await openClaims(projectId, { readings: 3, sampleShare: 0.2, most: 100 });
  const [ana] = people as [Actor];
  const operationId = uuid();
  const twice = await Promise.all([1, 2].map(() => claimNext(ana, projectId, operationId)));
  expect(twice[0]).toEqual(twice[1]);
  for (let round = 0; round < 12; round += 1) for (const actor of people) await claim(actor, projectId);
  const counts = await readersOf(documentIds);
  expect([...counts].sort((a, b) => b - a)).toEqual([3, 3, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(await claim(ana, projectId)).toEqual({ assignmentId: null, reason: "none_left" });
  expect((await findClaimOffer(ana, projectId, new Date()))?.mayTake ?? false).toBe(false);
});

test("what was taken and not begun is free after its lease; what was begun is not", async () => {
  const { projectId, documentIds, people } = await makeTeam(2, 3);
  const [ana, bo, chi] = people as [Actor, Actor, Actor];
  await openClaims(projectId, { readings: 1 });
  const [taken, begun] = [await claim(ana, projectId), await claim(bo, projectId)];
  await code(bo, begun.assignmentId ?? "");
  expect((await claim(chi, projectId)).reason).toBe("none_left");
  await database().assignment.updateMany({
    where: { document: { projectId } },
    data: { leaseUntil: new Date(Date.now() - 1) },
  });
  expect(await findClaimOffer(chi, projectId, new Date())).toMatchObject({ mayTake: true, open: 0 });
  expect((await claim(chi, projectId)).assignmentId).not.toBeNull();
  expect(await readersOf(documentIds)).toEqual([1, 1]);
  await expect(getAnnotationView(ana, taken.assignmentId ?? "")).rejects.toMatchObject({
    code: "assignment_withdrawn",
  });
  await expect(code(ana, taken.assignmentId ?? "")).rejects.toMatchObject({ code: "assignment_withdrawn" });
  await code(bo, begun.assignmentId ?? "");
});

test("nobody claims where it is closed, or without being a member", async () => {
  const { projectId, people } = await makeTeam(1, 1);
  expect((await claim(people[0] as Actor, projectId)).reason).toBe("closed");
  await openClaims(projectId, {});
  expect((await claim(people[0] as Actor, projectId)).reason).toBeNull();
  await expect(claim(await makeActor(sample, null), projectId)).rejects.toMatchObject({ status: 404 });
});

test("what is withdrawn keeps every statement, is in nobody's way, and comes back whole", async () => {
  const team = await makeTeam(2, 2);
  const { documentIds, people } = team;
  const [ana, bo] = people as [Actor, Actor];
  expect(
    await change(team, [
      [documentIds[0], ana],
      [documentIds[1], ana],
      [documentIds[0], ana],
    ]),
  ).toEqual({
    given: 2,
    withdrawn: 0,
  });
  const { id, dueOn } = await rowOf(documentIds[0], ana);
  expect(dueOn).toBe("2026-12-24");
  const statementId = await code(ana, id);
  const before = await database().statement.findUniqueOrThrow({ where: { id: statementId } });

  // Reassigned: out of one hand and into another, in one step.
  await change(team, [[documentIds[0], bo]], [id]);
  expect((await listWork(ana)).items.map(({ document }) => document.id)).toEqual([documentIds[1]]);
  expect((await listWork(bo)).items.map(({ document }) => document.id)).toEqual([documentIds[0]]);
  await expect(getAnnotationView(ana, id)).rejects.toMatchObject({ status: 409, code: "assignment_withdrawn" });
  await expect(code(ana, id)).rejects.toMatchObject({ code: "assignment_withdrawn" });
  await expect(submit(ana, id)).rejects.toMatchObject({ code: "assignment_withdrawn" });
  expect(await database().statement.findUniqueOrThrow({ where: { id: statementId } })).toEqual(before);
  const table = await getAssignmentTable(sample.owner, team.projectId);
  expect(table.readings.filter(({ withdrawn }) => withdrawn).map((reading) => reading.id)).toEqual([id]);

  await change(team, [[documentIds[0], ana]]);
  expect((await getAnnotationView(ana, id)).statements.map((statement) => statement.id)).toEqual([statementId]);
});

test("a finished reading is not withdrawn, and then nothing of the change happens", async () => {
  const team = await makeTeam(2, 1);
  const [first, second] = team.documentIds;
  const [ana] = team.people as [Actor];
  await change(team, [[first, ana]]);
  const { id } = await rowOf(first, ana);
  await submit(ana, id);
  await expect(change(team, [[second, ana]], [id])).rejects.toMatchObject({ code: "assignment_submitted" });
  expect(await readersOf(team.documentIds)).toEqual([1, 0]);
  const stranger = await makeActor(sample, null);
  await expect(change(team, [[second, stranger]])).rejects.toMatchObject({ status: 422 });
  await expect(change(team, [[sample.documentId, ana]])).rejects.toMatchObject({ status: 422 });
  await expect(change(team, [], [sample.ownAssignmentId])).rejects.toMatchObject({ status: 422 });
  await expect(change(team, [[second, ana]], [], ana)).rejects.toMatchObject({ status: 403 });
});

test("a plan is applied as it was shown, or not at all, and planning again tops up", async () => {
  const team = await makeTeam(6, 3);
  const { projectId, documentIds, people } = team;
  const options: PlanOptions = {
    annotators: people.map(({ userId }) => ({ userId, most: null })),
    ...{ readings: 2, sampleShare: null, seed: "1", order: "listed", dueOn: null },
  };
  const preview = await previewPlan(sample.owner, projectId, options);
  expect(preview).toMatchObject({ readings: 12, documents: 6, short: [] });
  expect(preview.people.map(({ given }) => given)).toEqual([4, 4, 4]);
  expect(await readersOf(documentIds)).toEqual([0, 0, 0, 0, 0, 0]);

  await change(team, [[documentIds[0], people[0]]]);
  const stale = { operationId: uuid(), fingerprint: preview.fingerprint, options };
  await expect(applyPlan(sample.owner, projectId, stale)).rejects.toMatchObject({ code: "preview_changed" });
  const { fingerprint, readings } = await previewPlan(sample.owner, projectId, options);
  expect(readings).toBe(11);
  const application = { operationId: uuid(), fingerprint, options };
  await applyPlan(sample.owner, projectId, application);
  await applyPlan(sample.owner, projectId, application);
  expect(await readersOf(documentIds)).toEqual([2, 2, 2, 2, 2, 2]);
  const loads = (await getAssignmentTable(sample.owner, projectId)).people.map(({ open }) => open);
  expect(loads.sort()).toEqual([0, 4, 4, 4]);

  const id = uuid();
  await createDocument(sample.owner, projectId, { operationId: uuid(), id, title: "late", text: TEXT });
  expect(await previewPlan(sample.owner, projectId, options)).toMatchObject({ readings: 2, documents: 1 });
  await expect(previewPlan(people[0] as Actor, projectId, options)).rejects.toMatchObject({ status: 403 });
});
