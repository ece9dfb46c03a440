import { Secret, TOTP } from "otpauth";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { POST as callbackRoute } from "@/app/api/v1/session/oidc/callback/route";
import { POST as startRoute } from "@/app/api/v1/session/oidc/route";
import { POST as secondRoute } from "@/app/api/v1/session/second-factor/route";
import type { OidcReturned, OidcStarted } from "@/domain/contract/oidc";
import { beginTwoFactor, confirmTwoFactor } from "@/server/auth/two-factor";
import { database } from "@/server/database/client";
import { env } from "@/server/env";
import { call } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { type OidcIssuer, startOidcIssuer } from "../../support/oidc-issuer";
import { cookieOf, getAccount, makePerson } from "./people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

let issuer: OidcIssuer;

beforeAll(async () => {
  issuer = await startOidcIssuer(`${env().appUrl}/sign-in/oidc`);
  return issuer.close;
});

beforeEach(() => {
  const { issuer: address, clientId, clientSecret } = issuer;
  env().oidc ??= { issuer: address, clientId, clientSecret, name: "Example University" };
});

async function start(next = "/"): Promise<{ url: string; cookie: string; setCookie: string }> {
  const answer = await call(startRoute, "POST", { body: { next } });
  const { url } = (await answer.json()) as OidcStarted;
  return { url, cookie: cookieOf(answer), setCookie: answer.headers.getSetCookie().join() };
}

const comeBack = (query: string, cookie?: string) => call(callbackRoute, "POST", { cookie, body: { query } });
const codeOf = async (answer: Response) => [answer.status, answer.ok ? null : (await answer.json()).code];

/** Signs in at the issuer as this person, and comes back. */
async function signInAs(person: { sub: string; email: string; email_verified?: boolean }, next?: string) {
  issuer.person = { email_verified: true, ...person };
  const { url, cookie } = await start(next);
  return comeBack((await issuer.walk(url)).search, cookie);
}

test("the browser is sent with PKCE, state and nonce, none of which its cookie tells", async () => {
  const { url, setCookie, cookie } = await start();
  const { searchParams, origin } = new URL(url);
  expect(origin).toBe(issuer.issuer);
  expect(searchParams.get("response_type")).toBe("code");
  expect(searchParams.get("code_challenge_method")).toBe("S256");
  for (const name of ["code_challenge", "state", "nonce"]) {
    expect(searchParams.get(name)?.length).toBeGreaterThan(30);
    expect(cookie).not.toContain(searchParams.get(name));
  }
  expect(setCookie).toMatch(/HttpOnly/);
  expect(setCookie).toMatch(/SameSite=Lax/);
});

test("who has an account with the verified address is signed in, and known by the subject from then on", async () => {
  const person = await makePerson();
  const answer = await signInAs({ sub: person.id, email: person.email.toUpperCase() }, "/review?project=1");
  expect(await answer.clone().json()).toEqual({ next: "/review?project=1", secondFactor: null });
  expect((await (await getAccount(cookieOf(answer))).json()).id).toBe(person.id);
  // The address at the provider changes; the subject does not.
  const later = await signInAs({ sub: person.id, email: "moved@example.org" });
  expect((await (await getAccount(cookieOf(later))).json()).id).toBe(person.id);
  expect(await database().account.count({ where: { userId: person.id, providerId: "oidc" } })).toBe(1);
});

test("an address that is not verified, unknown or of a blocked account signs nobody in", async () => {
  const person = await makePerson();
  const users = await database().user.count();
  const refused = [403, "no_account"];
  expect(await codeOf(await signInAs({ sub: "x1", email: person.email, email_verified: false }))).toEqual(refused);
  expect(await codeOf(await signInAs({ sub: "x2", email: "stranger@example.org" }))).toEqual(refused);
  await database().user.update({ where: { id: person.id }, data: { suspendedAt: new Date() } });
  expect(await codeOf(await signInAs({ sub: "x3", email: person.email }))).toEqual(refused);
  expect(await database().user.count()).toBe(users);
  expect(await database().session.count({ where: { userId: person.id } })).toBe(0);
});

test("what was not begun in this browser, is changed or comes back twice is refused", async () => {
  const person = await makePerson();
  issuer.person = { sub: person.id, email: person.email, email_verified: true };
  const refused = [401, "oidc_refused"];
  const mine = await start();
  const back = (await issuer.walk(mine.url)).search;
  expect(await codeOf(await comeBack(back))).toEqual(refused);
  expect(await codeOf(await comeBack(back, (await start()).cookie))).toEqual(refused);
  expect(await codeOf(await comeBack(back, mine.cookie.replace(/=.{12}/, "=AAAAAAAAAAAA")))).toEqual(refused);
  expect(await codeOf(await comeBack(back.replace(/state=[^&]+/, "state=other"), mine.cookie))).toEqual(refused);
  expect(await codeOf(await comeBack("?error=access_denied", mine.cookie))).toEqual(refused);
  expect((await comeBack(back, mine.cookie)).status).toBe(200);
  expect(await codeOf(await comeBack(back, mine.cookie))).toEqual(refused);
});

test("an account with a second factor is asked for its code before a session begins", async () => {
  const person = await makePerson();
  const actor = { userId: person.id, name: "Ana", email: person.email, isAdmin: false };
  const { secret } = await beginTwoFactor(actor);
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await confirmTwoFactor(actor, app.generate(), new Date());
  const answer = await signInAs({ sub: person.id, email: person.email });
  const { secondFactor } = (await answer.json()) as OidcReturned;
  expect(cookieOf(answer)).toBe("");
  const second = (code: string) => call(secondRoute, "POST", { body: { token: secondFactor, code } });
  expect(await codeOf(await second("000000"))).toEqual([422, "wrong_code"]);
  const code = app.generate({ timestamp: Date.now() + 30_000 });
  const signedIn = await second(code);
  expect(signedIn.status).toBe(204);
  expect((await getAccount(cookieOf(signedIn))).status).toBe(200);
  expect(await codeOf(await second(code))).toEqual([401, "link_not_valid"]);
});

test("a path elsewhere is not gone to", async () => {
  const person = await makePerson();
  const answer = await signInAs({ sub: person.id, email: person.email }, "//evil.example");
  expect(await answer.json()).toMatchObject({ next: "/" });
});

test("without a provider there is no such sign-in; with one that does not answer it says so", async () => {
  env().oidc = { issuer: "http://127.0.0.1:1", clientId: "x", clientSecret: null, name: "X" };
  expect(await codeOf(await call(startRoute, "POST", { body: {} }))).toEqual([503, "oidc_unavailable"]);
  env().oidc = null;
  expect(await codeOf(await call(startRoute, "POST", { body: {} }))).toEqual([404, "no_provider"]);
});
