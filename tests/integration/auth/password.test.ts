import { beforeAll, expect, test } from "vitest";
import { createSignInLink } from "@/server/auth/sign-in-link";
import { database } from "@/server/database/client";
import { createTestDatabase } from "../../support/database";
import {
  cookieOf,
  GOOD_PASSWORD,
  getAccount,
  makePerson,
  makePersonWithPassword,
  putPassword,
  redeem,
  signIn,
  signInByLink,
  tokenOf,
} from "./people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

const OTHER_PASSWORD = "another sentence altogether";

test("the first password needs no current one, and is refused when one is given", async () => {
  const person = await makePerson();
  const cookie = await signInByLink(person);
  const given = await putPassword(cookie, "something", GOOD_PASSWORD);
  expect(given.status).toBe(422);
  expect((await given.json()).errors).toEqual([{ path: "currentPassword", message: expect.any(String) }]);

  const set = await putPassword(cookie, null, GOOD_PASSWORD);
  expect(set.status).toBe(204);
  expect((await (await getAccount(cookieOf(set))).json()).hasPassword).toBe(true);
  expect((await signIn(person.email, GOOD_PASSWORD)).status).toBe(204);
});

test("a later one needs the current one", async () => {
  const { cookie, email } = await makePersonWithPassword();
  for (const current of [null, OTHER_PASSWORD]) {
    const refused = await putPassword(cookie, current, OTHER_PASSWORD);
    expect(refused.status).toBe(422);
    expect((await refused.json()).code).toBe("wrong_current_password");
  }
  expect((await putPassword(cookie, GOOD_PASSWORD, OTHER_PASSWORD)).status).toBe(204);
  expect((await signIn(email, GOOD_PASSWORD)).status).toBe(401);
  expect((await signIn(email, OTHER_PASSWORD)).status).toBe(204);
});

test("a change ends every other session and unused link, and gives this browser a new session", async () => {
  const person = await makePersonWithPassword();
  const elsewhere = cookieOf(await signIn(person.email, GOOD_PASSWORD));
  const link = tokenOf(await createSignInLink(person.id, new Date()));
  const changed = await putPassword(person.cookie, GOOD_PASSWORD, OTHER_PASSWORD);
  expect((await getAccount(cookieOf(changed))).status).toBe(200);
  expect((await getAccount(person.cookie)).status).toBe(401);
  expect((await getAccount(elsewhere)).status).toBe(401);
  expect((await redeem(link)).status).toBe(401);
  expect(await database().session.count({ where: { userId: person.id } })).toBe(1);
});

test("of two changes made at once, one wins and the other is told", async () => {
  const person = await makePersonWithPassword();
  const elsewhere = cookieOf(await signIn(person.email, GOOD_PASSWORD));
  const answers = await Promise.all([
    putPassword(person.cookie, GOOD_PASSWORD, OTHER_PASSWORD),
    putPassword(elsewhere, GOOD_PASSWORD, "a third sentence, just as long"),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
});

test("14 characters are too few, any 15 will do", async () => {
  const cookie = await signInByLink(await makePerson());
  const short = await putPassword(cookie, null, "x".repeat(14));
  expect(short.status).toBe(422);
  expect((await short.json()).errors[0].path).toBe("newPassword");
  expect((await putPassword(cookie, null, "     «сад вечером» ’")).status).toBe(204);
});

test("what everybody would try first is refused, also what is made of the own address", async () => {
  const person = await makePerson();
  const cookie = await signInByLink(person);
  for (const guess of ["passwordpassword", "Qwerty123456789!", `${person.email.split("@")[0]}-2022-01`]) {
    const refused = await putPassword(cookie, null, guess);
    expect(refused.status, guess).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "common_password", errors: [{ path: "newPassword" }] });
  }
});

test("a password is stored as a salted scrypt hash that names its cost", async () => {
  const [one, two] = [await makePerson(), await makePerson()];
  for (const person of [one, two]) await putPassword(await signInByLink(person), null, GOOD_PASSWORD);
  const rows = await database().account.findMany({ where: { userId: { in: [one.id, two.id] } } });
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row.password).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
  expect(rows[0]?.password).not.toBe(rows[1]?.password);
});

test("the same characters composed differently are the same password", async () => {
  const { email } = await makePersonWithPassword();
  expect(GOOD_PASSWORD.normalize("NFD")).not.toBe(GOOD_PASSWORD);
  expect((await signIn(email, GOOD_PASSWORD.normalize("NFD"))).status).toBe(204);
});
