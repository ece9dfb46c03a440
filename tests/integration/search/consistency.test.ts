import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { ConsistencyQuery } from "@/domain/contract/consistency";
import { contentOf } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { Actor } from "@/server/auth/actor";
import { answerFinding, withdrawFindingAnswer } from "@/server/commands/consistency/answer-finding";
import { reopenAssignment } from "@/server/commands/submit-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { perProcess } from "@/server/per-process";
import { exportConsistency } from "@/server/queries/consistency/export-consistency";
import { getConsistency } from "@/server/queries/consistency/get-consistency";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { createTestDatabase } from "../../support/database";
import { finish, finishedDocument } from "../../support/finished-document";
import { assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

const TEXT = "👩‍👩‍👧 =It is “naïve”, he said.\nThe plan is fine. The plan is bad.";

let sample: Sample;
let ana: Actor;
let documentId: string;
let assignmentId: string;

beforeAll(async () => {
  const { close } = await createTestDatabase("sample");
  sample = await seedSample();
  ana = await makeActor(sample, "annotator");
  const stance = (value: string) => [{ targetId: sample.targetId("T1"), value, basis: "explicit" }];
  const content = (quote: string, change: Partial<StatementContent>) => ({
    ...wholeContentOver(sample, TEXT, quote),
    ...change,
  });
  const unknown = sample.speakerId("unknown");
  const contents = [
    content("=It is “naïve”", {
      ...{ speakerId: unknown, chain: [sample.speakerId("outlet"), unknown] },
      fields: { sourcing: "named_person", form: "indirect" },
    }),
    content("The plan is fine", { stances: stance("support") }),
    content("The plan is bad", { stances: stance("oppose") }),
  ];
  const made = await finishedDocument(sample, TEXT, [{ by: ana, contents }]);
  documentId = made.documentId;
  assignmentId = made.assignmentIds[0] ?? "";
  return close;
});

const look = async (query: object = {}, actor: Actor = sample.owner) =>
  getConsistency(actor, sample.projectId, ConsistencyQuery.parse({ layer: "readings", ...query }));

test("every rule finds its statements, with the article beside them", async () => {
  const { counts, items, names } = await look();
  expect(counts).toMatchObject({
    opposite_stances: { open: 1, right: 0 },
    quoted_not_direct: { open: 1, right: 0 },
    named_without_name: { open: 1, right: 0 },
  });
  const [opposite] = items;
  expect(opposite?.statements.map(({ match }) => match)).toEqual(["The plan is bad", "The plan is fine"]);
  expect(names[sample.targetId("T1")]).toBe((await database().target.findFirstOrThrow({ where: { key: "T1" } })).name);
  expect((await look({ rule: "quoted_not_direct" })).items).toMatchObject([
    { facts: { field: "form", value: "indirect" }, answer: null },
  ]);
  expect((await look({ layer: "gold" })).total).toBe(0);
  await expect(look({}, ana)).rejects.toMatchObject({ status: 403 });
});

test("what is called right leaves the list, comes back when it is taken back, and when a statement changes", async () => {
  const input = async () => {
    const finding = (await look({ rule: "opposite_stances" })).items[0];
    const revisions = Object.fromEntries((finding?.statements ?? []).map((one) => [one.id, one.revision]));
    return {
      operationId: uuid(),
      id: uuid(),
      rule: "opposite_stances" as const,
      revisions,
      reason: "He changed his mind",
    };
  };
  const opposite = async () => (await look()).counts.opposite_stances;
  const first = await input();
  await answerFinding(sample.owner, sample.projectId, first);
  expect(await opposite()).toEqual({ open: 0, right: 1 });
  expect((await look({ show: "right" })).items).toMatchObject([{ answer: { reason: "He changed his mind" } }]);
  await withdrawFindingAnswer(sample.owner, sample.projectId, first.id, uuid());
  expect(await opposite()).toEqual({ open: 1, right: 0 });

  const second = await input();
  await answerFinding(sample.owner, sample.projectId, second);
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  await reopenAssignment(ana, assignmentId, { operationId: uuid(), revision });
  const [row] = await readStatementRows(database(), { id: { in: Object.keys(second.revisions) } });
  if (!row) throw new Error("There is no such statement.");
  const statement = toStatement(row);
  const content = { ...contentOf(statement), note: "Read again" };
  await updateStatement(ana, row.id, { operationId: uuid(), revision: statement.revision, content });
  await finish(ana, assignmentId);
  expect(await opposite()).toEqual({ open: 1, right: 0 });
  // What was kept of passes is as if they were looked at anew.
  const kept = await look();
  perProcess("pass-findings", () => new Map()).clear();
  expect(await look()).toEqual(kept);
  await expect(
    answerFinding(sample.owner, sample.projectId, { ...second, operationId: uuid(), id: uuid() }),
  ).rejects.toMatchObject({
    code: "statements_changed",
  });
});

test("the file has a row per statement, guarded for spreadsheets", async () => {
  const query = ConsistencyQuery.parse({ layer: "readings", rule: "quoted_not_direct" });
  const lines = (await (await exportConsistency(sample.owner, sample.projectId, query, new Date())).text()).split(
    "\r\n",
  );
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(",'=It is “naïve”,");
});

test("an article that one is still to read blind is left out", async () => {
  const reviewer = await makeActor(sample, "reviewer");
  expect(
    (await look({ rule: "named_without_name" }, reviewer)).items.map((one) => one.statements[0]?.documentId),
  ).toContain(documentId);
  await assign(sample, documentId, reviewer);
  const view = await look({}, reviewer);
  expect(view.closed).toBe(1);
  expect(view.items.flatMap(({ statements }) => statements).map((one) => one.documentId)).not.toContain(documentId);
});
