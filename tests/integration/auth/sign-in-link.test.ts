import { beforeAll, expect, test } from "vitest";
import { sha256 } from "@/server/auth/hashed-session-tokens";
import { createSignInLink, redeemSignInLink } from "@/server/auth/sign-in-link";
import { database } from "@/server/database/client";
import { env } from "@/server/env";
import { createTestDatabase } from "../../support/database";
import { cookieOf, getAccount, makePerson, redeem, tokenOf } from "./people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

const MINUTE = 60_000;

test("a link carries its token in the fragment and signs its user in", async () => {
  const person = await makePerson();
  const link = await createSignInLink(person.id, new Date());
  expect(link).toMatch(new RegExp(`^${env().appUrl}/sign-in/link#token=[\\w-]{43}$`));
  const answer = await redeem(tokenOf(link));
  expect(answer.status).toBe(204);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const account = await getAccount(cookieOf(answer));
  expect(await account.json()).toEqual({
    id: person.id,
    name: "Ana",
    email: person.email,
    isAdmin: false,
    hasPassword: false,
    projects: [],
  });
});

test("the database holds the hash of a link's token and of a session's, never the token", async () => {
  const person = await makePerson();
  const token = tokenOf(await createSignInLink(person.id, new Date()));
  const links = await database().verification.findMany({ where: { value: person.id } });
  expect(links.map((row) => row.identifier)).toEqual([`sign-in-link:${sha256(token)}`]);

  const cookie = cookieOf(await redeem(token));
  const sessionToken = decodeURIComponent(cookie.split("=").slice(1).join("=")).split(".")[0] ?? "";
  expect(sessionToken.length).toBeGreaterThanOrEqual(32);
  const sessions = await database().session.findMany({ where: { userId: person.id } });
  expect(sessions.map((row) => row.token)).toEqual([sha256(sessionToken)]);
});

test("a link works once, even when it is opened twice at the same moment", async () => {
  const person = await makePerson();
  const token = tokenOf(await createSignInLink(person.id, new Date()));
  const answers = await Promise.all([redeem(token), redeem(token), redeem(token)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([204, 401, 401]);
  expect(await database().session.count({ where: { userId: person.id } })).toBe(1);
});

test("a link ends after 30 minutes", async () => {
  const person = await makePerson();
  const made = new Date();
  const late = tokenOf(await createSignInLink(person.id, made));
  const at = (minutes: number) => new Date(made.getTime() + minutes * MINUTE);
  await expect(redeemSignInLink(late, new Headers(), at(30))).rejects.toMatchObject({ status: 401 });
  const inTime = tokenOf(await createSignInLink(person.id, made));
  expect((await redeemSignInLink(inTime, new Headers(), at(29.9))).status).toBe(204);
});

test("a new link ends the same user's earlier one and nobody else's", async () => {
  const [ana, ben] = [await makePerson("Ana"), await makePerson("Ben")];
  const first = tokenOf(await createSignInLink(ana.id, new Date()));
  const bens = tokenOf(await createSignInLink(ben.id, new Date()));
  const second = tokenOf(await createSignInLink(ana.id, new Date()));
  expect((await redeem(first)).status).toBe(401);
  expect((await redeem(second)).status).toBe(204);
  expect((await redeem(bens)).status).toBe(204);
});

test("used, unknown, expired and a suspended user's link get the same answer, which says what to do", async () => {
  const person = await makePerson();
  const used = tokenOf(await createSignInLink(person.id, new Date()));
  await redeem(used);
  const expired = tokenOf(await createSignInLink(person.id, new Date(Date.now() - 31 * MINUTE)));
  const suspended = await makePerson();
  const theirs = tokenOf(await createSignInLink(suspended.id, new Date()));
  await database().user.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });

  const tokens = [used, expired, theirs, "made-up-token-made-up-token"];
  const bodies: string[] = [];
  for (const token of tokens) {
    const answer = await redeem(token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.getSetCookie()).toEqual([]);
    bodies.push(await answer.text());
  }
  expect(new Set(bodies).size).toBe(1);
  expect(bodies[0]).toContain("Restart the server to print a new link.");
});
