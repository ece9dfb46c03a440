import { unzipSync } from "fflate";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { GET as dataRoute } from "@/app/api/v1/account/data/route";
import { DELETE as deleteRoute, PUT as renameRoute } from "@/app/api/v1/account/route";
import type { Actor } from "@/server/auth/actor";
import { createApiKey } from "@/server/auth/api-keys";
import { deleteAgain } from "@/server/commands/account/delete-again";
import { createStatement } from "@/server/commands/create-statement";
import { changeMember } from "@/server/commands/members/change-member";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { hashEvent } from "@/server/events/append-event";
import { pseudonym } from "@/server/pseudonym";
import { nameAnnotators } from "@/server/queries/name-annotators";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import {
  addDocument,
  assign,
  HOSTILE_TEXT,
  makeActor,
  type Sample,
  seedSample,
  textOf,
  wholeContentOver,
} from "../../support/sample";
import { cookieOf, GOOD_PASSWORD, getAccount, putPassword, signIn } from "../auth/people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;

beforeAll(async () => {
  sample = await seedSample();
});

/** An annotator with a name that occurs nowhere else, a password, a finished reading and one that is not. */
async function makeAnnotator() {
  const actor = await makeActor(sample, "annotator");
  const name = `Zéphyrine ${actor.userId}`;
  await database().user.update({ where: { id: actor.userId }, data: { name } });
  const cookie = cookieOf(await putPassword(await sessionOf(actor.userId), null, GOOD_PASSWORD));
  const documents = [await addDocument(sample, HOSTILE_TEXT), await addDocument(sample, HOSTILE_TEXT)];
  const readings = [await assign(sample, documents[0] ?? "", actor), await assign(sample, documents[1] ?? "", actor)];
  const text = await textOf(documents[0] ?? "");
  for (const assignmentId of readings) {
    const content = wholeContentOver(sample, text, "naïve");
    await createStatement(actor, assignmentId, { operationId: uuid(), id: uuid(), content });
  }
  await submitAssignment(actor, readings[0] ?? "", { operationId: uuid(), revision: 2 });
  await createApiKey(actor, { id: uuid(), name: "Mine", scopes: ["read"], expiresAt: null }, new Date());
  return { ...actor, name, cookie, readings };
}

const remove = (cookie: string, email: string, password: string | null = GOOD_PASSWORD) =>
  call(deleteRoute, "DELETE", { cookie, body: { email, password } });
const codeOf = async (answer: Response) => [answer.status, answer.ok ? null : (await answer.json()).code];

/** All rows of all tables as one text. */
async function everything(): Promise<string> {
  const db = database() as unknown as Record<string, { findMany?: () => Promise<unknown[]> } | undefined>;
  const tables = Object.keys(database()).filter((name) => typeof db[name]?.findMany === "function");
  expect(tables.length).toBeGreaterThan(20);
  const rows = [];
  for (const name of tables) rows.push(await db[name]?.findMany?.());
  return JSON.stringify(rows);
}

async function expectWholeChain(): Promise<void> {
  const events = await database().event.findMany({
    where: { projectId: sample.projectId },
    orderBy: { sequence: "asc" },
  });
  let previous = "";
  for (const { id: _, hash, at, ...event } of events) {
    const relation = event.relation as never;
    expect(
      hashEvent(previous, {
        ...event,
        relation,
        subjectType: event.subjectType as never,
        action: event.action as never,
        at: at.toISOString(),
      }),
    ).toBe(hash);
    previous = hash;
  }
}

test("the ZIP has what is stored about the person, and no secret of the server", async () => {
  const person = await makeAnnotator();
  const answer = await call(dataRoute, "GET", { cookie: person.cookie });
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="my-data-.+\.zip"$/);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const files = Object.entries(unzipSync(bytes)).map(([name, content]): [string, unknown] => [
    name,
    JSON.parse(Buffer.from(content).toString("utf8")),
  ]);
  const file = (name: string) => files.find(([path]) => path === name)?.[1];
  expect(file("account.json")).toMatchObject({ id: person.userId, name: person.name, email: person.email });
  expect(file("statements.json")).toHaveLength(2);
  expect(file("assignments.json")).toHaveLength(2);
  expect(file("projects.json")).toMatchObject([{ id: sample.projectId, role: "annotator" }]);
  expect((file(`events/${sample.projectId}.json`) as unknown[]).length).toBeGreaterThanOrEqual(3);
  const text = JSON.stringify(files);
  const secrets = await database().session.findMany({ where: { userId: person.userId } });
  for (const { token } of secrets) expect(text).not.toContain(token);
  for (const { hash } of await database().apiKey.findMany()) expect(text).not.toContain(hash);
  const stranger = await database().account.findFirstOrThrow({ where: { userId: person.userId } });
  expect(text).not.toContain(stranger.password);
  expect(text).not.toContain(sample.owner.email);
});

test("a name is changed by whose it is, and noted once", async () => {
  const { userId } = await makeActor(sample, "annotator");
  const cookie = await sessionOf(userId);
  const rename = (name: string) => call(renameRoute, "PUT", { cookie, body: { name } });
  expect((await rename("  ")).status).toBe(422);
  const name = "Зарина “naïve” 👩‍👩‍👧";
  for (const typed of [name, ` ${name} `])
    expect(await (await rename(typed)).json()).toMatchObject({ id: userId, name });
  expect(await (await getAccount(cookie)).json()).toMatchObject({ name });
  expect(await database().accountEvent.count({ where: { userId, action: "account.renamed" } })).toBe(1);
});

test("deleting leaves what was coded under the pseudonym, and nothing of who it was", async () => {
  const person = await makeAnnotator();
  expect(await codeOf(await remove(person.cookie, "somebody@example.org"))).toEqual([422, "wrong_proof"]);
  expect(await codeOf(await remove(person.cookie, person.email, "a wrong sentence of words"))).toEqual([
    422,
    "wrong_proof",
  ]);
  const removed = await remove(person.cookie, person.email.toUpperCase());
  expect(removed.status).toBe(204);
  expect(removed.headers.getSetCookie().join()).toMatch(/max-age=0/i);

  expect((await getAccount(person.cookie)).status).toBe(401);
  expect((await signIn(person.email, GOOD_PASSWORD)).status).toBe(401);
  const rows = await everything();
  expect(rows).not.toContain(person.email);
  expect(rows).not.toContain(person.name);
  const where = { userId: person.userId };
  const db = database();
  expect(
    await Promise.all([db.account.count({ where }), db.session.count({ where }), db.apiKey.count({ where })]),
  ).toEqual([0, 0, 0]);
  expect(await db.membership.count({ where })).toBe(0);

  const readings = await db.assignment.findMany({
    where,
    include: { statements: true },
    orderBy: { createdAt: "asc" },
  });
  expect(readings.map(({ withdrawnAt, statements }) => [withdrawnAt === null, statements.length])).toEqual([
    [true, 1],
    [false, 1],
  ]);
  const project = await db.project.findUniqueOrThrow({ where: { id: sample.projectId } });
  const nameOf = await nameAnnotators(db, {
    ...project,
    reviewSettings: { ...(project.reviewSettings as object), names: "names" },
  });
  expect(nameOf({ id: person.readings[0] ?? "", userId: person.userId })).toBe(pseudonym(project, person.userId));
  await expectWholeChain();
});

test("a backup from before brings no deleted account back", async () => {
  const person = await makeAnnotator();
  const other = await makeAnnotator();
  const where = { userId: person.userId };
  const db = database();
  const [user, accounts, memberships] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: person.userId } }),
    db.account.findMany({ where }),
    db.membership.findMany({ where }),
  ]);
  expect((await remove(person.cookie, person.email)).status).toBe(204);
  expect(await deleteAgain(new Date())).toBe(0);

  // As such a backup has it.
  await db.user.update({ where: { id: person.userId }, data: user });
  await db.account.createMany({ data: accounts });
  await db.membership.createMany({ data: memberships });
  expect((await signIn(person.email, GOOD_PASSWORD)).status).toBe(204);

  expect(await deleteAgain(new Date())).toBe(1);
  expect((await signIn(person.email, GOOD_PASSWORD)).status).toBe(401);
  const rows = await everything();
  expect(rows).not.toContain(person.email);
  expect(rows).not.toContain(person.name);
  expect(await db.membership.count({ where })).toBe(0);
  expect(await deleteAgain(new Date())).toBe(0);
  expect((await getAccount(other.cookie)).status).toBe(200);
  await expectWholeChain();
});

test("the only manager of a project and the last administrator are told what to do first", async () => {
  const manager = await makeActor(sample, "manager");
  const cookie = await sessionOf(manager.userId);
  const ownerCookie = await sessionOf(sample.owner.userId);
  expect(await codeOf(await remove(ownerCookie, sample.owner.email, null))).toEqual([409, "last_admin"]);
  await demote(sample.owner);
  const refused = await remove(cookie, manager.email, null);
  expect(refused.status).toBe(409);
  const { name } = await database().project.findUniqueOrThrow({ where: { id: sample.projectId } });
  expect(await refused.json()).toMatchObject({ code: "only_manager", detail: expect.stringContaining(name) });
  expect((await getAccount(cookie)).status).toBe(200);

  const second = await makeActor(sample, "manager");
  expect((await remove(cookie, manager.email, null)).status).toBe(204);
  expect(await database().membership.count({ where: { userId: second.userId } })).toBe(1);
});

async function demote(actor: Actor): Promise<void> {
  const key = { projectId_userId: { projectId: sample.projectId, userId: actor.userId } };
  const { id: memberId } = await database().membership.findUniqueOrThrow({ where: key });
  await changeMember(sample.owner, sample.projectId, { operationId: uuid(), memberId, role: "annotator" });
}

test("two managers who delete their accounts at the same moment: one stays", async () => {
  const others = await database().membership.findMany({ where: { projectId: sample.projectId, role: "manager" } });
  const managers = [await makeActor(sample, "manager"), await makeActor(sample, "manager")];
  await database().membership.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: { role: "annotator" },
  });
  const cookies = await Promise.all(managers.map(({ userId }) => sessionOf(userId)));
  const answers = await Promise.all(managers.map(({ email }, at) => remove(cookies[at] ?? "", email, null)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  await expectWholeChain();
});
