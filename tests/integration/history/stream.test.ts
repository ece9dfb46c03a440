import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/v1/assignments/[assignmentId]/changes/route";
import { ChangeNotice } from "@/domain/contract/history";
import { auth } from "@/server/auth/auth";
import { createSpeaker } from "@/server/commands/create-speaker";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement } from "@/server/commands/delete-statement";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { headOf } from "@/server/queries/list-change-notices";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { assign, contentOver, makeActor, type Sample, seedSample, textOf } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let cookie: string;
let text: string;

beforeAll(async () => {
  sample = await seedSample();
  cookie = await sessionOf(sample.owner.userId);
  text = await textOf(sample.documentId);
});

interface Told {
  id: number;
  notice: ChangeNotice;
}

/** Reads a stream event by event; null once it has ended. */
function reader(answer: Response) {
  const stream = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let held = "";
  async function next(): Promise<Told | null> {
    for (;;) {
      const end = held.indexOf("\n\n");
      if (end >= 0) {
        const block = held.slice(0, end);
        held = held.slice(end + 2);
        const data = /^data: (.*)$/m.exec(block)?.[1];
        const id = /^id: (\d+)$/m.exec(block)?.[1];
        // What its reader is told of comes besides, under a name of its own.
        if (data && !block.includes("event: told"))
          return { id: Number(id), notice: ChangeNotice.parse(JSON.parse(data)) };
        continue;
      }
      const { value, done } = await stream.read();
      if (done) return null;
      held += decoder.decode(value, { stream: true });
    }
  }
  return { next, cancel: () => stream.cancel() };
}

const open = (options: { cookie?: string; query?: string; headers?: Record<string, string>; id?: string } = {}) =>
  call(GET, "GET", { cookie, params: { assignmentId: options.id ?? sample.ownAssignmentId }, ...options });

const make = async (quote: string) => {
  const id = uuid();
  const content = contentOver(text, quote);
  await createStatement(sample.owner, sample.ownAssignmentId, { operationId: uuid(), id, content });
  return id;
};

const speaker = (name: string) => ({
  operationId: uuid(),
  id: uuid(),
  name,
  kind: "person",
  roleTitle: null,
  sector: null,
  country: null,
  aliases: [],
});

test("tells of changes as they happen, in order, each with its sequence", async () => {
  const answer = await open();
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const changes = reader(answer);
  const id = await make("protests");
  const created = await changes.next();
  expect(created?.notice).toMatchObject({
    about: "statement",
    statement: { id, revision: 1 },
    change: { kind: "created", sequence: created?.id },
    assignment: { state: "in_progress" },
  });
  await deleteStatement(sample.owner, id, { operationId: uuid(), revision: 1 });
  expect((await changes.next())?.notice).toMatchObject({
    about: "statement",
    statement: null,
    change: { revision: 2 },
  });
  await createSpeaker(sample.owner, sample.projectId, speaker("Zoë 👩‍👩‍👧"));
  expect((await changes.next())?.notice).toMatchObject({ about: "speaker", speaker: { name: "Zoë 👩‍👩‍👧" } });
  await changes.cancel();
});

test("connected anew it goes on after the last event that arrived, and misses nothing", async () => {
  const before = await headOf(sample.projectId);
  const ids = [await make("noted"), await make("began")];
  for (const options of [
    { query: `?after=${before}` },
    { query: "?after=0", headers: { "last-event-id": String(before) } },
  ]) {
    const changes = reader(await open(options));
    for (const id of ids) expect((await changes.next())?.notice).toMatchObject({ statement: { id } });
    await changes.cancel();
  }
});

test("tells nothing of another reading of the same document", async () => {
  const annotator = await makeActor(sample, "annotator");
  const theirs = await assign(sample, sample.documentId, annotator);
  const changes = reader(await open({ query: `?after=${await headOf(sample.projectId)}` }));
  const content = contentOver(text, "protests");
  await createStatement(annotator, theirs, { operationId: uuid(), id: uuid(), content });
  await submitUnfinished();
  const own = await make("noted");
  expect((await changes.next())?.notice).toMatchObject({ statement: { id: own } });
  await changes.cancel();
});

/** Refused: what did not happen is not told either. */
async function submitUnfinished(): Promise<void> {
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: sample.ownAssignmentId } });
  const move = { operationId: uuid(), revision };
  await expect(submitAssignment(sample.owner, sample.ownAssignmentId, move)).rejects.toMatchObject({ status: 422 });
}

test("ends with the session, without another word", async () => {
  const own = await sessionOf(sample.owner.userId);
  const changes = reader(await open({ cookie: own }));
  await auth().api.signOut({ headers: new Headers({ cookie: own }) });
  await make("noted");
  expect(await changes.next()).toBeNull();
});

test("ends when the assignment is no longer its reader's to see", async () => {
  const annotator = await makeActor(sample, "annotator");
  const id = await assign(sample, sample.documentId, annotator);
  const changes = reader(await open({ cookie: await sessionOf(annotator.userId), id }));
  await database().membership.deleteMany({ where: { userId: annotator.userId } });
  await createSpeaker(sample.owner, sample.projectId, speaker("Nobody they may know of"));
  expect(await changes.next()).toBeNull();
});

test("a person has so many of them and no more, and one that was left makes room", async () => {
  const annotator = await makeActor(sample, "annotator");
  const id = await assign(sample, sample.documentId, annotator);
  const theirs = { cookie: await sessionOf(annotator.userId), id };
  const held = [];
  let answer = await open(theirs);
  while (answer.status === 200 && held.length < 50) {
    held.push(reader(answer));
    answer = await open(theirs);
  }
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("30");
  await held[0]?.cancel();
  const again = await open(theirs);
  expect(again.status).toBe(200);
  await Promise.all([...held.slice(1), reader(again)].map((one) => one.cancel()));
});

test("is somebody's own only", async () => {
  const stranger = await sessionOf((await makeActor(sample, null)).userId);
  expect((await open({ cookie: stranger })).status).toBe(404);
  expect((await open({ id: sample.readingIds[0] })).status).toBe(404);
});
