import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { GET as liveRoute } from "@/app/api/v1/notifications/live/route";
import { PUT as readRoute } from "@/app/api/v1/notifications/read/route";
import { GET as listRoute } from "@/app/api/v1/notifications/route";
import { type NotificationList, ToldCounts } from "@/domain/contract/notifications";
import { auth } from "@/server/auth/auth";
import { changeAssignments } from "@/server/commands/assignments/change-assignments";
import { acceptInvitation } from "@/server/commands/members/accept-invitation";
import { changeMember, removeMember } from "@/server/commands/members/change-member";
import { createInvitation } from "@/server/commands/members/invite";
import { startExport } from "@/server/commands/start-export";
import { database, inTransaction } from "@/server/database/client";
import { runExports } from "@/server/jobs/run-exports";
import { listNotifications } from "@/server/notifications/list-notifications";
import { tell } from "@/server/notifications/tell";
import { tellOfDeadlines } from "@/server/notifications/tell-of-deadlines";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "One said. Two said.";

let sample: Sample;

beforeAll(async () => {
  sample = await seedSample();
});

const give = (documentIds: readonly string[], userId: string, dueOn: string | null = null) =>
  changeAssignments(sample.owner, sample.projectId, {
    ...{ operationId: uuid(), withdraw: [], dueOn },
    give: documentIds.map((documentId) => ({ documentId, userId })),
  });
const memberOf = async (userId: string) => {
  const key = { projectId_userId: { projectId: sample.projectId, userId } };
  return (await database().membership.findUniqueOrThrow({ where: key })).id;
};

test("who is given articles is told, once for one action, and nobody of what they do themselves", async () => {
  const annotator = await makeActor(sample, "annotator");
  const documents = [await addDocument(sample, TEXT), await addDocument(sample, TEXT), await addDocument(sample, TEXT)];
  await assign(sample, documents[0] ?? "", annotator);
  await give(documents.slice(1), annotator.userId, "2099-12-01");
  const { items, unread } = await listNotifications(annotator);
  expect(unread).toBe(2);
  expect(items).toMatchObject([
    { kind: "assigned", document: null, detail: { count: 2, dueOn: "2099-12-01" }, project: { id: sample.projectId } },
    { kind: "assigned", document: { title: "=Hostile, “quoted”" }, detail: { count: 1, dueOn: null } },
  ]);
  const before = await database().notification.count({ where: { userId: sample.owner.userId } });
  await assign(sample, documents[0] ?? "", sample.owner);
  expect(await database().notification.count({ where: { userId: sample.owner.userId } })).toBe(before);
});

test("a change of role is told, and to managers that somebody joined", async () => {
  const member = await makeActor(sample, "annotator");
  const memberId = await memberOf(member.userId);
  await changeMember(sample.owner, sample.projectId, { operationId: uuid(), memberId, role: "reviewer" });
  expect((await listNotifications(member)).items).toMatchObject([{ kind: "role", detail: { role: "reviewer" } }]);

  const input = { operationId: uuid(), id: uuid(), role: "annotator" as const, days: 7, note: null, email: null };
  const { link } = await createInvitation(sample.owner, sample.projectId, input);
  const token = new URL(link).hash.replace("#token=", "");
  const stranger = await makeActor(sample, null);
  const acceptance = { operationId: uuid(), token, account: { kind: "signed_in" as const } };
  await acceptInvitation({ actor: stranger, input: acceptance, headers: new Headers(), now: new Date() });
  const [first] = (await listNotifications(sample.owner)).items;
  expect(first).toMatchObject({ kind: "joined", detail: { role: "annotator" } });
  expect((await listNotifications(stranger)).items).toEqual([]);
});

test("a day that draws near is told once, and only of readings that are not finished", async () => {
  const annotator = await makeActor(sample, "annotator");
  const documents = [await addDocument(sample, TEXT), await addDocument(sample, TEXT), await addDocument(sample, TEXT)];
  await give(documents.slice(0, 2), annotator.userId, "2098-12-03");
  await give(documents.slice(2), annotator.userId, "2098-12-09");
  await database().assignment.updateMany({
    where: { userId: annotator.userId, documentId: documents[0] ?? "" },
    data: { state: "submitted", submittedAt: new Date() },
  });
  const kinds = async () => (await listNotifications(annotator)).items.map(({ kind }) => kind);
  await tellOfDeadlines(new Date("2098-11-30T23:00:00Z"));
  expect(await kinds()).not.toContain("deadline");
  await tellOfDeadlines(new Date("2098-12-01T01:00:00Z"));
  await tellOfDeadlines(new Date("2098-12-02T01:00:00Z"));
  expect((await kinds()).filter((kind) => kind === "deadline")).toHaveLength(1);
  const [due] = (await listNotifications(annotator)).items;
  expect(due).toMatchObject({
    kind: "deadline",
    document: { id: documents[1] },
    detail: { count: 1, dueOn: "2098-12-03" },
  });
});

test("an export that is finished is told to who asked for it", async () => {
  const manager = await makeActor(sample, "manager");
  const choice = { format: "json" } as Parameters<typeof startExport>[2]["choice"];
  await startExport(manager, sample.projectId, { operationId: uuid(), id: uuid(), choice });
  await runExports();
  expect((await listNotifications(manager)).items).toMatchObject([{ kind: "export_ready", read: false }]);
});

test("one's own are read, nobody else's; those of a project one has left are gone", async () => {
  const [one, other] = [await makeActor(sample, "annotator"), await makeActor(sample, "annotator")];
  const documentId = await addDocument(sample, TEXT);
  await assign(sample, documentId, one);
  await assign(sample, documentId, other);
  const cookie = await sessionOf(one.userId);
  const list = async (): Promise<NotificationList> => (await call(listRoute, "GET", { cookie })).json();
  const mine = (await list()).items.map(({ id }) => id);
  const others = (await listNotifications(other)).items.map(({ id }) => id);
  const read = await call(readRoute, "PUT", { cookie, body: { ids: [...mine, ...others] } });
  expect(await read.json()).toMatchObject({ unread: 0, items: [{ read: true }] });
  expect((await listNotifications(other)).unread).toBe(1);
  await removeMember(sample.owner, sample.projectId, { operationId: uuid(), memberId: await memberOf(one.userId) });
  expect(await list()).toEqual({ items: [], unread: 0 });
});

test("the numbers come live, after the commit only, to every browser of the person, and end with the session", async () => {
  const annotator = await makeActor(sample, "annotator");
  const cookies = [await sessionOf(annotator.userId), await sessionOf(annotator.userId)];
  const [phone, desk] = await Promise.all(cookies.map(openLive));
  expect(await Promise.all([phone?.next(), desk?.next()])).toEqual(Array(2).fill({ unread: 0, mentions: 0 }));
  const refused = inTransaction(async (tx) => {
    const told = { userId: annotator.userId, projectId: sample.projectId, at: new Date() };
    await tell(tx, { about: "nothing", kind: "role", ...told });
    throw new Error("Rolled back");
  });
  await expect(refused).rejects.toThrow("Rolled back");
  await assign(sample, await addDocument(sample, TEXT), annotator);
  expect(await Promise.all([phone?.next(), desk?.next()])).toEqual(Array(2).fill({ unread: 1, mentions: 0 }));
  const ids = (await listNotifications(annotator)).items.map(({ id }) => id);
  await call(readRoute, "PUT", { cookie: cookies[0], body: { ids } });
  expect(await Promise.all([phone?.next(), desk?.next()])).toEqual(Array(2).fill({ unread: 0, mentions: 0 }));
  await auth().api.signOut({ headers: new Headers({ cookie: cookies[1] ?? "" }) });
  await assign(sample, await addDocument(sample, TEXT), annotator);
  expect(await desk?.next()).toBeNull();
  expect(await phone?.next()).toEqual({ unread: 1, mentions: 0 });
  await phone?.cancel();
});

/** Reads the stream number by number; null once it has ended. */
async function openLive(cookie: string) {
  const answer = await call(liveRoute, "GET", { cookie });
  const stream = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let held = "";
  async function next(): Promise<ToldCounts | null> {
    for (;;) {
      const found = /^event: told\ndata: (.*)\n\n/m.exec(held);
      if (found) {
        held = held.slice(found.index + found[0].length);
        return ToldCounts.parse(JSON.parse(found[1] ?? ""));
      }
      const { value, done } = await stream.read();
      if (done) return null;
      held += decoder.decode(value, { stream: true });
    }
  }
  return { next, cancel: () => stream.cancel() };
}
