import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { POST as resetRoute } from "@/app/api/v1/session/reset/route";
import { PUT as adminRoute } from "@/app/api/v1/users/[userId]/admin/route";
import { PUT as blockRoute } from "@/app/api/v1/users/[userId]/block/route";
import { POST as resetLinkRoute } from "@/app/api/v1/users/[userId]/reset-links/route";
import { DELETE as sessionsRoute } from "@/app/api/v1/users/[userId]/sessions/route";
import { GET as listRoute } from "@/app/api/v1/users/route";
import type { ResetLink, UserList } from "@/domain/contract/users";
import { createApiKey, findKeyActor } from "@/server/auth/api-keys";
import { makeResetLink } from "@/server/auth/reset-link";
import { createSignInLink } from "@/server/auth/sign-in-link";
import { changeAdmin } from "@/server/commands/users/change-user";
import { database, inTransaction } from "@/server/database/client";
import { importedPersonId } from "@/server/imported-person";
import { call } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import {
  GOOD_PASSWORD,
  getAccount,
  makePerson,
  makePersonWithPassword,
  type Person,
  redeem,
  signIn,
  signInByLink,
  tokenOf,
} from "../auth/people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

const OTHER_PASSWORD = "another sentence altogether";

let admin: Person & { cookie: string };

beforeAll(async () => {
  const person = await makePerson("Ádmin");
  await database().user.update({ where: { id: person.id }, data: { isAdmin: true } });
  admin = { ...person, cookie: await signInByLink(person) };
});

const list = async (query = ""): Promise<UserList> =>
  (await call(listRoute, "GET", { cookie: admin.cookie, query: `?query=${encodeURIComponent(query)}` })).json();
const block = (userId: string, blocked: boolean, cookie = admin.cookie) =>
  call(blockRoute, "PUT", { cookie, params: { userId }, body: { blocked } });
const setAdmin = (userId: string, isAdmin: boolean, cookie = admin.cookie) =>
  call(adminRoute, "PUT", { cookie, params: { userId }, body: { isAdmin } });
const reset = (token: string, newPassword: string) => call(resetRoute, "POST", { body: { token, newPassword } });
const linkFor = async (userId: string): Promise<string> => {
  const answer = await call(resetLinkRoute, "POST", { cookie: admin.cookie, params: { userId } });
  return tokenOf(((await answer.json()) as ResetLink).link);
};
const eventsOf = async (userId: string) =>
  (await database().accountEvent.findMany({ where: { userId }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(
    ({ action, actorId }) => [action, actorId],
  );
const codeOf = async (answer: Response) => [answer.status, answer.ok ? null : (await answer.json()).code];

test("accounts are found by words of name and address, without case and accents; imported people are none", async () => {
  const person = await makePerson("Ébène ‮Ørsted 👩‍👩‍👧");
  const id = importedPersonId("Ébène");
  await database().user.create({ data: { id, name: "Ébène", email: `${id}@imported.invalid` } });
  expect((await list("ebene")).items.map((user) => user.id)).toEqual([person.id]);
  expect((await list(`EBENE ${person.id.slice(0, 8)}`)).items).toHaveLength(1);
  expect((await list("ebene nobody")).items).toEqual([]);
  expect((await list("admin")).items[0]).toMatchObject({
    isAdmin: true,
    own: true,
    blocked: false,
    hasPassword: false,
  });
});

test("to who is no administrator there are no users", async () => {
  const stranger = await signInByLink(await makePerson());
  expect((await call(listRoute, "GET", { cookie: stranger })).status).toBe(404);
  expect((await block(admin.id, true, stranger)).status).toBe(404);
  expect((await setAdmin(admin.id, false, stranger)).status).toBe(404);
});

test("a blocked account has no session, no link and no working key; unblocked it has its keys again", async () => {
  const person = await makePersonWithPassword();
  const link = tokenOf(await createSignInLink(person.id, new Date()));
  const resetToken = await linkFor(person.id);
  const owner = { userId: person.id, name: "Ana", email: person.email, isAdmin: false };
  const key = await createApiKey(owner, { id: uuid(), name: "X", scopes: ["read"], expiresAt: null }, new Date());
  const asked = () => findKeyActor(`Bearer ${key.secret}`, new Date());

  expect(await (await block(person.id, true)).json()).toMatchObject({ blocked: true, sessions: 0 });
  expect((await block(person.id, true)).status).toBe(200);
  expect((await getAccount(person.cookie)).status).toBe(401);
  expect((await signIn(person.email, GOOD_PASSWORD)).status).toBe(401);
  expect((await redeem(link)).status).toBe(401);
  expect((await reset(resetToken, OTHER_PASSWORD)).status).toBe(401);
  expect(await asked()).toBeNull();

  expect(await (await block(person.id, false)).json()).toMatchObject({ blocked: false });
  expect((await signIn(person.email, GOOD_PASSWORD)).status).toBe(204);
  expect(await asked()).not.toBeNull();
  // What was so already is not done again.
  expect(await eventsOf(person.id)).toEqual([
    ["reset_link.made", admin.id],
    ["user.blocked", admin.id],
    ["user.unblocked", admin.id],
  ]);
});

test("nobody blocks themselves, and one administrator stays", async () => {
  expect(await codeOf(await block(admin.id, true))).toEqual([409, "own_account"]);
  expect(await codeOf(await setAdmin(admin.id, false))).toEqual([409, "last_admin"]);
  const second = await makePerson();
  expect((await setAdmin(second.id, true)).status).toBe(200);
  // Both at the same moment, each the other.
  const by = (userId: string) => ({ userId, name: "X", email: "x@example.org", isAdmin: true });
  const change = (actorId: string, userId: string) =>
    changeAdmin(by(actorId), { userId, isAdmin: false, now: new Date() });
  const settled = await Promise.allSettled([change(admin.id, second.id), change(second.id, admin.id)]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [lost] = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(lost).toMatchObject({ code: "last_admin" });
  expect(await database().user.count({ where: { isAdmin: true } })).toBe(1);
  await database().user.update({ where: { id: admin.id }, data: { isAdmin: true } });
  await database().user.update({ where: { id: second.id }, data: { isAdmin: false } });
});

test("an administrator signs somebody out everywhere", async () => {
  const person = await makePerson();
  const cookie = await signInByLink(person);
  const answer = await call(sessionsRoute, "DELETE", { cookie: admin.cookie, params: { userId: person.id } });
  expect(answer.status).toBe(204);
  expect((await getAccount(cookie)).status).toBe(401);
});

test("a reset link sets a password once and ends every session; only its hash is stored", async () => {
  const person = await makePersonWithPassword();
  const token = await linkFor(person.id);
  expect(JSON.stringify(await database().verification.findMany())).not.toContain(token);
  // The link alone changes nothing.
  expect((await getAccount(person.cookie)).status).toBe(200);

  expect((await reset(token, "x".repeat(14))).status).toBe(422);
  expect(await codeOf(await reset(token, "passwordpassword"))).toEqual([422, "common_password"]);
  const answers = await Promise.all([reset(token, OTHER_PASSWORD), reset(token, OTHER_PASSWORD)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  expect((await getAccount(person.cookie)).status).toBe(401);
  expect((await signIn(person.email, GOOD_PASSWORD)).status).toBe(401);
  expect((await signIn(person.email, OTHER_PASSWORD)).status).toBe(204);
  expect((await list()).changes[0]).toMatchObject({ action: "password.reset", name: "Ana" });
});

test("a later link ends an earlier one, half an hour ends both, and neither is a sign-in link", async () => {
  const person = await makePerson();
  const first = await linkFor(person.id);
  const second = await linkFor(person.id);
  expect((await reset(first, OTHER_PASSWORD)).status).toBe(401);
  expect((await redeem(second)).status).toBe(401);
  expect((await reset(tokenOf(await createSignInLink(person.id, new Date())), OTHER_PASSWORD)).status).toBe(401);
  const long = new Date(Date.now() - 31 * 60 * 1000);
  const old = await inTransaction((tx) => makeResetLink(tx, person.id, long));
  expect((await reset(tokenOf(old.link), OTHER_PASSWORD)).status).toBe(401);
});
