import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import type { Discussion } from "@/domain/contract/discussion";
import { placeThreads } from "@/domain/discussion/place-threads";
import { DEFAULT_REVIEW_SETTINGS } from "@/domain/review/review-settings";
import type { Actor } from "@/server/auth/actor";
import { deleteAccount } from "@/server/commands/account/delete-account";
import { changeReviewSettings } from "@/server/commands/change-review-settings";
import { deleteComment, editComment } from "@/server/commands/discussion/change-comment";
import { openThread, reply } from "@/server/commands/discussion/open-thread";
import { resolveThread } from "@/server/commands/discussion/resolve-thread";
import { seeMentions } from "@/server/commands/discussion/see-mentions";
import { regroupClusters, undoRegroup } from "@/server/commands/regroup-clusters";
import { reopenAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { getDiscussion } from "@/server/queries/discussion/get-discussion";
import { getThreadHistory } from "@/server/queries/discussion/get-thread-history";
import { countMentions, listMentions } from "@/server/queries/discussion/list-mentions";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { finish, finishedDocument } from "../../support/finished-document";
import { assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 One said. Two said.\n\u202EThree said.";
const HOSTILE = "  “naïve” </script> 👩‍👩‍👧 \u202Eabc\r\n@nobody ";

let sample: Sample;
let ana: Actor;
let bo: Actor;
let annotator: Actor;
let documentId: string;
let readingId: string;
/** One statement of each cluster, in reading order. */
let statementIds: string[];

beforeAll(async () => {
  sample = await seedSample();
  ana = await makeActor(sample, "reviewer");
  bo = await makeActor(sample, "reviewer");
  annotator = await makeActor(sample, "annotator");
  const contents = ["One", "Two", "Three"].map((quote) => wholeContentOver(sample, TEXT, quote));
  const made = await finishedDocument(sample, TEXT, [{ by: annotator, contents }]);
  documentId = made.documentId;
  readingId = made.assignmentIds[0] ?? "";
  statementIds = (await getReviewView(ana, documentId)).clusters.flatMap(
    ({ members }) => members[0]?.statementId ?? [],
  );
});

const look = (actor: Actor): Promise<Discussion> => getDiscussion(actor, documentId);

async function open(by: Actor, text = "Is this one statement?", place = 0): Promise<string> {
  const id = uuid();
  const about = [statementIds[place] ?? ""];
  await openThread(by, documentId, { operationId: uuid(), id, statementIds: about, text });
  return id;
}

const threadOf = ({ threads }: Discussion, id: string) => threads.find((thread) => thread.id === id);
const handleOf = ({ people }: Discussion) => people.find(({ own }) => own)?.id ?? "";

describe("a thread", () => {
  test("is opened, replied to, resolved and opened again; others see whose it is", async () => {
    const id = await open(ana, HOSTILE);
    await reply(bo, id, { operationId: uuid(), id: uuid(), text: "Yes" });
    const seen = await look(bo);
    const author = seen.people.find((person) => person.id === threadOf(seen, id)?.comments[0]?.author);
    expect(author).toMatchObject({ name: `${ana.name} (${ana.email})`, own: false, present: true });
    expect(threadOf(seen, id)).toMatchObject({
      ...{ answer: null, resolved: null, statementIds: [statementIds[0]] },
      comments: [
        { text: HOSTILE, own: false, revision: 1, newMention: false },
        { text: "Yes", own: true },
      ],
    });
    await resolveThread(bo, id, { operationId: uuid(), resolved: true });
    expect(threadOf(await look(ana), id)?.resolved?.by).toBe(handleOf(seen));
    await expect(reply(ana, id, { operationId: uuid(), id: uuid(), text: "But" })).rejects.toMatchObject({
      ...{ status: 409, code: "thread_resolved" },
    });
    await expect(resolveThread(ana, id, { operationId: uuid(), resolved: true })).rejects.toMatchObject({
      ...{ status: 409, code: "thread_moved" },
    });
    await resolveThread(ana, id, { operationId: uuid(), resolved: false });
    expect(threadOf(await look(ana), id)?.resolved).toBeNull();
  });

  test("keeps every wording of its comments in its history, also of a deleted one", async () => {
    const id = await open(ana, "First");
    const edit = (revision: number, text: string) => editComment(ana, id, { operationId: uuid(), revision, text });
    await edit(1, "Second");
    await expect(edit(1, "Meanwhile")).rejects.toMatchObject({
      ...{ status: 409, code: "stale_revision", extra: { current: { text: "Second", revision: 2 } } },
    });
    const replyId = uuid();
    await reply(bo, id, { operationId: uuid(), id: replyId, text: "I said that" });
    await deleteComment(bo, replyId, { operationId: uuid(), revision: 1 });
    await expect(editComment(bo, replyId, { operationId: uuid(), revision: 2, text: "x" })).rejects.toMatchObject({
      status: 409,
    });
    await resolveThread(bo, id, { operationId: uuid(), resolved: true });
    const seen = threadOf(await look(ana), id);
    expect(
      seen?.comments.map(({ text, editedAt, deletedAt }) => [text, editedAt !== null, deletedAt !== null]),
    ).toEqual([
      ["Second", true, false],
      ["", false, true],
    ]);
    const { changes } = await getThreadHistory(ana, replyId);
    expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ["opened", null, "First"],
      ["edited", "First", "Second"],
      ["replied", null, "I said that"],
      ["deleted", "I said that", null],
      ["resolved", null, null],
    ]);
    expect(changes[4]?.by).toBe(changes[2]?.by);
    expect(changes[4]?.by).not.toBe(changes[0]?.by);
    // Nothing of it is gone from the database either.
    expect((await database().comment.findUniqueOrThrow({ where: { id: replyId } })).text).toBe("I said that");
  });

  test("whose comments are all deleted is not there any more", async () => {
    const id = await open(ana);
    await deleteComment(ana, id, { operationId: uuid(), revision: 1 });
    expect(threadOf(await look(bo), id)).toBeUndefined();
  });

  test("is changed by who wrote it only", async () => {
    const id = await open(ana);
    for (const other of [bo, sample.owner]) {
      await expect(editComment(other, id, { operationId: uuid(), revision: 1, text: "x" })).rejects.toMatchObject({
        ...{ status: 403, code: "not_own_comment" },
      });
      await expect(deleteComment(other, id, { operationId: uuid(), revision: 1 })).rejects.toMatchObject({
        status: 403,
      });
    }
  });

  test("sent twice is opened once, and many at once are all kept", async () => {
    const before = (await look(ana)).threads.length;
    const input = { operationId: uuid(), id: uuid(), statementIds: [statementIds[2] ?? ""], text: "Once" };
    const [first, second] = await Promise.all([openThread(ana, documentId, input), openThread(ana, documentId, input)]);
    expect(second).toEqual(first);
    const many = Array.from({ length: 8 }, (_, index) => ({ operationId: uuid(), id: uuid(), text: `Reply ${index}` }));
    await Promise.all(many.map((one, index) => reply(index % 2 ? ana : bo, input.id, one)));
    const seen = await look(ana);
    expect(seen.threads).toHaveLength(before + 1);
    expect(threadOf(seen, input.id)?.comments).toHaveLength(9);
  });

  test("resolved while a reply is sent: the reply is refused, or was before", async () => {
    const id = await open(ana);
    const sends = Array.from({ length: 5 }, () => reply(ana, id, { operationId: uuid(), id: uuid(), text: "Late" }));
    const settled = await Promise.allSettled([
      resolveThread(bo, id, { operationId: uuid(), resolved: true }),
      ...sends,
    ]);
    const [resolution, ...replies] = settled;
    expect(resolution?.status).toBe("fulfilled");
    const kept = replies.filter(({ status }) => status === "fulfilled").length;
    const { changes } = await getThreadHistory(ana, id);
    expect(changes.map(({ kind }) => kind)).toEqual(["opened", ...Array(kept).fill("replied"), "resolved"]);
  });

  test("is about statements of finished readings only", async () => {
    const { id } = await database().statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } });
    for (const about of [uuid(), id]) {
      const input = { operationId: uuid(), id: uuid(), statementIds: [about], text: "x" };
      await expect(openThread(ana, documentId, input)).rejects.toMatchObject({ status: 409, code: "cluster_changed" });
    }
  });

  test("waits without a place while its reading is taken back", async () => {
    const id = await open(ana, "Still?", 0);
    const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: readingId } });
    await reopenAssignment(annotator, readingId, { operationId: uuid(), revision });
    const place = async () =>
      placeThreads((await getReviewView(ana, documentId)).clusters, (await look(ana)).threads).get(id);
    expect(await place()).toBeUndefined();
    expect(threadOf(await look(ana), id)?.comments).toHaveLength(1);
    await finish(annotator, readingId);
    expect(await place()).toBe(statementIds[0]);
  });
});

describe("a mention", () => {
  test("is listed for whom it names until they have seen it", async () => {
    const { people } = await look(ana);
    const him = people.find(({ name }) => name.includes(bo.email));
    const id = await open(ana, `@[${him?.id}] 👩‍👩‍👧?`);
    expect(await countMentions(bo)).toBe(1);
    const { items, unseen } = await listMentions(bo);
    expect(unseen).toBe(1);
    expect(items[0]).toMatchObject({
      ...{ commentId: id, seen: false, document: { id: documentId } },
      comment: { statementId: statementIds[0], text: `@${him?.name} 👩‍👩‍👧?`, resolved: false },
    });
    expect(threadOf(await look(bo), id)?.comments[0]?.newMention).toBe(true);
    // Nobody else sees it for them.
    await seeMentions(ana, [id], new Date());
    expect(await countMentions(bo)).toBe(1);
    expect(await seeMentions(bo, [id], new Date())).toEqual({ unseen: 0 });
    expect((await listMentions(bo)).items[0]?.seen).toBe(true);
    // Who is named no longer has nothing listed; named again, they have seen it.
    await editComment(ana, id, { operationId: uuid(), revision: 1, text: "Nobody" });
    expect((await listMentions(bo)).items).toEqual([]);
    await editComment(ana, id, { operationId: uuid(), revision: 2, text: `@[${him?.id}]` });
    expect((await listMentions(bo)).items[0]?.seen).toBe(true);
    await deleteComment(ana, id, { operationId: uuid(), revision: 3 });
    expect((await listMentions(bo)).items).toEqual([]);
  });

  test("goes on naming whoever it names when they are called otherwise, and by pseudonym once their account is deleted", async () => {
    const dina = await makeActor(sample, "reviewer");
    const handle = (await look(ana)).people.find(({ name }) => name.includes(dina.email))?.id ?? "";
    const id = await open(ana, `@[${handle}] see this`);
    const named = async () => (await look(ana)).people.find((person) => person.id === handle);
    const textOf = async () => threadOf(await look(ana), id)?.comments[0]?.text;
    await database().user.update({ where: { id: dina.userId }, data: { name: "Dina 👩‍👩‍👧" } });
    expect(await named()).toMatchObject({ name: "Dina 👩‍👩‍👧", present: true });
    expect((await listMentions(dina)).items[0]?.comment?.text).toBe("@Dina 👩‍👩‍👧 see this");

    await deleteAccount({ ...dina, name: "Dina 👩‍👩‍👧" }, { email: dina.email, password: null }, new Date());
    const project = await database().project.findUniqueOrThrow({ where: { id: sample.projectId } });
    expect(await named()).toMatchObject({ name: pseudonym(project, dina.userId), present: false });
    expect(await textOf()).toBe(`@[${handle}] see this`);
    // What is written goes on naming them, too.
    await editComment(ana, id, { operationId: uuid(), revision: 1, text: `@[${handle}] saw this` });
    expect(await textOf()).toBe(`@[${handle}] saw this`);
  });

  test("of oneself is none, and of who takes no part is refused", async () => {
    const id = await open(ana, `@[${handleOf(await look(ana))}]`);
    expect((await listMentions(ana)).items).toEqual([]);
    expect(threadOf(await look(ana), id)?.comments[0]?.newMention).toBe(false);
    await expect(open(ana, "@[aaaaaaaaaa]")).rejects.toMatchObject({
      ...{ status: 422, code: "unknown_person" },
      extra: { errors: [{ path: "text" }] },
    });
    const { people } = await look(ana);
    expect(people.map(({ name }) => name).join()).not.toContain(annotator.email);
  });

  test("tells a reviewer whose own reading is unfinished that there is one, and nothing of it", async () => {
    const cleo = await makeActor(sample, "reviewer");
    const assignmentId = await assign(sample, documentId, cleo);
    const { people } = await look(ana);
    const her = people.find(({ name }) => name.includes(cleo.email));
    await open(ana, `@[${her?.id}] said no`);
    expect(await listMentions(cleo)).toMatchObject({ unseen: 1, items: [{ seen: false, comment: null }] });
    expect(JSON.stringify(await listMentions(cleo))).not.toContain("said no");
    await finish(cleo, assignmentId);
    expect((await listMentions(cleo)).items[0]?.comment?.text).toContain("said no");
  });
});

test("where names are hidden nobody in the discussion has one, and nobody's word is that of a reading", async () => {
  const dana = await makeActor(sample, "reviewer");
  const content = wholeContentOver(sample, TEXT, "One");
  const own = await finishedDocument(sample, TEXT, [
    { by: dana, contents: [content] },
    { by: annotator, contents: [content] },
  ]);
  const settings = { ...DEFAULT_REVIEW_SETTINGS, operationId: uuid() };
  await changeReviewSettings(sample.owner, sample.projectId, { ...settings, names: "hidden" });
  const { clusters, readings } = await getReviewView(dana, own.documentId);
  const about = clusters[0]?.members.map(({ statementId }) => statementId) ?? [];
  const her = (await getDiscussion(ana, own.documentId)).people;
  const id = uuid();
  await openThread(dana, own.documentId, {
    ...{ operationId: uuid(), id, statementIds: about },
    text: her.map((person) => `@[${person.id}]`).join(" "),
  });
  const seen = await getDiscussion(ana, own.documentId);
  expect(seen.people.length).toBeGreaterThan(3);
  for (const { name } of seen.people) expect(name).toMatch(/^Reviewer [a-z2-7]{4}$/);
  const all = JSON.stringify([seen, await listMentions(ana), await getThreadHistory(ana, id)]);
  for (const { userId, name, email } of [dana, ana, annotator]) {
    for (const word of [userId, name, email]) expect(all).not.toContain(word);
  }
  for (const { annotator: word, assignmentId } of readings) {
    expect(all).not.toContain(word);
    expect(all).not.toContain(assignmentId);
  }
  // In another document the same person is another word.
  const elsewhere = (await look(ana)).people.map((person) => person.id);
  for (const person of seen.people) expect(elsewhere).not.toContain(person.id);
  await changeReviewSettings(sample.owner, sample.projectId, { ...settings, operationId: uuid() });
});

test("clusters put together by hand take their threads along; undone, each is back", async () => {
  const first = wholeContentOver(sample, TEXT, "One");
  const second = wholeContentOver(sample, TEXT, "Three");
  const made = await finishedDocument(sample, TEXT, [
    { by: annotator, contents: [first] },
    { by: await makeActor(sample, "annotator"), contents: [second] },
  ]);
  const view = await getReviewView(ana, made.documentId);
  const ids = view.clusters.map(({ id }) => id);
  const threads = await Promise.all(
    ids.map(async (statementId) => {
      const id = uuid();
      const input = { operationId: uuid(), id, statementIds: [statementId], text: "Why?" };
      await openThread(ana, made.documentId, input);
      return id;
    }),
  );
  const places = async () => {
    const { clusters } = await getReviewView(ana, made.documentId);
    const placed = placeThreads(clusters, (await getDiscussion(ana, made.documentId)).threads);
    return threads.map((id) => placed.get(id));
  };
  const { batchId } = await regroupClusters(ana, made.documentId, { operationId: uuid(), groups: [ids] });
  const together = [...ids].sort().join("+");
  expect(await places()).toEqual([together, together]);
  await undoRegroup(ana, made.documentId, batchId, uuid());
  expect(await places()).toEqual(ids);
});
