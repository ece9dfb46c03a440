import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import type { Codebook } from "@/domain/codebook/codebook";
import type { PublishInput } from "@/domain/contract/codebook";
import { contentOf } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import type { Actor } from "@/server/auth/actor";
import { openSnapshot } from "@/server/bulk/snapshot";
import { type Finding, verifyData } from "@/server/bulk/verify-data";
import { publishDraft } from "@/server/commands/codebook/publish-draft";
import { saveCodebookDraft } from "@/server/commands/codebook/save-codebook-draft";
import { settleRecheck } from "@/server/commands/codebook/settle-recheck";
import { undoMapping } from "@/server/commands/codebook/undo-mapping";
import { deleteStatement } from "@/server/commands/delete-statement";
import { reopenAssignment } from "@/server/commands/submit-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { getCodebookDraft } from "@/server/queries/codebook/get-codebook-draft";
import { getCodebookUse, listUsedStatements } from "@/server/queries/codebook/get-codebook-use";
import { getDraftEffects } from "@/server/queries/codebook/get-draft-effects";
import { listRechecks } from "@/server/queries/codebook/list-rechecks";
import { getReviewView } from "@/server/queries/get-review-view";
import { getStatementHistory } from "@/server/queries/get-statement-history";
import { readStatementRows } from "@/server/rows/read-statements";
import { contentColumns, toStatement } from "@/server/rows/statement-row";
import { createTestDatabase, provider } from "../../support/database";
import { finish, settleAll } from "../../support/finished-document";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

const COUNT = 500;
const text = Array.from({ length: COUNT }, (_, index) => `👩‍👩‍👧 said “naïve ${1000 + index}”.`).join("\n");

let sample: Sample;
let annotator: Actor;
let assignmentId: string;
let documentId: string;
let close: () => Promise<void>;

// Each test begins with 500 statements of its own.
beforeEach(async () => {
  ({ close } = await createTestDatabase("sample"));
  sample = await seedSample();
  // Who has an article left to read blind is told nothing of it.
  await database().assignment.deleteMany({ where: { id: sample.ownAssignmentId } });
  annotator = await makeActor(sample, "annotator");
  documentId = await addDocument(sample, text);
  assignmentId = await assign(sample, documentId, annotator);
  const codebook = await database().codebookVersion.findFirstOrThrow({ where: { projectId: sample.projectId } });
  const rows = Array.from({ length: COUNT }, (_, index) => ({ id: uuid(), ...contentColumns(contentAt(index)) }));
  await database().statement.createMany({
    data: rows.map((row) => ({ ...row, assignmentId, codebookVersionId: codebook.id })),
  });
  await database().statementStance.createMany({
    data: rows.map(({ id }, index) => ({
      ...{ id: uuid(), statementId: id, position: 0, targetId: sample.targetId("T1") },
      ...{ value: index % 5 === 0 ? "mixed" : "oppose", basis: "explicit" },
    })),
  });
  await database().assignment.update({ where: { id: assignmentId }, data: { state: "in_progress" } });
  return close;
});

/** Every third says "document", every seventh of all is unsure about its certainty. */
function contentAt(index: number): StatementContent {
  const content = wholeContentOver(sample, text, `naïve ${1000 + index}`);
  const sourcing = index % 3 === 0 ? "document" : "unattributed";
  return { ...content, fields: { ...content.fields, sourcing, ...(index % 7 === 0 && { certainty: "certain" }) } };
}

async function statements(): Promise<Map<string, Statement>> {
  const rows = await readStatementRows(database(), { assignmentId });
  return new Map(rows.map((row) => [row.id, toStatement(row)]));
}

async function write(change: (codebook: Codebook) => void): Promise<void> {
  const { revision, baseVersion, content } = await getCodebookDraft(sample.owner, sample.projectId);
  const next = structuredClone(content);
  change(next);
  await saveCodebookDraft(sample.owner, sample.projectId, { revision, baseVersion, content: next });
}

async function publish(decisions: PublishInput["decisions"] = {}, operationId: string = uuid()) {
  const { revision } = await getCodebookDraft(sample.owner, sample.projectId);
  const input = { operationId, id: uuid(), revision, message: "Change", decisions };
  return publishDraft(sample.owner, sample.projectId, input);
}

const field = (codebook: Codebook, key: string) => codebook.fields.find((one) => one.key === key);
const retire = (codebook: Codebook, mergedInto?: string) =>
  Object.assign(field(codebook, "sourcing")?.values.find(({ key }) => key === "document") ?? {}, {
    ...{ retired: true, mergedInto },
  });

const isDocument = ({ fields }: StatementContent) => fields.sourcing === "document";

async function findDamage(): Promise<Finding[]> {
  const snapshot = await openSnapshot();
  const findings: Finding[] = [];
  await verifyData(snapshot, provider, (finding) => findings.push(finding));
  await snapshot.close();
  return findings;
}

/** Without what a write of the program changes. */
const apartFrom = ({ revision: _r, updatedAt: _u, codebookVersion: _v, ...rest }: Statement) => rest;

test("500 statements: what is merged is mapped and nothing else, and it is taken back as a whole", async () => {
  const before = await statements();
  const concerned = [...before.values()].filter(isDocument);
  await write((codebook) => retire(codebook, "other_media"));
  const { effects } = await getDraftEffects(sample.owner, sample.projectId);
  const others = await database().statement.count({ where: { assignmentId: { in: sample.readingIds } } });
  expect(others).toBeGreaterThan(0);
  const readings = await readStatementRows(database(), { assignmentId: { in: sample.readingIds } });
  const inReadings = readings.map(toStatement).filter(isDocument).length;
  expect(effects).toEqual([
    expect.objectContaining({
      ...{
        id: "fields.sourcing.document",
        statements: concerned.length + inReadings,
        refused: false,
        to: "other_media",
      },
    }),
  ]);
  await expect(publish()).rejects.toMatchObject({ status: 422, code: "decisions_missing" });
  const nowhere = { "fields.sourcing.document": { action: "map", to: "document" } } as const;
  await expect(publish(nowhere)).rejects.toMatchObject({ status: 422, code: "decisions_missing" });
  expect(await statements()).toEqual(before);

  const made = await publish({ "fields.sourcing.document": { action: "map", to: "other_media" } });
  expect(made).toMatchObject({ version: 2, mapped: concerned.length + inReadings, asked: 0 });
  const after = await statements();
  expect(after.size).toBe(COUNT);
  for (const [id, was] of before) {
    const is = after.get(id) as Statement;
    if (!isDocument(was)) expect(is).toEqual(was);
    else {
      const fields = { ...was.fields, sourcing: "other_media" };
      expect(apartFrom(is)).toEqual(apartFrom({ ...was, fields }));
      expect(is.revision).toBe(was.revision + 1);
    }
  }
  expect((await listRechecks(annotator)).items).toEqual([]);
  // The history of a statement tells of it, and the chain of events holds.
  const one = concerned[0] as Statement;
  const { versions } = await getStatementHistory(annotator, one.id, { limit: 10 });
  expect(versions[0]).toMatchObject({ kind: "changed", own: false, before: contentOf(one) });
  expect(await database().event.count({ where: { action: "statement.changed" } })).toBe(concerned.length + inReadings);
  expect(await findDamage()).toEqual([]);

  // One was changed since: it stays as its holder has it.
  const changed = after.get(one.id) as Statement;
  const content = { ...contentOf(changed), note: "Mine" };
  await updateStatement(annotator, one.id, { operationId: uuid(), revision: changed.revision, content });
  const undone = await undoMapping(sample.owner, sample.projectId, 2, uuid());
  expect(undone).toEqual({ restored: concerned.length + inReadings - 1, changedSince: 1 });
  const restored = await statements();
  for (const [id, was] of before) {
    const is = restored.get(id) as Statement;
    if (id === one.id) expect(is).toMatchObject({ note: "Mine", fields: { sourcing: "other_media" } });
    else expect(apartFrom(is)).toEqual(apartFrom(was));
  }
  expect(await findDamage()).toEqual([]);
}, 120_000);

test("500 statements: the work list has exactly those that are asked about, until they are looked at", async () => {
  const before = await statements();
  const asked = [...before.values()].filter((one) => one.fields.certainty === undefined);
  await write((codebook) => {
    retire(codebook);
    Object.assign(field(codebook, "certainty") ?? {}, { required: true });
    Object.assign(codebook.stance.values.find(({ key }) => key === "mixed") ?? {}, { retired: true });
  });
  const made = await publish({
    "fields.sourcing.document": { action: "keep" },
    "fields.certainty.required": { action: "ask" },
    "stance.values.mixed": { action: "map", to: "unclear" },
  });
  const mixed = [...before.values()].filter(({ stances }) => stances[0]?.value === "mixed");
  expect(made).toMatchObject({ version: 2 });
  const list = async () => (await listRechecks(annotator)).items;
  const items = await list();
  expect(items.map(({ statementId }) => statementId).sort()).toEqual(asked.map(({ id }) => id).sort());
  expect(items.map(({ start }) => start)).toEqual(items.map(({ start }) => start).sort((a, b) => a - b));
  expect(items[0]).toMatchObject({
    version: 2,
    assignmentId,
    submitted: false,
    causes: ["“Certainty” now has to be answered."],
  });
  const after = await statements();
  expect(after.size).toBe(COUNT);
  for (const [id, was] of before) {
    const is = after.get(id) as Statement;
    if (mixed.includes(was)) {
      expect(is.stances).toEqual([{ ...was.stances[0], value: "unclear" }]);
      expect({ ...apartFrom(is), stances: [] }).toEqual({ ...apartFrom(was), stances: [] });
    } else expect(is).toEqual(was);
    expect(is.codebookVersion).toBe(1);
  }

  // Answered: it is under the new version and off the list.
  const [first, second, third] = items;
  const one = after.get(first?.statementId ?? "") as Statement;
  const content = { ...contentOf(one), fields: { ...one.fields, certainty: "probable" } };
  const saved = await updateStatement(annotator, one.id, { operationId: uuid(), revision: one.revision, content });
  expect(saved.statement.codebookVersion).toBe(2);
  // It stays as it is, says its holder and nobody else.
  await expect(settleRecheck(sample.owner, second?.id ?? "", uuid())).rejects.toMatchObject({ status: 404 });
  const operationId = uuid();
  const settled = await settleRecheck(annotator, second?.id ?? "", operationId);
  expect(await settleRecheck(annotator, second?.id ?? "", operationId)).toEqual(settled);
  // Deleted, it is off the list too.
  const gone = after.get(third?.statementId ?? "") as Statement;
  await deleteStatement(annotator, gone.id, { operationId: uuid(), revision: gone.revision });
  expect(await list()).toEqual(items.slice(3));
  // To others it is not their list.
  expect((await listRechecks(await makeActor(sample, "annotator"))).items).toEqual([]);

  // What stays as it is may be submitted so.
  await finish(annotator, assignmentId);
  expect((await list())[0]).toMatchObject({ submitted: true });
}, 120_000);

test("a used value, question or role is never removed; an unused one is", async () => {
  const refused = async (change: (codebook: Codebook) => void) => {
    await write(change);
    const { effects } = await getDraftEffects(sample.owner, sample.projectId);
    await expect(publish()).rejects.toMatchObject({ status: 422, code: "value_used" });
    return effects.filter((effect) => effect.refused).map(({ id }) => id);
  };
  const published = (await getCodebookDraft(sample.owner, sample.projectId)).content;
  const without = (key: string) => (codebook: Codebook) => {
    Object.assign(codebook, structuredClone(published));
    const sourcing = field(codebook, "sourcing");
    if (!sourcing) return;
    sourcing.values = sourcing.values.filter((value) => value.key !== key);
    sourcing.proposals = [];
  };
  expect(await refused(without("document"))).toEqual(["fields.sourcing.document"]);
  expect(
    await refused((codebook) =>
      Object.assign(codebook, { ...published, fields: published.fields.filter(({ key }) => key !== "form") }),
    ),
  ).toEqual(["fields.form"]);
  // Deleted statements can be restored: they count.
  await database().statement.updateMany({ data: { deletedAt: new Date() } });
  expect(await refused(without("document"))).toEqual(["fields.sourcing.document"]);
  expect(
    await refused((codebook) => {
      Object.assign(codebook, structuredClone(published));
      codebook.speaker.kinds = codebook.speaker.kinds.filter(({ key }) => key !== "organisation");
    }),
  ).toEqual(["speaker.kinds.organisation"]);
  await write(without("firsthand"));
  expect(await publish()).toMatchObject({ version: 2 });
}, 60_000);

test("a new type: answers that fit are converted and move to the new version, the others are asked about", async () => {
  await write((codebook) =>
    Object.assign(field(codebook, "certainty") ?? {}, { type: "multiple", measure: "nominal" }),
  );
  const before = await statements();
  const coded = [...before.values()].filter(({ fields }) => fields.certainty !== undefined);
  await publish({ "fields.certainty.type": { action: "map" } });
  const after = await statements();
  for (const was of coded) {
    expect(after.get(was.id)).toMatchObject({ codebookVersion: 2, fields: { ...was.fields, certainty: ["certain"] } });
  }
  for (const was of before.values()) if (!coded.includes(was)) expect(after.get(was.id)).toEqual(was);
  await undoMapping(sample.owner, sample.projectId, 2, uuid());
  const restored = await statements();
  for (const was of coded) {
    expect(restored.get(was.id)).toMatchObject({ codebookVersion: 1, fields: was.fields });
  }
  await expect(undoMapping(sample.owner, sample.projectId, 2, uuid())).rejects.toMatchObject({
    code: "nothing_to_undo",
  });
}, 60_000);

test("rulings go on to hold when readings and gold are mapped alike", async () => {
  await finish(annotator, assignmentId);
  const short = await addDocument(sample, text);
  const second = await assign(sample, short, annotator);
  const codebook = await database().codebookVersion.findFirstOrThrow({ where: { projectId: sample.projectId } });
  const id = uuid();
  const row = { id, assignmentId: second, codebookVersionId: codebook.id, ...contentColumns(contentAt(0)) };
  await database().statement.create({ data: row });
  await finish(annotator, second);
  await settleAll(sample.owner, short);
  await write((draft) => retire(draft, "other_media"));
  await publish({ "fields.sourcing.document": { action: "map", to: "other_media" } });
  const view = await getReviewView(sample.owner, short);
  expect(view.rulings).toHaveLength(1);
  expect(view.rulings.every(({ stale }) => !stale)).toBe(true);
  const gold = await database().statement.findFirstOrThrow({ where: { id: view.rulings[0]?.goldStatementId ?? "" } });
  expect(gold.fields).toMatchObject({ sourcing: "other_media" });
}, 60_000);

test("a submitted reading is reopened to look again, and takes up what only the new version has", async () => {
  await finish(annotator, assignmentId);
  await write((codebook) => {
    retire(codebook);
    field(codebook, "sourcing")?.values.push({ key: "leak", label: "Leak", definition: "A leak." });
  });
  await publish({ "fields.sourcing.document": { action: "ask" } });
  const [item] = (await listRechecks(annotator)).items;
  expect(item).toMatchObject({ submitted: true, causes: ["The value “Document” of Sourcing is retired."] });
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  await reopenAssignment(annotator, assignmentId, { operationId: uuid(), revision });
  const all = await statements();
  const one = all.get(item?.statementId ?? "") as Statement;
  const content = { ...contentOf(one), fields: { ...one.fields, sourcing: "leak" } };
  const saved = await updateStatement(annotator, one.id, { operationId: uuid(), revision: one.revision, content });
  expect(saved.statement).toMatchObject({ codebookVersion: 2, fields: { sourcing: "leak" } });
  // Another, which nobody asked about, stays under its version until it needs the new one.
  const other = [...all.values()].find((statement) => !isDocument(statement)) as Statement;
  const noted = { ...contentOf(other), note: "x" };
  const kept = await updateStatement(annotator, other.id, {
    operationId: uuid(),
    revision: other.revision,
    content: noted,
  });
  expect(kept.statement.codebookVersion).toBe(1);
  const leak = { ...noted, fields: { ...noted.fields, sourcing: "leak" } };
  const moved = await updateStatement(annotator, other.id, {
    ...{ operationId: uuid(), revision: kept.statement.revision, content: leak },
  });
  expect(moved.statement.codebookVersion).toBe(2);
}, 60_000);

test("use is counted, opens its statements, and tells nobody what they are still to read blind", async () => {
  const use = await getCodebookUse(sample.owner, sample.projectId);
  const all = await readStatementRows(database(), { deletedAt: null });
  const count = all.map(toStatement).filter(isDocument).length;
  expect(use.statements).toBe(all.length);
  expect(use.values["fields.sourcing"]?.document).toBe(count);
  expect(use.values["stance.values"]?.mixed).toBe(COUNT / 5);
  expect(use.roles.content).toBe(all.length);
  expect(use.fields.sourcing).toBe(all.length);
  // The sample's two readings differ here and there.
  const rates = Object.values(use.confusion).flatMap((values) => Object.values(values));
  expect(rates.length).toBeGreaterThan(0);
  for (const { rate } of rates) expect(rate >= 0 && rate <= 1).toBe(true);
  const asked = { list: "fields.sourcing", value: "document", offset: 0 };
  const page = await listUsedStatements(sample.owner, sample.projectId, asked);
  expect(page).toMatchObject({ total: count, next: 50 });
  expect(page.items).toHaveLength(50);
  await assign(sample, documentId, sample.owner);
  const blind = await getCodebookUse(sample.owner, sample.projectId);
  expect(blind.statements).toBe(all.length - COUNT);
  const reader = await makeActor(sample, "annotator");
  await expect(getCodebookUse(reader, sample.projectId)).rejects.toMatchObject({ status: 403 });
  await expect(listUsedStatements(reader, sample.projectId, asked)).rejects.toMatchObject({ status: 403 });
}, 60_000);

test("a withdrawn reading is neither counted nor mapped", async () => {
  const before = await statements();
  await database().assignment.update({ where: { id: assignmentId }, data: { withdrawnAt: new Date() } });
  const readings = await readStatementRows(database(), { assignmentId: { in: sample.readingIds } });
  const inReadings = readings.map(toStatement).filter(isDocument).length;
  await write((codebook) => retire(codebook, "other_media"));
  const { effects } = await getDraftEffects(sample.owner, sample.projectId);
  expect(effects).toEqual([expect.objectContaining({ statements: inReadings })]);
  const { mapped } = await publish({ "fields.sourcing.document": { action: "map", to: "other_media" } });
  expect(mapped).toBe(inReadings);
  expect(await statements()).toEqual(before);
});
