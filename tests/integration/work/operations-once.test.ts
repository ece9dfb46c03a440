import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Role } from "@/domain/contract/account";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import type { SpeakerInput, TargetInput } from "@/domain/contract/registry";
import type { RulingInput } from "@/domain/contract/review";
import type { Move, StatementInput, StatementUpdate } from "@/domain/contract/work";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { addMember } from "@/server/commands/add-member";
import { assignDocument } from "@/server/commands/assign-document";
import { createDocument } from "@/server/commands/create-document";
import { createProject } from "@/server/commands/create-project";
import { createSpeaker } from "@/server/commands/create-speaker";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement, restoreStatement } from "@/server/commands/delete-statement";
import { proposeTarget } from "@/server/commands/propose-target";
import { publishCodebook } from "@/server/commands/publish-codebook";
import { rule } from "@/server/commands/rule";
import { reopenAssignment, submitAssignment } from "@/server/commands/submit-assignment";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { withdrawRuling } from "@/server/commands/withdraw-ruling";
import { closeDatabase, database } from "@/server/database/client";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { RepeatedSends, type Write } from "../../support/repeated-sends";
import { addDocument, assign, contentOver, HOSTILE_TEXT, makeActor, seedSample, textOf } from "../../support/sample";
import { seededRandom, trials } from "../../support/seeded-random";
import {
  type ExpectedStatement,
  fillRegistry,
  type Lane,
  moveBackAndForth,
  ruleOverAndOver,
  writeStatements,
} from "../../support/write-lanes";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

/** Writes of each lane before the restart, and again after it. */
const WRITES = trials(60);

/** Every command that writes, by the name of its operation. */
const commands: Record<string, (actor: Actor, params: Record<string, string>, body: never) => Promise<unknown>> = {
  createStatement: (actor, { assignmentId = "" }, body: StatementInput) => createStatement(actor, assignmentId, body),
  updateStatement: (actor, { statementId = "" }, body: StatementUpdate) => updateStatement(actor, statementId, body),
  deleteStatement: (actor, { statementId = "" }, body: Move) => deleteStatement(actor, statementId, body),
  restoreStatement: (actor, { statementId = "" }, body: Move) => restoreStatement(actor, statementId, body),
  submitAssignment: (actor, { assignmentId = "" }, body: Move) => submitAssignment(actor, assignmentId, body),
  reopenAssignment: (actor, { assignmentId = "" }, body: Move) => reopenAssignment(actor, assignmentId, body),
  unblindAssignment: (actor, { assignmentId = "" }, body: Move) => unblindAssignment(actor, assignmentId, body),
  createSpeaker: (actor, { projectId = "" }, body: SpeakerInput) => createSpeaker(actor, projectId, body),
  proposeTarget: (actor, { projectId = "" }, body: TargetInput) => proposeTarget(actor, projectId, body),
  rule: (actor, { documentId = "" }, body: RulingInput) => rule(actor, documentId, body),
  acceptAgreed: (actor, { documentId = "" }, body: Write["body"]) => acceptAgreed(actor, documentId, body),
  withdrawRuling: (actor, { rulingId = "" }, body: Move) => withdrawRuling(actor, rulingId, body),
  createProject: (actor, _, body: Parameters<typeof createProject>[1]) => createProject(actor, body),
  createDocument: (actor, { projectId = "" }, body: Parameters<typeof createDocument>[2]) =>
    createDocument(actor, projectId, body),
  assignDocument: (actor, { documentId = "" }, body: Parameters<typeof assignDocument>[2]) =>
    assignDocument(actor, documentId, body),
  addMember: (actor, { projectId = "" }, body: { operationId: string; userId: string; role: Role }) =>
    addMember(actor, projectId, body),
  publishVersion: (actor, { projectId = "" }, body: Parameters<typeof publishCodebook>[2]) =>
    publishCodebook(actor, projectId, body),
};

/** As the door reads it: what was left out has its default. */
function read({ name, body }: Write): unknown {
  return (operations as Record<string, Operation>)[name]?.body?.parse(body) ?? body;
}

/** What the wire leaves of an answer. */
const plain = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

test("every write, sent one to five times in any order and across a restart, is done once and answered alike", async () => {
  const random = seededRandom("operations once");
  const sample = await seedSample();
  const [annotator, other, reviewer] = await Promise.all(
    (["annotator", "annotator", "reviewer"] as const).map((role) => makeActor(sample, role)),
  );
  if (!annotator || !other || !reviewer) throw new Error("Nobody to write.");
  const targetIds = [sample.targetId("T1"), sample.targetId("T2")];
  const documentId = await addDocument(sample, HOSTILE_TEXT);
  const content = contentOver(await textOf(documentId), "“naïve”");
  const [mine, theirs, moved, unblinded] = await Promise.all([
    assign(sample, documentId, annotator),
    assign(sample, documentId, other),
    assign(sample, await addDocument(sample, HOSTILE_TEXT), annotator),
    assign(sample, await addDocument(sample, HOSTILE_TEXT), sample.owner),
  ]);

  const senders = new Map<Actor, RepeatedSends>();
  const laneOf = (actor: Actor): Lane => {
    const known = senders.get(actor);
    const sender =
      known ??
      new RepeatedSends(random, async (write) =>
        plain(await commands[write.name]?.(actor, write.params, read(write) as never)),
      );
    senders.set(actor, sender);
    return { random, perform: (write) => sender.perform(write) };
  };
  const eventsBefore = await database().event.count();
  const view = await getReviewView(reviewer, sample.documentId);
  const clusters = view.clusters.slice(0, 2).map((cluster) => {
    const ids = cluster.members.map((member) => member.statementId);
    const all = view.readings.flatMap((reading) => reading.statements);
    return Object.fromEntries(all.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one.revision]));
  });

  const expected: ExpectedStatement[] = [];
  const made = { speakers: [] as string[], targets: [] as string[] };
  let revision = 1;
  /** Rulings of the lanes before the restart, which those after it must know of. */
  const setUp = async () => {
    const { owner } = sample;
    const { perform } = laneOf(owner);
    const [projectId, id, userId] = [uuid(), uuid(), annotator.userId];
    const ids = { outletId: uuid(), unknownId: uuid() };
    await perform({
      name: "createProject",
      params: {},
      body: { operationId: uuid(), id: projectId, name: "P", ...ids } as Write["body"],
    });
    const publish = { operationId: uuid(), id: uuid(), message: "", content: defaultCodebook };
    await perform({ name: "publishVersion", params: { projectId }, body: publish });
    await perform({
      name: "addMember",
      params: { projectId },
      body: { operationId: uuid(), userId, role: "annotator" } as Write["body"],
    });
    const document = { operationId: uuid(), id, title: "“=1+1”", text: HOSTILE_TEXT };
    await perform({ name: "createDocument", params: { projectId }, body: document });
    await perform({
      name: "assignDocument",
      params: { documentId: id },
      body: { operationId: uuid(), id: uuid(), userId } as Write["body"],
    });
  };
  const write = async () => {
    const own = { content, targetIds, count: WRITES };
    const results = await Promise.all([
      writeStatements(laneOf(annotator), { ...own, assignmentId: mine }),
      writeStatements(laneOf(other), { ...own, assignmentId: theirs }),
      writeStatements(laneOf(other), { ...own, assignmentId: theirs }),
      fillRegistry(laneOf(annotator), { projectId: sample.projectId, count: WRITES }),
      fillRegistry(laneOf(reviewer), { projectId: sample.projectId, count: WRITES }),
      moveBackAndForth(laneOf(annotator), { assignmentId: moved, revision, count: Math.ceil(WRITES / 2) * 2 }),
      setUp(),
    ]);
    expected.push(...results[0], ...results[1], ...results[2]);
    for (const registry of [results[3], results[4]]) {
      made.speakers.push(...registry.speakers);
      made.targets.push(...registry.targets);
    }
    revision = results[5];
  };

  await write();
  await closeDatabase();
  await write();
  const standing = await Promise.all(
    clusters.map((members) =>
      ruleOverAndOver(laneOf(reviewer), { documentId: sample.documentId, members, count: Math.ceil(WRITES / 4) }),
    ),
  );
  await laneOf(reviewer).perform({
    name: "acceptAgreed",
    params: { documentId: sample.documentId },
    body: { operationId: uuid() },
  });
  const giveUp = { operationId: uuid(), revision: 1 };
  await laneOf(sample.owner).perform({ name: "unblindAssignment", params: { assignmentId: unblinded }, body: giveUp });
  await closeDatabase();
  for (const sender of senders.values()) await sender.finish();

  const counts = [...senders.values()].map((sender) => sender.counts);
  const writes = counts.reduce((sum, { writes }) => sum + writes, 0);
  const sent = counts.reduce((sum, { sent }) => sum + sent, 0);
  console.info(`${writes} writes sent ${sent} times`);
  const db = database();
  // One entry of history for each write, whatever was sent.
  expect((await db.event.count()) - eventsBefore).toBe(writes);
  const rows = await db.statement.findMany({
    where: { assignmentId: { in: [mine, theirs] } },
    include: { stances: true },
  });
  const stored = rows.map(({ id, revision, deletedAt, note, stances }) => ({
    ...{ id, revision, note },
    deleted: deletedAt !== null,
    stances: stances.length,
  }));
  const byId = <Row extends { id: string }>(a: Row, b: Row) => (a.id < b.id ? -1 : 1);
  expect(stored.sort(byId)).toEqual(expected.sort(byId));
  expect((await db.assignment.findUniqueOrThrow({ where: { id: moved } })).revision).toBe(revision);
  const names = made.speakers.map((id) => `Speaker ${id}`);
  expect(await db.speaker.count({ where: { name: { in: names } } })).toBe(names.length);
  expect(await db.speakerAlias.count({ where: { speakerId: { in: made.speakers } } })).toBe(2 * names.length);
  const targets = made.targets.map((id) => `Target ${id}`);
  expect(await db.target.count({ where: { name: { in: targets } } })).toBe(targets.length);
  for (const [index, members] of clusters.entries()) {
    const rulings = await db.ruling.findMany({ where: { documentId: sample.documentId, deletedAt: null } });
    const on = rulings.filter((ruling) => (ruling.memberIds as string[]).some((id) => id in members));
    // A cluster left open may be an agreed one, which was accepted afterwards.
    if (standing[index]) expect(on.map((ruling) => ruling.id)).toEqual([standing[index]]);
    else expect(on.length).toBeLessThanOrEqual(1);
  }
}, 300_000);
