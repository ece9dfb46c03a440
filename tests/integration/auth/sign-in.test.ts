import { beforeAll, describe, expect, test } from "vitest";
import { auth } from "@/server/auth/auth";
import { createUser } from "@/server/auth/create-user";
import { createSignInLink } from "@/server/auth/sign-in-link";
import { database, inTransaction } from "@/server/database/client";
import { createTestDatabase } from "../../support/database";
import {
  cookieOf,
  GOOD_PASSWORD,
  getAccount,
  makePerson,
  makePersonWithPassword,
  redeem,
  signIn,
  signOut,
  tokenOf,
} from "./people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

test("signing in takes the e-mail in any case and gives a new session; the one before it ends", async () => {
  const person = await makePersonWithPassword();
  const answer = await signIn(person.email.toUpperCase(), GOOD_PASSWORD, person.cookie);
  expect(answer.status).toBe(204);
  const cookie = cookieOf(answer);
  expect(cookie).not.toBe(person.cookie);
  expect((await getAccount(cookie)).status).toBe(200);
  expect((await getAccount(person.cookie)).status).toBe(401);
});

test("a session someone else planted before signing in is worth nothing afterwards", async () => {
  const [victim, attacker] = [await makePerson(), await makePersonWithPassword()];
  const link = tokenOf(await createSignInLink(victim.id, new Date()));
  const own = cookieOf(await redeem(link, attacker.cookie));
  expect((await (await getAccount(own)).json()).id).toBe(victim.id);
  expect((await getAccount(attacker.cookie)).status).toBe(401);
});

test("the cookie is out of reach of scripts and other sites, and ends after 30 days", async () => {
  const person = await makePersonWithPassword();
  const cookies = (await signIn(person.email, GOOD_PASSWORD)).headers.getSetCookie();
  expect(cookies).toHaveLength(1);
  const [pair = "", ...attributes] = (cookies[0] ?? "").split("; ");
  expect(pair).toMatch(/^sayso_session_\d+=/);
  expect(attributes.map((attribute) => attribute.toLowerCase()).sort()).toEqual([
    "httponly",
    "max-age=2592000",
    "path=/",
    "samesite=lax",
  ]);
});

test("a wrong password, an unknown address, no password and a suspended user look the same", async () => {
  const wrong = await makePersonWithPassword();
  const without = await makePerson();
  const suspended = await makePersonWithPassword();
  await database().user.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });

  const answers = [
    await signIn(wrong.email, "not the right password"),
    await signIn("nobody@example.org", GOOD_PASSWORD),
    await signIn("not an address", GOOD_PASSWORD),
    await signIn(without.email, GOOD_PASSWORD),
    await signIn(suspended.email, GOOD_PASSWORD),
  ];
  const seen = await Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      headers: [...answer.headers],
      body: await answer.text(),
    })),
  );
  expect(seen[0]).toMatchObject({ status: 401 });
  for (const other of seen) expect(other).toEqual(seen[0]);
});

test("an account with an empty credential cannot sign in by any password", async () => {
  const person = await makePerson();
  await database().account.create({
    data: { id: person.id, userId: person.id, providerId: "credential", accountId: person.id, password: null },
  });
  for (const password of ["", "null", GOOD_PASSWORD]) {
    expect([401, 422]).toContain((await signIn(person.email, password)).status);
  }
});

test("signing out ends the session itself, not only the browser's cookie", async () => {
  const { cookie, id } = await makePersonWithPassword();
  const answer = await signOut(cookie);
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie().some((set) => /^sayso_session_\d+=;.*max-age=0/i.test(set))).toBe(true);
  expect(await database().session.count({ where: { userId: id } })).toBe(0);
  const after = await getAccount(cookie);
  expect(after.status).toBe(401);
  expect(after.headers.get("cache-control")).toBe("no-store");
});

test("nobody can register", async () => {
  const body = { email: "new@example.org", password: GOOD_PASSWORD, name: "New" };
  await expect(auth().api.signUpEmail({ body })).rejects.toMatchObject({ statusCode: 400 });
  expect(await database().user.count({ where: { email: body.email } })).toBe(0);
});

test("an account is only made with an address that can sign in", async () => {
  const person = { id: "x", name: "Owner", email: "owner@localhost", isAdmin: true };
  await expect(inTransaction((tx) => createUser(tx, person))).rejects.toThrow(/full e-mail address/);
});

describe("a session", () => {
  const DAY = 24 * 60 * 60 * 1000;
  const ago = (days: number) => new Date(Date.now() - days * DAY);

  test("of a suspended user is refused", async () => {
    const { cookie, id } = await makePersonWithPassword();
    await database().user.update({ where: { id }, data: { suspendedAt: new Date() } });
    expect((await getAccount(cookie)).status).toBe(401);
  });

  test("ends after 7 days without use and 30 days in all", async () => {
    const { cookie, id } = await makePersonWithPassword();
    const set = (data: { updatedAt?: Date; expiresAt?: Date }) =>
      database().session.updateMany({ where: { userId: id }, data });
    await set({ updatedAt: ago(6.9) });
    expect((await getAccount(cookie)).status).toBe(200);
    await set({ updatedAt: ago(7.1) });
    expect((await getAccount(cookie)).status).toBe(401);
    await set({ updatedAt: new Date(), expiresAt: ago(0.01) });
    expect((await getAccount(cookie)).status).toBe(401);
  });

  test("in use is noted hourly at most, and never prolonged", async () => {
    const { cookie, id } = await makePersonWithPassword();
    const read = () => database().session.findFirstOrThrow({ where: { userId: id } });
    const before = await read();
    await getAccount(cookie);
    expect(await read()).toEqual(before);
    const twoHoursAgo = ago(2 / 24);
    await database().session.update({ where: { id: before.id }, data: { updatedAt: twoHoursAgo } });
    await getAccount(cookie);
    const after = await read();
    expect(after.updatedAt.getTime()).toBeGreaterThan(twoHoursAgo.getTime() + DAY / 24);
    expect(after.expiresAt).toEqual(before.expiresAt);
  });

  test("is not opened by a cookie whose signature is another's", async () => {
    const { cookie } = await makePersonWithPassword();
    const [name, value = ""] = cookie.split("=");
    const [token] = decodeURIComponent(value).split(".");
    const forged = [token, `${token}.`, `${token}.${"A".repeat(43)}=`].map((text) => encodeURIComponent(text ?? ""));
    for (const text of [...forged, "", "%E0%A4%A", ".", "a.%00", "x".repeat(8000)]) {
      expect((await getAccount(`${name}=${text}`)).status).toBe(401);
    }
  });
});
