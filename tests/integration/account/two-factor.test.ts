import { Secret, TOTP } from "otpauth";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { POST as renewRoute } from "@/app/api/v1/account/two-factor/recovery-codes/route";
import {
  POST as beginRoute,
  PUT as confirmRoute,
  GET as getRoute,
  DELETE as offRoute,
} from "@/app/api/v1/account/two-factor/route";
import { GET as membersRoute } from "@/app/api/v1/projects/[projectId]/members/route";
import { PUT as ruleRoute } from "@/app/api/v1/projects/[projectId]/two-factor/route";
import { POST as signInRoute } from "@/app/api/v1/session/route";
import { DELETE as takeRoute } from "@/app/api/v1/users/[userId]/two-factor/route";
import type { RecoveryCodes, TwoFactorBegun } from "@/domain/contract/two-factor";
import { owesTwoFactor } from "@/server/auth/owes-two-factor";
import { spendCode } from "@/server/auth/two-factor";
import { database, inTransaction } from "@/server/database/client";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";
import { cookieOf, GOOD_PASSWORD, getAccount, makePersonWithPassword, signIn } from "../auth/people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;

beforeAll(async () => {
  sample = await seedSample();
});

const PERIOD = 30_000;
const codeAt = (secret: string, moment: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: moment });
/** The code of the next step counts already; of the one before no other test can have used one. */
const nextCode = (secret: string) => codeAt(secret, Date.now() + PERIOD);

const begin = async (cookie: string): Promise<TwoFactorBegun> => (await call(beginRoute, "POST", { cookie })).json();
const confirm = (cookie: string, code: string) => call(confirmRoute, "PUT", { cookie, body: { code } });
const withCode = (email: string, code?: string, password = GOOD_PASSWORD) =>
  call(signInRoute, "POST", { body: { email, password, code } });
const codeOf = async (answer: Response) => [answer.status, answer.ok ? null : (await answer.json()).code];
const stateOf = async (cookie: string) => (await call(getRoute, "GET", { cookie })).json();

/** Somebody whose second factor is on, confirmed by the code of this moment. */
async function makeGuarded() {
  const person = await makePersonWithPassword();
  const { secret } = await begin(person.cookie);
  const answer = await confirm(person.cookie, codeAt(secret, Date.now()));
  const { recoveryCodes } = (await answer.json()) as RecoveryCodes;
  return { ...person, secret, recoveryCodes };
}

test("nothing is asked for until a code of the app came back; then other sessions end", async () => {
  const person = await makePersonWithPassword();
  const elsewhere = cookieOf(await signIn(person.email, GOOD_PASSWORD));
  const { secret, uri } = await begin(person.cookie);
  expect(new URL(uri).searchParams.get("secret")).toBe(secret);
  expect((await signIn(person.email, GOOD_PASSWORD)).status).toBe(204);
  expect(await codeOf(await confirm(person.cookie, "000000"))).toEqual([422, "wrong_code"]);

  const on = await confirm(person.cookie, codeAt(secret, Date.now()));
  expect(on.status).toBe(200);
  const { recoveryCodes } = (await on.json()) as RecoveryCodes;
  expect(new Set(recoveryCodes).size).toBe(10);
  expect((await getAccount(elsewhere)).status).toBe(401);
  expect(await stateOf(person.cookie)).toEqual({ since: expect.any(String), recoveryCodesLeft: 10 });
  expect(await codeOf(await call(beginRoute, "POST", { cookie: person.cookie }))).toEqual([409, "two_factor_on"]);

  const rows = JSON.stringify([await database().twoFactor.findMany(), await database().recoveryCode.findMany()]);
  for (const secretWord of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))]) {
    expect(rows).not.toContain(secretWord);
  }
});

test("signing in takes password and code; only who knows the password learns of the code", async () => {
  const { email, secret } = await makeGuarded();
  expect(await codeOf(await withCode(email))).toEqual([401, "code_required"]);
  expect(await codeOf(await withCode(email, undefined, "a wrong sentence of words"))).toEqual([
    401,
    "wrong_credentials",
  ]);
  expect(await codeOf(await withCode(email, nextCode(secret), "a wrong sentence of words"))).toEqual([
    401,
    "wrong_credentials",
  ]);
  const answer = await withCode(email, nextCode(secret));
  expect(answer.status).toBe(204);
  expect((await getAccount(cookieOf(answer))).status).toBe(200);
});

test("no code works twice, not even sent twice at once, and none that is older than the last", async () => {
  const { id, secret } = await makeGuarded();
  const now = new Date(Date.now() + 10 * PERIOD);
  const code = codeAt(secret, now.getTime());
  const spend = (given: string) => inTransaction((tx) => spendCode(tx, id, given, now));
  const spent = await Promise.all([spend(code), spend(code), spend(code)]);
  expect(spent.filter(Boolean)).toHaveLength(1);
  expect(await spend(codeAt(secret, now.getTime() - PERIOD))).toBe(false);
  expect(await spend(codeAt(secret, now.getTime() + PERIOD))).toBe(true);
});

test("a recovery code works once, with spaces and capitals too; new ones end the old ones", async () => {
  const { email, cookie, secret, recoveryCodes } = await makeGuarded();
  const [first = "", second = ""] = recoveryCodes;
  expect((await withCode(email, first.toUpperCase().replaceAll("-", " "))).status).toBe(204);
  expect(await codeOf(await withCode(email, first))).toEqual([422, "wrong_code"]);
  const renewed = await call(renewRoute, "POST", { cookie, body: { code: nextCode(secret) } });
  const { recoveryCodes: fresh } = (await renewed.json()) as RecoveryCodes;
  expect(await codeOf(await withCode(email, second))).toEqual([422, "wrong_code"]);
  expect((await withCode(email, fresh[0])).status).toBe(204);
});

test("guessing codes is slowed down like guessing passwords", async () => {
  const { email } = await makeGuarded();
  const answers: number[] = [];
  // The wait doubles from a second on: however slow the machine is, one of these comes too soon.
  while (answers.length < 14 && answers.at(-1) !== 429) {
    answers.push((await withCode(email, String(answers.length).padStart(6, "0"))).status);
  }
  expect(answers.length).toBeGreaterThan(5);
  expect(answers.at(-1)).toBe(429);
  expect(answers.filter((status) => status === 204)).toEqual([]);
});

test("turning it off takes a code; an administrator takes it away from who lost both", async () => {
  const one = await makeGuarded();
  expect(await codeOf(await call(offRoute, "DELETE", { cookie: one.cookie, body: { code: "123456" } }))).toEqual([
    422,
    "wrong_code",
  ]);
  const off = await call(offRoute, "DELETE", { cookie: one.cookie, body: { code: nextCode(one.secret) } });
  expect(off.status).toBe(204);
  expect((await signIn(one.email, GOOD_PASSWORD)).status).toBe(204);

  const other = await makeGuarded();
  const cookie = await sessionOf(sample.owner.userId);
  expect((await call(takeRoute, "DELETE", { cookie, params: { userId: other.id } })).status).toBe(204);
  expect((await getAccount(other.cookie)).status).toBe(401);
  expect((await signIn(other.email, GOOD_PASSWORD)).status).toBe(204);
  expect(await database().recoveryCode.count({ where: { userId: other.id } })).toBe(0);
});

test("a project that asks for it shuts out reviewers and managers without, and no annotator", async () => {
  const manager = await makeActor(sample, "manager");
  const annotator = await makeActor(sample, "annotator");
  const { projectId } = sample;
  const params = { projectId };
  const cookie = await sessionOf(manager.userId);
  const ask = (required: boolean, by = cookie) =>
    call(ruleRoute, "PUT", { cookie: by, params, body: { operationId: uuid(), required } });
  // Whoever turns it on would shut themselves out.
  expect(await codeOf(await ask(true))).toEqual([409, "two_factor_off"]);

  const { secret } = await begin(cookie);
  await confirm(cookie, codeAt(secret, Date.now()));
  const rule = await (await ask(true)).json();
  expect(rule).toEqual({ required: true, without: [sample.owner.name] });

  const reviewer = await makeActor(sample, "reviewer");
  expect(await owesTwoFactor(reviewer)).toEqual({ name: expect.any(String) });
  expect(await owesTwoFactor(annotator)).toBeNull();
  // A server administrator is a manager of every project.
  const owner = await sessionOf(sample.owner.userId);
  expect(await codeOf(await call(membersRoute, "GET", { cookie: owner, params }))).toEqual([
    403,
    "two_factor_required",
  ]);
  expect((await call(membersRoute, "GET", { cookie, params })).status).toBe(200);
  expect((await ask(false)).status).toBe(200);
  expect((await call(membersRoute, "GET", { cookie: owner, params })).status).toBe(200);
});
