import { v7 as uuid } from "uuid";
import { beforeAll, expect, test, vi } from "vitest";
import { POST as acceptRoute } from "@/app/api/v1/invitations/acceptances/route";
import { POST as lookRoute } from "@/app/api/v1/invitations/look/route";
import type { Role } from "@/domain/contract/account";
import type { InvitationAcceptance } from "@/domain/contract/members";
import type { Actor } from "@/server/auth/actor";
import { changeProjectState } from "@/server/commands/change-project";
import { createStatement } from "@/server/commands/create-statement";
import { changeMember, removeMember } from "@/server/commands/members/change-member";
import { createInvitation, revokeInvitation } from "@/server/commands/members/invite";
import { startProject } from "@/server/commands/start-project";
import { database } from "@/server/database/client";
import { env } from "@/server/env";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { listMembers } from "@/server/queries/list-members";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { startMailServer, wordsOf } from "../../support/mail-server";
import { assign, contentOver, makeActor, type Sample, seedSample, textOf } from "../../support/sample";
import { cookieOf, GOOD_PASSWORD, getAccount, makePersonWithPassword, signIn } from "../auth/people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let annotator: Actor;

beforeAll(async () => {
  sample = await seedSample();
  annotator = await makeActor(sample, "annotator");
});

async function invite(role: Role = "annotator") {
  const input = { operationId: uuid(), id: uuid(), role, days: 7, note: "Ana 👩‍👩‍👧", email: null };
  const { link } = await createInvitation(sample.owner, sample.projectId, input);
  return { input, token: new URL(link).hash.replace("#token=", "") };
}

const newAccount = (email = `${uuid()}@example.org`) =>
  ({ kind: "new", id: uuid(), name: "Ännä \u202Eabc", email, password: GOOD_PASSWORD }) as const;

const accept = (token: string, account: InvitationAcceptance["account"], cookie?: string, operationId = uuid()) =>
  call(acceptRoute, "POST", { cookie, body: { operationId, token, account } });
const look = (token: string, cookie?: string) => call(lookRoute, "POST", { cookie, body: { token } });
const codeOf = async (answer: Response) => [answer.status, answer.ok ? null : (await answer.json()).code];
const memberOf = async (userId: string) =>
  database().membership.findUniqueOrThrow({ where: { projectId_userId: { projectId: sample.projectId, userId } } });

test("the link is told once, and the database and the history have only its hash", async () => {
  const { input, token } = await invite();
  await expect(createInvitation(sample.owner, sample.projectId, input)).rejects.toMatchObject({ code: "id_taken" });
  const rows = await database().invitation.findMany();
  const events = await database().event.findMany();
  expect(JSON.stringify([rows, events])).not.toContain(token);
  const refused = createInvitation(annotator, sample.projectId, { ...input, operationId: uuid(), id: uuid() });
  await expect(refused).rejects.toMatchObject({ status: 403 });
});

test("an invitation goes by mail where the server sends mail, and its address is kept nowhere", async () => {
  const to = `ana-${uuid()}@example.org`;
  const input = () => ({ operationId: uuid(), id: uuid(), role: "annotator" as const, days: 7, note: null, email: to });
  const make = (wanted = input()) => createInvitation(sample.owner, sample.projectId, wanted);
  const without = input();
  await expect(make(without)).rejects.toMatchObject({ status: 404, code: "no_mail" });
  expect(await database().invitation.count({ where: { id: without.id } })).toBe(0);

  const mails = await startMailServer();
  const arrived = mails.next();
  const wanted = input();
  const made = await make(wanted);
  expect(made.mail).toBe("sent");
  const mail = await arrived;
  expect(mail.to).toEqual([to]);
  expect(wordsOf(mail)).toContain(made.link);
  // Sent again, it is neither made nor mailed a second time.
  await expect(make(wanted)).rejects.toMatchObject({ code: "id_taken" });
  expect(mails.received).toHaveLength(1);
  const rows = [await database().invitation.findMany(), await database().event.findMany()];
  expect(JSON.stringify(rows)).not.toContain(to);

  await mails.close();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const failed = await make();
  expect(failed.mail).toBe("failed");
  expect((await look(new URL(failed.link).hash.replace("#token=", ""))).status).toBe(200);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
  env().smtp = null;
});

test("a new account joins with the role of the invitation, signed in, once", async () => {
  const { token } = await invite("reviewer");
  expect(await (await look(token)).json()).toMatchObject({ role: "reviewer", signedIn: null });
  const account = newAccount();
  const operationId = uuid();
  const answer = await accept(token, account, undefined, operationId);
  expect(answer.status).toBe(204);
  const own = await (await getAccount(cookieOf(answer))).json();
  expect(own).toMatchObject({ email: account.email, isAdmin: false, hasPassword: true });
  expect(own.projects).toMatchObject([{ id: sample.projectId, role: "reviewer" }]);
  // Its answer was lost: the same again signs in again, and nobody else can use it.
  expect((await accept(token, account, undefined, operationId)).status).toBe(204);
  const stolen = { ...account, password: "another sentence of words" };
  expect((await accept(token, stolen, undefined, operationId)).status).toBe(401);
  expect(await codeOf(await accept(token, newAccount()))).toEqual([410, "invitation_not_valid"]);
  expect(await codeOf(await look(token))).toEqual([410, "invitation_not_valid"]);
});

test("an account that exists joins by its password or its session, and is never made twice", async () => {
  const byPassword = await makePersonWithPassword();
  const { token } = await invite();
  expect(await codeOf(await accept(token, newAccount(byPassword.email)))).toEqual([409, "account_exists"]);
  const wrong = { kind: "existing", email: byPassword.email, password: "not the right one" } as const;
  expect((await accept(token, wrong)).status).toBe(401);
  expect((await accept(token, { ...wrong, password: GOOD_PASSWORD })).status).toBe(204);
  expect((await memberOf(byPassword.id)).role).toBe("annotator");

  const bySession = await makePersonWithPassword();
  const second = await invite("manager");
  expect((await accept(second.token, { kind: "signed_in" })).status).toBe(401);
  expect(await (await look(second.token, bySession.cookie)).json()).toMatchObject({ signedIn: { isMember: false } });
  expect((await accept(second.token, { kind: "signed_in" }, bySession.cookie)).status).toBe(204);
  expect((await memberOf(bySession.id)).role).toBe("manager");
  // A member does not use up another one.
  const third = await invite();
  expect(await codeOf(await accept(third.token, { kind: "signed_in" }, bySession.cookie))).toEqual([
    409,
    "already_member",
  ]);
  expect((await look(third.token)).status).toBe(200);
  expect((await signIn(bySession.email, GOOD_PASSWORD)).status).toBe(204);
});

test("short passwords and addresses that are none are refused, field by field", async () => {
  const { token } = await invite();
  const answer = await accept(token, { ...newAccount(), email: "ana", password: "short", name: " " });
  expect(answer.status).toBe(422);
  const paths = (await answer.json()).errors.map((error: { path: string }) => error.path);
  expect(paths.sort()).toEqual(["account.email", "account.name", "account.password"]);
});

test("ten who come at once with one invitation are one member", async () => {
  const { token } = await invite();
  const people = await Promise.all(Array.from({ length: 10 }, () => makeActor(sample, null)));
  const cookies = await Promise.all(people.map(({ userId }) => sessionOf(userId)));
  const answers = await Promise.all(cookies.map((cookie) => accept(token, { kind: "signed_in" }, cookie)));
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  const ids = people.map(({ userId }) => userId);
  expect(await database().membership.count({ where: { userId: { in: ids } } })).toBe(1);
});

test("one that is revoked, expired, or to a project that was deleted does not work", async () => {
  const [revoked, expired, gone] = [await invite(), await invite(), await invite()];
  await revokeInvitation(sample.owner, sample.projectId, { operationId: uuid(), invitationId: revoked.input.id });
  await database().invitation.update({ where: { id: expired.input.id }, data: { expiresAt: new Date(0) } });
  const listed = async () =>
    (await listMembers(sample.owner, sample.projectId, new Date())).invitations.map(({ id }) => id);
  expect(await listed()).toContain(gone.input.id);
  expect(await listed()).not.toContain(revoked.input.id);
  expect(await listed()).not.toContain(expired.input.id);
  await changeProjectState(sample.owner, sample.projectId, { operationId: uuid(), state: "deleted" });
  for (const { token } of [revoked, expired, gone]) {
    expect(await codeOf(await accept(token, newAccount()))).toEqual([410, "invitation_not_valid"]);
  }
  await changeProjectState(sample.owner, sample.projectId, { operationId: uuid(), state: "open" });
  expect((await look(gone.token)).status).toBe(200);
});

test("who is removed loses sight of the project, and nothing that was coded is lost", async () => {
  const assignmentId = await assign(sample, sample.documentId, annotator);
  const content = contentOver(await textOf(sample.documentId), "the");
  const statementId = uuid();
  await createStatement(annotator, assignmentId, { operationId: uuid(), id: statementId, content });
  const { id: memberId } = await memberOf(annotator.userId);
  await removeMember(sample.owner, sample.projectId, { operationId: uuid(), memberId });
  await expect(getAnnotationView(annotator, assignmentId)).rejects.toMatchObject({ status: 404 });
  const kept = await database().statement.findUniqueOrThrow({
    where: { id: statementId },
    include: { assignment: true },
  });
  expect(kept.deletedAt).toBeNull();
  expect(kept.assignment).toMatchObject({ state: "in_progress", withdrawnAt: expect.any(Date) });
});

test("roles are changed by managers only, and the last manager stays, also of two who leave at once", async () => {
  const id = uuid();
  const input = { operationId: uuid(), id, name: "X", template: "statements-v1" };
  await startProject(sample.owner, input);
  const other = await makeActor(sample, null);
  await database().membership.create({ data: { id: uuid(), projectId: id, userId: other.userId, role: "annotator" } });
  const memberships = await database().membership.findMany({ where: { projectId: id } });
  const idOf = (actor: Actor) => memberships.find(({ userId }) => userId === actor.userId)?.id ?? "";
  const change = (actor: Actor, whom: Actor, role: Role) =>
    changeMember(actor, id, { operationId: uuid(), memberId: idOf(whom), role });
  const remove = (actor: Actor, whom: Actor) => removeMember(actor, id, { operationId: uuid(), memberId: idOf(whom) });

  await expect(change(other, other, "manager")).rejects.toMatchObject({ status: 403 });
  await expect(remove(other, sample.owner)).rejects.toMatchObject({ status: 403 });
  await expect(change(sample.owner, sample.owner, "reviewer")).rejects.toMatchObject({ code: "last_manager" });
  await expect(remove(sample.owner, sample.owner)).rejects.toMatchObject({ code: "last_manager" });
  await change(sample.owner, other, "manager");
  const left = await Promise.allSettled([remove(other, other), remove(sample.owner, sample.owner)]);
  expect(left.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await database().membership.count({ where: { projectId: id, role: "manager" } })).toBe(1);
});
