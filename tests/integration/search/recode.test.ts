import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { SearchQuery } from "@/domain/contract/search";
import type { RecodeChange } from "@/domain/recode/recode-change";
import { contentOf } from "@/domain/statement/content";
import type { Actor } from "@/server/auth/actor";
import { openSnapshot } from "@/server/bulk/snapshot";
import { type Finding, verifyData } from "@/server/bulk/verify-data";
import { recodeGold } from "@/server/commands/recode/recode-gold";
import { undoRecode } from "@/server/commands/recode/undo-recode";
import { takeLease } from "@/server/commands/review-lease";
import { withdrawRuling } from "@/server/commands/withdraw-ruling";
import { database } from "@/server/database/client";
import { getReviewView } from "@/server/queries/get-review-view";
import { listRecodes } from "@/server/queries/recode/list-recodes";
import { previewRecode } from "@/server/queries/recode/preview-recode";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { createTestDatabase, provider } from "../../support/database";
import { finishedDocument, settleAll } from "../../support/finished-document";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

const TEXT = "👩‍👩‍👧 The plan is fine. The plan is bad. Nobody knows.";
const TO_NONE: RecodeChange = { kind: "answer", field: "form", answer: "indirect" };

let sample: Sample;
let ana: Actor;
let documentId: string;

beforeAll(async () => {
  const { close } = await createTestDatabase("sample");
  sample = await seedSample();
  ana = await makeActor(sample, "annotator");
  const stances = [{ targetId: sample.targetId("T1"), value: "oppose", basis: "explicit" }];
  const contents = ["The plan is fine", "The plan is bad", "Nobody knows"].map((quote, index) => ({
    ...wholeContentOver(sample, TEXT, quote),
    stances: index === 1 ? stances : [],
  }));
  ({ documentId } = await finishedDocument(sample, TEXT, [{ by: ana, contents }]));
  await settleAll(sample.owner, documentId);
  return close;
});

async function statementsOf(kind: string) {
  const rows = await readStatementRows(database(), { assignment: { documentId, kind }, deletedAt: null });
  return rows.map(toStatement);
}
const gold = () => statementsOf("adjudication");
const preview = async (change: RecodeChange, ids: string[]) =>
  previewRecode(sample.owner, sample.projectId, { statementIds: ids, change }, new Date());
const recode = (change: RecodeChange, revisions: Record<string, number>, actor = sample.owner) =>
  recodeGold(actor, sample.projectId, {
    operationId: uuid(),
    id: uuid(),
    change,
    revisions,
    reason: "The form was wrong",
  });
const undo = (id: string) => undoRecode(sample.owner, sample.projectId, id, uuid());

async function verified(): Promise<Finding[]> {
  const snapshot = await openSnapshot();
  const found: Finding[] = [];
  await verifyData(snapshot, provider, (finding) => found.push(finding));
  await snapshot.close();
  return found;
}

test("a preview says of each what becomes of it, or why it cannot be", async () => {
  const [fine, bad, nobody] = await gold();
  const [reading] = await statementsOf("annotation");
  if (!fine || !bad || !nobody || !reading) throw new Error("There is no gold.");
  const change: RecodeChange = { kind: "stance", targetId: sample.targetId("T1"), value: "support" };
  const { items, set: _set, ...counts } = await preview(change, [fine.id, bad.id, nobody.id, reading.id]);
  expect(counts).toEqual({ changed: 1, same: 0, refused: 2 });
  expect(items.map(({ statementId, outcome }) => [statementId, outcome])).toEqual([
    [fine.id, "refused"],
    [bad.id, "changed"],
    [nobody.id, "refused"],
  ]);
  expect(items[0]?.why).toMatch(/no stance toward/);
  expect(items[1]?.changes).toMatchObject([
    { before: expect.stringMatching(/^Oppose/), after: expect.stringMatching(/^Support/) },
  ]);
});

test("gold is recoded as a whole with an event of each, rulings hold, readings stay, and it is undone as a whole", async () => {
  const before = await gold();
  const readings = await statementsOf("annotation");
  const revisions = Object.fromEntries(before.map(({ id, revision }) => [id, revision]));
  const { id, statements } = await recode(TO_NONE, revisions);
  expect(statements).toBe(3);
  expect((await gold()).map(({ fields, revision }) => [fields.form, revision])).toEqual([
    ["indirect", 2],
    ["indirect", 2],
    ["indirect", 2],
  ]);
  expect(await statementsOf("annotation")).toEqual(readings);
  const view = await getReviewView(sample.owner, documentId);
  expect(
    view.rulings.map(({ provenance, stale }) => [provenance.form, provenance.sourcing === "edited", stale]),
  ).toEqual(Array(3).fill(["edited", false, false]));
  const events = await database().event.findMany({ where: { action: { in: ["gold.recoded", "statement.changed"] } } });
  expect(events.filter(({ subjectId }) => subjectId in revisions)).toHaveLength(3);
  expect(events.filter(({ action }) => action === "gold.recoded")).toHaveLength(1);
  expect((await listRecodes(sample.owner, sample.projectId)).items).toMatchObject([
    { id, statements: 3, reason: "The form was wrong", undoneAt: null, change: TO_NONE },
  ]);

  expect(await undo(id)).toEqual({ id, statements: 3 });
  expect((await gold()).map(contentOf)).toEqual(before.map(contentOf));
  const after = await getReviewView(sample.owner, documentId);
  expect(after.rulings.every(({ provenance }) => provenance.form !== "edited")).toBe(true);
  await expect(undo(id)).rejects.toMatchObject({ code: "already_undone" });
  expect(await verified()).toEqual([]);
});

test("what was changed since the preview, or cannot be, keeps all from being changed", async () => {
  const before = await gold();
  const [fine, bad] = before;
  if (!fine || !bad) throw new Error("There is no gold.");
  const stance: RecodeChange = { kind: "stance", targetId: sample.targetId("T1"), value: "support" };
  await expect(recode(TO_NONE, { [fine.id]: fine.revision, [bad.id]: 1 })).rejects.toMatchObject({
    code: "statements_changed",
  });
  await expect(recode(TO_NONE, { [fine.id]: fine.revision, [uuid()]: 1 })).rejects.toMatchObject({
    code: "statements_changed",
  });
  await expect(recode(stance, { [fine.id]: fine.revision, [bad.id]: bad.revision })).rejects.toMatchObject({
    code: "preview_changed",
  });
  const [reading] = await statementsOf("annotation");
  await expect(recode(TO_NONE, { [reading?.id ?? ""]: 1 })).rejects.toMatchObject({ code: "statements_changed" });
  expect(await gold()).toEqual(before);
});

test("undo is refused where a statement was changed since, and nothing is undone", async () => {
  const [fine, bad] = await gold();
  if (!fine || !bad) throw new Error("There is no gold.");
  const first = await recode(TO_NONE, { [fine.id]: fine.revision, [bad.id]: bad.revision });
  const second = await recode({ ...TO_NONE, answer: "mixed" }, { [bad.id]: bad.revision + 1 });
  await expect(undo(first.id)).rejects.toMatchObject({ status: 409, code: "statements_changed" });
  expect((await gold()).map(({ fields }) => fields.form).slice(0, 2)).toEqual(["indirect", "mixed"]);
  await undo(second.id);
  await expect(undo(first.id)).rejects.toMatchObject({ code: "statements_changed" });
});

test("all the gold that a search finds is recoded as its preview had it, and nothing where that is another by now", async () => {
  const found = SearchQuery.parse({ q: "THE plan" });
  const change: RecodeChange = { kind: "answer", field: "form", answer: "mixed" };
  const look = () => previewRecode(sample.owner, sample.projectId, { found, change }, new Date());
  const recodeFound = (set: string, id = uuid()) => {
    const input = { operationId: uuid(), id, change, found, set, reason: "All of them" };
    return recodeGold(sample.owner, sample.projectId, input);
  };
  const { set, ...preview } = await look();
  expect(preview).toMatchObject({ changed: 2, same: 0, refused: 0 });
  expect(preview.items.map(({ quote }) => quote)).toEqual(["The plan is fine", "The plan is bad"]);

  const [fine] = await gold();
  if (!fine) throw new Error("There is no gold.");
  await recode({ ...TO_NONE, answer: "none" }, { [fine.id]: fine.revision });
  await expect(recodeFound(set)).rejects.toMatchObject({ status: 409, code: "preview_changed" });
  expect((await gold()).map(({ fields }) => fields.form).slice(0, 2)).toEqual(["none", "indirect"]);

  const { id, statements } = await recodeFound((await look()).set);
  expect(statements).toBe(2);
  expect((await gold()).map(({ fields }) => fields.form)).toEqual(["mixed", "mixed", "none"]);
  await undo(id);
  expect((await gold()).map(({ fields }) => fields.form)).toEqual(["none", "indirect", "none"]);
  expect(await verified()).toEqual([]);
});

// PostgreSQL takes as many as there are.
test.runIf(provider === "sqlite")(
  "more statements than a query may name are recoded and undone as a whole, and the preview tells of the first",
  async () => {
    const db = database();
    const many = await addDocument(sample, TEXT);
    const assignmentId = uuid();
    const pass = { id: assignmentId, documentId: many, kind: "adjudication", holder: "gold", state: "submitted" };
    await db.assignment.create({ data: pass });
    const { id: codebookVersionId } = await db.codebookVersion.findFirstOrThrow({
      where: { projectId: sample.projectId },
    });
    const { spans, speakerId, chain, fields } = wholeContentOver(sample, TEXT, "Nobody knows");
    const row = { assignmentId, codebookVersionId, spans, speakerId, chain, fields, start: 40 };
    await db.statement.createMany({ data: Array.from({ length: 1001 }, () => ({ id: uuid(), ...row })) });

    const found = SearchQuery.parse({ documents: many });
    const preview = await previewRecode(sample.owner, sample.projectId, { found, change: TO_NONE }, new Date());
    expect(preview).toMatchObject({ changed: 1001, same: 0, refused: 0 });
    expect(preview.items).toHaveLength(200);
    const ids = { operationId: uuid(), id: uuid() };
    const input = { ...ids, change: TO_NONE, found, set: preview.set, reason: "All of them" };
    expect((await recodeGold(sample.owner, sample.projectId, input)).statements).toBe(1001);
    expect(await db.statement.count({ where: { assignmentId, revision: 2 } })).toBe(1001);
    expect((await undo(ids.id)).statements).toBe(1001);
    expect(await db.statement.count({ where: { assignmentId, revision: 3 } })).toBe(1001);
  },
);

test("gold whose ruling was withdrawn is not there to be undone", async () => {
  const nobody = (await gold()).at(-1);
  if (!nobody) throw new Error("There is no gold.");
  const { id } = await recode(TO_NONE, { [nobody.id]: nobody.revision });
  const ruling = await database().ruling.findFirstOrThrow({ where: { goldStatementId: nobody.id } });
  await withdrawRuling(sample.owner, ruling.id, { operationId: uuid(), revision: ruling.revision });
  await expect(undo(id)).rejects.toMatchObject({ code: "statements_changed" });
});

test("annotators recode nothing, and nobody an article that another reviews or that they are to read blind", async () => {
  const [fine] = await gold();
  if (!fine) throw new Error("There is no gold.");
  const revisions = { [fine.id]: fine.revision };
  await expect(recode(TO_NONE, revisions, ana)).rejects.toMatchObject({ status: 403 });
  const reviewer = await makeActor(sample, "reviewer");
  await takeLease(sample.owner, documentId, new Date());
  const change: RecodeChange = { kind: "answer", field: "form", answer: "mixed" };
  const leased = await previewRecode(reviewer, sample.projectId, { statementIds: [fine.id], change }, new Date());
  expect(leased.items[0]?.why).toMatch(/is reviewing this article/);
  await assign(sample, documentId, reviewer);
  const blind = await previewRecode(reviewer, sample.projectId, { statementIds: [fine.id], change }, new Date());
  expect(blind.items).toEqual([]);
  await expect(recode(change, revisions, reviewer)).rejects.toMatchObject({ code: "statements_changed" });
});
