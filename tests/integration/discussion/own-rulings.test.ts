import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import type { OwnRulings } from "@/domain/contract/discussion";
import { QueueQuery } from "@/domain/contract/review-queue";
import { describeOutcome } from "@/domain/review/own-outcome";
import { contentOf } from "@/domain/statement/content";
import type { Actor } from "@/server/auth/actor";
import { answerRuling } from "@/server/commands/discussion/answer-ruling";
import { editComment } from "@/server/commands/discussion/change-comment";
import { reply } from "@/server/commands/discussion/open-thread";
import { resolveThread } from "@/server/commands/discussion/resolve-thread";
import { reopenAssignment } from "@/server/commands/submit-assignment";
import { withdrawRuling } from "@/server/commands/withdraw-ruling";
import { database } from "@/server/database/client";
import { listNotifications } from "@/server/notifications/list-notifications";
import { getDiscussion } from "@/server/queries/discussion/get-discussion";
import { getOwnRulings } from "@/server/queries/discussion/get-own-rulings";
import { getThreadHistory } from "@/server/queries/discussion/get-thread-history";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { finish, finishedDocument, ruleAt, settleAll } from "../../support/finished-document";
import { makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 One said. Two said. Three said. Four said.";

let sample: Sample;
let reviewer: Actor;
let ana: Actor;
let bo: Actor;

beforeAll(async () => {
  sample = await seedSample();
  reviewer = await makeActor(sample, "reviewer");
  ana = await makeActor(sample, "annotator");
  bo = await makeActor(sample, "annotator");
});

/** Four clusters: both agree, both differ in a field, Bo's alone, both have it. */
async function makeDocument() {
  const over = (quote: string, note: string) => ({ ...wholeContentOver(sample, TEXT, quote), note });
  const two = over("Two", "Bo's own note");
  const boContents = [
    over("One", "Bo's own note"),
    { ...two, fields: { ...two.fields, form: "direct" } },
    over("Three", "Bo's own note"),
    over("Four", ""),
  ];
  const made = await finishedDocument(sample, TEXT, [
    { by: ana, contents: [over("One", ""), over("Two", ""), over("Four", "")] },
    { by: bo, contents: boContents },
  ]);
  const [anas = "", bos = ""] = made.assignmentIds;
  return { documentId: made.documentId, anas, bos };
}

const answer = (actor: Actor, rulingId: string, text = "But the text says “one”.") =>
  answerRuling(actor, rulingId, { operationId: uuid(), id: uuid(), text });

describe("of a settled document", () => {
  let documentId: string;
  let anas: string;
  let bos: string;
  let rulingIds: string[];

  beforeAll(async () => {
    ({ documentId, anas, bos } = await makeDocument());
    const view = await getReviewView(reviewer, documentId);
    const boOf = (place: number) => {
      const member = view.clusters[place]?.members.find(({ assignmentId }) => assignmentId === bos);
      const found = view.readings.flatMap(({ statements }) => statements).find(({ id }) => id === member?.statementId);
      if (!found) throw new Error(`Bo has nothing in cluster ${place}.`);
      return found;
    };
    const take = (place: number) => ({
      provenance: { all: boOf(place).id },
      gold: { id: uuid(), content: contentOf(boOf(place)) },
    });
    rulingIds = [
      await ruleAt(reviewer, view, 0, take(0)),
      await ruleAt(reviewer, view, 1, { ...take(1), reason: "It is in quotation marks" }),
      await ruleAt(reviewer, view, 2, { decision: "no_statement", gold: null, provenance: {} }),
      await ruleAt(reviewer, view, 3, { decision: "both_defensible", gold: null, provenance: {} }),
    ];
  });

  test("each annotator sees how their own statements were ruled, with the difference in words", async () => {
    const { rulings, codebook, registry } = await getOwnRulings(ana, anas);
    expect(rulings.map(({ outcome }) => outcome)).toEqual(["kept", "changed", "both_defensible"]);
    const [kept, changed, both] = rulings;
    expect(changed).toMatchObject({ reason: "It is in quotation marks", rulingId: rulingIds[1], answer: null });
    if (!changed?.gold || !kept?.gold) throw new Error("There is no gold.");
    const context = { codebook: codebook.content, registry };
    expect(describeOutcome(changed.own, changed.gold, context)).toEqual([
      { key: "form", part: "Form", before: "None", after: "Direct" },
    ]);
    expect(describeOutcome(kept.own, kept.gold, context)).toEqual([]);
    expect(both?.gold).toBeNull();
    const his = await getOwnRulings(bo, bos);
    expect(his.rulings.map(({ outcome }) => outcome)).toEqual(["kept", "kept", "rejected", "both_defensible"]);
  });

  test("and nothing of whose the others are, or what they said", async () => {
    const seen = JSON.stringify(await getOwnRulings(ana, anas));
    const others = await database().statement.findMany({ where: { assignmentId: bos } });
    for (const word of [bos, bo.userId, bo.email, reviewer.userId, "Bo's own note", "provenance"]) {
      expect(seen).not.toContain(word);
    }
    for (const { id } of others) expect(seen).not.toContain(id);
  });

  test("nobody sees those of somebody else's reading, or answers a ruling that is not on their own", async () => {
    for (const actor of [bo, reviewer, sample.owner, await makeActor(sample, null)]) {
      await expect(getOwnRulings(actor, anas)).rejects.toMatchObject({ status: 404, code: "not_found" });
    }
    for (const actor of [ana, reviewer, sample.owner, await makeActor(sample, null)]) {
      await expect(answer(actor, rulingIds[2] ?? "")).rejects.toMatchObject({ status: 404, code: "not_found" });
    }
  });

  test("a ruling is answered once; the reviewer sees the answer with the case under the reading's name, and closes it", async () => {
    const rulingId = rulingIds[1] ?? "";
    const both = await Promise.allSettled([answer(ana, rulingId, "It is not."), answer(ana, rulingId, "It is not!")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(answer(ana, rulingId)).rejects.toMatchObject({
      ...{ status: 409, code: "answered_already", extra: { current: { closedAt: null } } },
    });
    const find = async () =>
      (await getDiscussion(reviewer, documentId)).threads.find((one) => one.answer?.rulingId === rulingId);
    const thread = await find();
    expect(thread).toMatchObject({
      answer: { assignmentId: anas, rulingGone: false },
      ...{ resolved: null, comments: [{ author: null, own: false }] },
    });
    expect(JSON.stringify(await getDiscussion(reviewer, documentId))).not.toContain(ana.email);
    const id = thread?.id ?? "";
    const waiting = async () => {
      const query = QueueQuery.parse({ state: "all", discussion: "answer" });
      const { progress, matching } = await getReviewQueue(reviewer, sample.projectId, query, new Date());
      return [progress.answered, matching.clusters];
    };
    expect(await waiting()).toEqual([1, 1]);
    await reply(reviewer, id, { operationId: uuid(), id: uuid(), text: "Among us: no." });
    await resolveThread(reviewer, id, { operationId: uuid(), resolved: true });
    expect((await find())?.resolved).not.toBeNull();
    expect(await waiting()).toEqual([0, 0]);
    expect((await getThreadHistory(reviewer, id)).changes.map(({ kind, by }) => [kind, by === null])).toEqual([
      ["answered", true],
      ["replied", false],
      ["resolved", false],
    ]);
    const seen = await getOwnRulings(ana, anas);
    expect(seen.rulings[1]?.answer).toMatchObject({
      text: expect.stringMatching(/^It is not/),
      closedAt: expect.any(String),
    });
    expect(JSON.stringify(seen)).not.toContain("Among us");
  });

  test("an answer stays as it was given, also of somebody who reviews", async () => {
    const dana = await makeActor(sample, "reviewer");
    const content = wholeContentOver(sample, TEXT, "One");
    const made = await finishedDocument(sample, TEXT, [{ by: dana, contents: [content] }]);
    await settleAll(reviewer, made.documentId);
    const { rulings } = await getOwnRulings(dana, made.assignmentIds[0] ?? "");
    const saved = await answer(dana, rulings[0]?.rulingId ?? "");
    const update = { operationId: uuid(), revision: 1, text: "Other" };
    await expect(editComment(dana, saved.answer.id, update)).rejects.toMatchObject({ status: 403 });
  });

  test("a ruling withdrawn closes them all; the new one can be answered anew, and the old answer says what it was to", async () => {
    const rulingId = rulingIds[1] ?? "";
    const { rulings } = await getReviewView(reviewer, documentId);
    const standing = rulings.find(({ id }) => id === rulingId);
    await withdrawRuling(reviewer, rulingId, { operationId: uuid(), revision: standing?.revision ?? 0 });
    await expect(getOwnRulings(ana, anas)).rejects.toMatchObject({ status: 409, code: "not_settled" });
    await expect(answer(ana, rulingIds[0] ?? "")).rejects.toMatchObject({ status: 409, code: "not_settled" });
    const view = await getReviewView(reviewer, documentId);
    const again = await ruleAt(reviewer, view, 1);
    const seen: OwnRulings = await getOwnRulings(ana, anas);
    expect(seen.rulings[1]).toMatchObject({ rulingId: again, outcome: "kept", answer: null });
    await expect(answer(ana, rulingId)).rejects.toMatchObject({ status: 409, code: "ruling_gone" });
    await answer(ana, again, "Thank you.");
    const { threads } = await getDiscussion(reviewer, documentId);
    const answers = threads.flatMap((one) => (one.answer ? [[one.answer.rulingId, one.answer.rulingGone]] : []));
    expect(answers).toEqual([
      [rulingId, true],
      [again, false],
    ]);
  });
});

test("of one ruling on two statements of a reading both are shown, and it is answered once", async () => {
  const made = await finishedDocument(sample, TEXT, [
    { by: ana, contents: [wholeContentOver(sample, TEXT, "One said. Two said.")] },
    { by: bo, contents: ["One said. Two", "Three said"].map((quote) => wholeContentOver(sample, TEXT, quote)) },
  ]);
  const view = await getReviewView(reviewer, made.documentId);
  const all = view.readings.flatMap(({ statements }) => statements);
  const members = Object.fromEntries(all.map(({ id, revision }) => [id, revision]));
  const rulingId = await ruleAt(reviewer, view, 0, { members });
  const [, bos = ""] = made.assignmentIds;
  const { rulings } = await getOwnRulings(bo, bos);
  expect(rulings.map((one) => [one.rulingId, one.outcome])).toEqual([
    [rulingId, "changed"],
    [rulingId, "changed"],
  ]);
  await answer(bo, rulingId);
  const [told] = (await listNotifications(reviewer)).items;
  expect(told).toMatchObject({ kind: "answered", document: { id: made.documentId } });
  await expect(answer(bo, rulingId)).rejects.toMatchObject({ code: "answered_already" });
  expect((await getOwnRulings(bo, bos)).rulings.every((one) => one.answer !== null)).toBe(true);
});

describe("before that", () => {
  test("nothing is told while a cluster is open, and nothing of an unfinished reading", async () => {
    const { documentId, anas } = await makeDocument();
    const view = await getReviewView(reviewer, documentId);
    const first = await ruleAt(reviewer, view, 0);
    const refusal = { status: 409, code: "not_settled" };
    await expect(getOwnRulings(ana, anas)).rejects.toMatchObject(refusal);
    await expect(answer(ana, first)).rejects.toMatchObject(refusal);
    const caught = await getOwnRulings(ana, anas).catch((error: unknown) => error);
    expect(JSON.stringify((caught as { extra: object }).extra)).toBe("{}");
    for (const place of [1, 2, 3]) await ruleAt(reviewer, view, place);
    expect((await getOwnRulings(ana, anas)).rulings).toHaveLength(3);

    // Taken back after it could be seen, the reading says so; while it is open nothing is told any more.
    const row = await database().assignment.findUniqueOrThrow({ where: { id: anas } });
    const { assignment } = await reopenAssignment(ana, anas, { operationId: uuid(), revision: row.revision });
    expect(assignment.unblindedAt).not.toBeNull();
    await expect(getOwnRulings(ana, anas)).rejects.toMatchObject({ status: 409, code: "own_reading_unfinished" });
    await expect(answer(ana, first)).rejects.toMatchObject({ status: 409, code: "own_reading_unfinished" });
    await finish(ana, anas);
    expect((await getReviewView(reviewer, documentId)).readings.find((one) => one.assignmentId === anas)?.blind).toBe(
      false,
    );
  });

  test("a reading taken back before its document was settled stays blind", async () => {
    const { documentId, anas } = await makeDocument();
    await ruleAt(reviewer, await getReviewView(reviewer, documentId), 0);
    const row = await database().assignment.findUniqueOrThrow({ where: { id: anas } });
    const { assignment } = await reopenAssignment(ana, anas, { operationId: uuid(), revision: row.revision });
    expect(assignment.unblindedAt).toBeNull();
  });
});
