import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

let scratch: TestDatabase;
beforeAll(async () => {
  scratch = await createTestDatabase();
  await seed();
});
afterAll(() => scratch.close());

const id = { project: v7(), user: v7(), document: v7(), codebook: v7(), speaker: v7(), target: v7(), assignment: v7() };
const statement = v7();
const event = v7();

/** One row in every constrained table, made the way the application makes them. */
async function seed(): Promise<void> {
  const { db } = scratch;
  const projectId = id.project;
  await db.project.create({ data: { id: projectId, name: "P", pseudonymSecret: "s" } });
  await db.user.create({ data: { id: id.user, name: "Ann", email: "ann@example.org" } });
  await db.membership.create({ data: { id: v7(), projectId, userId: id.user, role: "annotator" } });
  await db.document.create({
    data: { id: id.document, projectId, title: "D", text: "Hm.", sha256: "0", length: 3, position: 0 },
  });
  await db.codebookVersion.create({ data: { id: id.codebook, projectId, version: 1, message: "", content: {} } });
  await db.speaker.create({ data: { id: id.speaker, projectId, name: "S", kind: "person" } });
  await db.target.create({ data: { id: id.target, projectId, key: "T1", name: "T", position: 0 } });
  await db.assignment.create({
    data: { id: id.assignment, documentId: id.document, kind: "annotation", userId: id.user, holder: id.user },
  });
  await db.statement.create({
    data: {
      id: statement,
      assignmentId: id.assignment,
      codebookVersionId: id.codebook,
      spans: [],
      chain: [],
      fields: {},
      start: 0,
      stances: { create: { id: v7(), position: 0, targetId: id.target } },
    },
  });
  await db.ruling.create({
    data: {
      id: v7(),
      documentId: id.document,
      memberIds: [],
      memberRevisions: {},
      decision: "accepted",
      provenance: {},
      reason: "",
      actorId: id.user,
    },
  });
  await db.event.create({
    data: {
      id: event,
      projectId,
      sequence: 1,
      operationId: v7(),
      actor: "ann_x",
      action: "project.created",
      subjectType: "project",
      subjectId: projectId,
      at: new Date(),
      hash: "0",
    },
  });
}

describe("the database itself refuses", () => {
  test.each([
    ["a role that does not exist", `UPDATE "Membership" SET "role" = 'boss'`],
    ["a negative length", `UPDATE "Document" SET "length" = -1`],
    ["a speaker's revision 0", `UPDATE "Speaker" SET "revision" = 0`],
    ["a target's revision 0", `UPDATE "Target" SET "revision" = 0`],
    ["an unknown kind of assignment", `UPDATE "Assignment" SET "kind" = 'gold'`],
    ["an unknown state", `UPDATE "Assignment" SET "state" = 'done'`],
    ["an assignment's revision 0", `UPDATE "Assignment" SET "revision" = 0`],
    ["a statement before the text", `UPDATE "Statement" SET "start" = -1`],
    ["an unknown confidence", `UPDATE "Statement" SET "confidence" = 'perhaps'`],
    ["a statement's revision 0", `UPDATE "Statement" SET "revision" = 0`],
    ["an unknown basis", `UPDATE "StatementStance" SET "basis" = 'guessed'`],
    ["an unknown decision", `UPDATE "Ruling" SET "decision" = 'whatever'`],
    ["a ruling's revision 0", `UPDATE "Ruling" SET "revision" = 0`],
    ["a changed event", `UPDATE "Event" SET "action" = 'nothing.happened'`],
    ["a removed event", `DELETE FROM "Event"`],
    ["a changed text", `UPDATE "Document" SET "text" = 'Ha.'`],
    ["a changed codebook version", `UPDATE "CodebookVersion" SET "version" = 2`],
    ["a statement without its assignment", `DELETE FROM "Assignment"`],
    [
      "a new event before the first",
      `INSERT INTO "Event" SELECT 'x', "projectId", 0, 'y', "actor", "action", "subjectType", "subjectId", "before", "after", "at", "hash" FROM "Event"`,
    ],
  ])("%s", async (_, sql) => {
    await expect(scratch.db.$executeRawUnsafe(sql)).rejects.toThrow();
    expect(await scratch.db.event.findMany()).toMatchObject([{ id: event, action: "project.created" }]);
    expect(await scratch.db.statement.findMany()).toMatchObject([{ id: statement, revision: 1, start: 0 }]);
  });

  test("and lets ordinary changes pass", async () => {
    const { db } = scratch;
    await db.document.update({ where: { id: id.document }, data: { title: "Another title" } });
    await db.statement.update({ where: { id: statement }, data: { revision: 2, confidence: "unsure", start: 2 } });
    await db.assignment.update({
      where: { id: id.assignment },
      data: { state: "submitted", revision: { increment: 1 } },
    });
    expect(await db.assignment.count({ where: { state: "submitted", revision: 2 } })).toBe(1);
  });
});
