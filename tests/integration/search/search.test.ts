import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { SearchPageQuery } from "@/domain/contract/search";
import type { StatementContent } from "@/domain/statement/statement";
import type { Actor } from "@/server/auth/actor";
import { changeReviewSettings } from "@/server/commands/change-review-settings";
import { createStatement } from "@/server/commands/create-statement";
import { database } from "@/server/database/client";
import { getReviewSettings } from "@/server/queries/get-review-settings";
import { getReviewView } from "@/server/queries/get-review-view";
import { exportFound } from "@/server/queries/search/export-found";
import { getSearchChoices } from "@/server/queries/search/get-search-choices";
import { searchStatements } from "@/server/queries/search/search-statements";
import { createTestDatabase } from "../../support/database";
import { finish, finishedDocument, ruleAt } from "../../support/finished-document";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

const TEXT = "👩‍👩‍👧 said: “L’Élysée plans” it.\nA chef added =café rules, he did.\n托卡耶夫总统说暴徒是恐怖分子。";

let sample: Sample;
let ana: Actor;
let bo: Actor;
let documentId: string;
let goldId: string;

const contentOver = (quote: string, change: Partial<StatementContent> = {}) => ({
  ...wholeContentOver(sample, TEXT, quote),
  ...change,
});

beforeAll(async () => {
  const { close } = await createTestDatabase("sample");
  sample = await seedSample();
  // Of the sample's own article nothing is found: its owner is still to read it blind.
  ana = await makeActor(sample, "annotator");
  bo = await makeActor(sample, "annotator");
  const contents = [
    contentOver("L’Élysée plans"),
    contentOver("=café rules", { stances: [{ targetId: sample.targetId("T1"), value: "oppose", basis: "explicit" }] }),
    contentOver("暴徒是恐怖分子"),
  ];
  ({ documentId } = await finishedDocument(sample, TEXT, [{ by: ana, contents }]));
  await database().document.update({ where: { id: documentId }, data: { published: "2022-01-20" } });
  await ruleAt(sample.owner, await getReviewView(sample.owner, documentId), 1);
  goldId = (await database().ruling.findFirstOrThrow({ where: { documentId } })).goldStatementId ?? "";
  const other = await addDocument(sample, TEXT);
  const assignmentId = await assign(sample, other, bo);
  await createStatement(bo, assignmentId, { operationId: uuid(), id: uuid(), content: contentOver("=café rules") });
  return close;
});

const search = (actor: Actor, query: object = {}) =>
  searchStatements(actor, sample.projectId, SearchPageQuery.parse(query));
const matches = async (actor: Actor, query: object = {}) =>
  (await search(actor, query)).items.map(({ match }) => match);

test("words are found without regard to case, accents and quotation marks, in every script", async () => {
  expect(await matches(sample.owner, { q: "l'elysee PLANS" })).toEqual(["L’Élysée plans"]);
  expect(await matches(sample.owner, { q: "恐怖" })).toEqual(["恐怖"]);
  expect(await matches(sample.owner, { q: "cafe", layer: "readings" })).toEqual(["café"]);
  expect(await matches(sample.owner, { q: "chef" })).toEqual([]);
  expect(await matches(sample.owner, { q: "chef", within: "context", layer: "readings" })).toEqual(["chef"]);
});

test("an annotator finds their own, also unfinished; a reviewer what is finished, and gold", async () => {
  expect(await search(bo)).toMatchObject({ total: 1, documents: 1, items: [{ own: true, layer: "reading" }] });
  expect(await search(ana)).toMatchObject({ total: 3, documents: 1 });
  expect(await search(ana, { layer: "gold" })).toMatchObject({ total: 0 });
  const found = await search(sample.owner);
  expect(found).toMatchObject({ total: 4, documents: 1, next: null });
  expect(found.items.filter(({ layer }) => layer === "gold").map(({ id }) => id)).toEqual([goldId]);
  const stranger = await makeActor(sample, null);
  await expect(search(stranger)).rejects.toMatchObject({ status: 404 });
});

test("an article that one is still to read blind is left out, but for what is one's own", async () => {
  const { closed } = await getSearchChoices(sample.owner, sample.projectId);
  expect(closed).toBe(1);
  const reviewer = await makeActor(sample, "reviewer");
  const assignmentId = await assign(sample, documentId, reviewer);
  expect((await search(reviewer)).items.map(({ documentId }) => documentId)).not.toContain(documentId);
  const content = contentOver("=café rules");
  await createStatement(reviewer, assignmentId, { operationId: uuid(), id: uuid(), content });
  expect((await search(reviewer, { documents: documentId })).items).toMatchObject([{ own: true }]);
  await finish(reviewer, assignmentId);
  expect((await search(reviewer, { documents: documentId })).total).toBe(5);
  await database().statement.updateMany({ where: { assignmentId }, data: { deletedAt: new Date() } });
});

test("it is narrowed by speaker, target, answers, annotator, article and day", async () => {
  const owner = sample.owner;
  expect((await search(owner, { speakers: contentOver("=café rules").speakerId })).total).toBe(4);
  expect((await search(owner, { speakers: uuid() })).total).toBe(0);
  expect((await search(owner, { targets: sample.targetId("T1"), layer: "readings" })).total).toBe(1);
  expect((await search(owner, { values: "stance.values:support,stance.values:oppose", layer: "gold" })).total).toBe(1);
  expect((await search(owner, { values: "stance.values:support" })).total).toBe(0);
  const { annotators, documents } = await getSearchChoices(owner, sample.projectId);
  expect((await search(owner, { annotators: annotators.map(({ id }) => id).join() })).total).toBe(3);
  expect(documents.map(({ id }) => id)).toContain(documentId);
  expect((await search(owner, { published_from: "2022-01-20", published_to: "2022-01-20" })).total).toBe(4);
  expect((await search(owner, { published_from: "2022-01-21" })).total).toBe(0);
});

test("who was merged is found under the one that stands for them", async () => {
  const from = contentOver("=café rules").speakerId ?? "";
  const into = await database().speaker.findFirstOrThrow({
    where: { projectId: sample.projectId, id: { not: from }, fixed: false },
  });
  await database().speaker.update({ where: { id: from }, data: { mergedIntoId: into.id } });
  // A merge is an event of the project; without one the search before would be answered again.
  await database().eventHead.update({ where: { projectId: sample.projectId }, data: { sequence: { increment: 1 } } });
  expect((await search(sample.owner, { speakers: into.id })).items[0]).toMatchObject({ speaker: into.name });
  await database().speaker.update({ where: { id: from }, data: { mergedIntoId: null } });
  await database().eventHead.update({ where: { projectId: sample.projectId }, data: { sequence: { decrement: 1 } } });
});

test("lines are sorted by the words on either side", async () => {
  const ordered = (sort: string) => matches(sample.owner, { sort, layer: "readings" });
  expect(await ordered("before")).toEqual(["=café rules", "L’Élysée plans", "暴徒是恐怖分子"]);
  expect(await ordered("after")).toEqual(["暴徒是恐怖分子", "=café rules", "L’Élysée plans"]);
});

test("who may not know whose reading it is neither reads nor asks", async () => {
  const settings = await getReviewSettings(sample.owner, sample.projectId);
  await changeReviewSettings(sample.owner, sample.projectId, { ...settings, operationId: uuid(), names: "hidden" });
  const reviewer = await makeActor(sample, "reviewer");
  expect((await getSearchChoices(reviewer, sample.projectId)).annotators).toEqual([]);
  expect((await search(reviewer, { documents: documentId, annotators: "ann_nobody" })).total).toBe(4);
  expect((await search(reviewer, { layer: "readings" })).items[0]?.annotator).toMatch(/^reading_/);
});

test("the file has what is found, guarded for spreadsheets", async () => {
  const query = SearchPageQuery.parse({ q: "cafe", layer: "gold" });
  const answer = await exportFound(sample.owner, sample.projectId, query, new Date());
  const [head, row, ...rest] = (await answer.text()).split("\r\n");
  expect(head).toContain("statement_id,layer,annotator");
  expect(row).toContain(`${goldId},gold,,`);
  expect(row).toContain(",'=café rules,");
  expect(rest).toEqual([""]);
});
