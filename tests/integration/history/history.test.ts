import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { HistoryQuery } from "@/domain/contract/history";
import type { StatementContent } from "@/domain/statement/statement";
import type { Actor } from "@/server/auth/actor";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement, restoreStatement } from "@/server/commands/delete-statement";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { getAssignmentHistory } from "@/server/queries/get-assignment-history";
import { getStatementHistory } from "@/server/queries/get-statement-history";
import { createTestDatabase } from "../../support/database";
import { contentOver, makeActor, type Sample, seedSample, textOf } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let content: StatementContent;
const [id, made, noted, undone, removed, back] = [uuid(), uuid(), uuid(), uuid(), uuid(), uuid()];

beforeAll(async () => {
  sample = await seedSample();
  content = contentOver(await textOf(sample.documentId), "protests began in Kazakhstan");
  await createStatement(sample.owner, sample.ownAssignmentId, { operationId: made, id, content });
  const note = { ...content, note: "👩‍👩‍👧 “naïve”" };
  await updateStatement(sample.owner, id, { operationId: noted, revision: 1, content: note });
  const reverts = { kind: "reverts", operationId: noted } as const;
  await updateStatement(sample.owner, id, { operationId: undone, revision: 2, content, relation: reverts });
  await deleteStatement(sample.owner, id, { operationId: removed, revision: 3 });
  const repeats = { kind: "reverts", operationId: removed } as const;
  await restoreStatement(sample.owner, id, { operationId: back, revision: 4, relation: repeats });
});

const history = (actor: Actor, query: object = {}) =>
  getAssignmentHistory(actor, sample.ownAssignmentId, HistoryQuery.parse(query));

test("a person's changes of an assignment, latest first, with what each reverted", async () => {
  const { changes, older } = await history(sample.owner);
  expect(older).toBeNull();
  expect(changes.map(({ operationId, kind, revision, relation }) => [operationId, kind, revision, relation])).toEqual([
    [back, "restored", 5, { kind: "reverts", operationId: removed }],
    [removed, "deleted", 4, null],
    [undone, "changed", 3, { kind: "reverts", operationId: noted }],
    [noted, "changed", 2, null],
    [made, "created", 1, null],
  ]);
  expect(changes.map(({ before, after }) => [before?.note, after?.note])).toEqual([
    [undefined, ""],
    ["", undefined],
    ["👩‍👩‍👧 “naïve”", ""],
    ["", "👩‍👩‍👧 “naïve”"],
    [undefined, ""],
  ]);
});

test("comes in pages that leave nothing out", async () => {
  const seen: string[] = [];
  for (let before: number | null | undefined; before !== null; ) {
    const page = await history(sample.owner, { limit: "2", ...(before && { before: String(before) }) });
    seen.push(...page.changes.map((change) => change.operationId));
    before = page.older;
  }
  expect(seen).toEqual([back, removed, undone, noted, made]);
});

test("a statement's versions say who made them", async () => {
  const { versions } = await getStatementHistory(sample.owner, id, HistoryQuery.parse({}));
  expect(versions.map(({ operationId, own }) => [operationId, own])).toEqual([
    [back, true],
    [removed, true],
    [undone, true],
    [noted, true],
    [made, true],
  ]);
  for (const { actor } of versions) expect(actor).toMatch(/^ann_[a-z2-7]{10}$/);
});

test("a view says up to which event it was read", async () => {
  const head = await database().eventHead.findUniqueOrThrow({ where: { projectId: sample.projectId } });
  expect((await getAnnotationView(sample.owner, sample.ownAssignmentId)).sequence).toBe(head.sequence);
});

describe("somebody else's history does not exist", () => {
  test("for another annotator, a stranger and the project's manager", async () => {
    const others = [await makeActor(sample, "annotator"), await makeActor(sample, null)];
    const foreign = await database().statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } });
    const refused = { status: 404, code: "not_found" };
    for (const actor of others) {
      await expect(history(actor)).rejects.toMatchObject(refused);
      await expect(getStatementHistory(actor, id, HistoryQuery.parse({}))).rejects.toMatchObject(refused);
    }
    const query = HistoryQuery.parse({});
    await expect(getAssignmentHistory(sample.owner, foreign.assignmentId, query)).rejects.toMatchObject(refused);
    await expect(getStatementHistory(sample.owner, foreign.id, query)).rejects.toMatchObject(refused);
  });
});
