import { beforeAll, expect, test } from "vitest";
import { DELETE as endRoute } from "@/app/api/v1/account/sessions/[sessionId]/route";
import { DELETE as endOthersRoute, GET as listRoute } from "@/app/api/v1/account/sessions/route";
import type { SessionList } from "@/domain/contract/sessions";
import { createSignInLink, redeemSignInLink } from "@/server/auth/sign-in-link";
import { database } from "@/server/database/client";
import { call } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { cookieOf, getAccount, makePerson, type Person, signInByLink, tokenOf } from "../auth/people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

const list = async (cookie: string): Promise<SessionList["items"]> =>
  ((await (await call(listRoute, "GET", { cookie })).json()) as SessionList).items;

async function signInOn(person: Person, userAgent: string): Promise<string> {
  const token = tokenOf(await createSignInLink(person.id, new Date()));
  return cookieOf(await redeemSignInLink(token, new Headers({ "user-agent": userAgent }), new Date()));
}

test("each session says its device, and this one is marked", async () => {
  const person = await makePerson();
  const here = await signInOn(person, "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0");
  await signInOn(person, "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Mobile Safari/604.1");
  const found = await list(here);
  expect(found.map(({ device, current }) => [device, current]).sort()).toEqual([
    ["Firefox on Linux", true],
    ["Safari on iPhone", false],
  ]);
  expect(JSON.stringify(found)).not.toContain("token");
});

test("one is ended at once, and only one's own", async () => {
  const person = await makePerson();
  const [here, there] = [await signInByLink(person), await signInByLink(person)];
  const stranger = await signInByLink(await makePerson());
  const other = (await list(here)).find(({ current }) => !current);
  const params = { sessionId: other?.id ?? "" };
  expect((await call(endRoute, "DELETE", { cookie: stranger, params })).status).toBe(404);
  expect((await getAccount(there)).status).toBe(200);
  expect((await call(endRoute, "DELETE", { cookie: here, params })).status).toBe(204);
  expect((await getAccount(there)).status).toBe(401);
  expect((await call(endRoute, "DELETE", { cookie: here, params })).status).toBe(404);
  expect((await getAccount(here)).status).toBe(200);
});

test("all others are ended together, nobody else's", async () => {
  const person = await makePerson();
  const here = await signInByLink(person);
  const others = [await signInByLink(person), await signInByLink(person)];
  const stranger = await signInByLink(await makePerson());
  expect((await call(endOthersRoute, "DELETE", { cookie: here })).status).toBe(204);
  for (const cookie of others) expect((await getAccount(cookie)).status).toBe(401);
  expect(await list(here)).toHaveLength(1);
  expect((await getAccount(stranger)).status).toBe(200);
});

test("one that nobody used for a week is not listed: it has ended", async () => {
  const person = await makePerson();
  const here = await signInByLink(person);
  await signInByLink(person);
  const other = (await list(here)).find(({ current }) => !current);
  const long = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  await database().session.update({ where: { id: other?.id ?? "" }, data: { updatedAt: long } });
  expect((await list(here)).map(({ current }) => current)).toEqual([true]);
});
