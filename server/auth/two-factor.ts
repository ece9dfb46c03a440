import { randomBytes } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { v7 as uuid } from "uuid";
import type { RecoveryCodes, TwoFactorBegun, TwoFactorState } from "@/domain/contract/two-factor";
import { authSecret } from "@/server/auth-secret";
import { database, inTransaction, type Tx } from "@/server/database/client";
import { conflict, invalid } from "@/server/http-error";
import { appendAccountEvent } from "./account-events";
import type { Actor } from "./actor";
import { sha256 } from "./hashed-session-tokens";
import { admitAttempt, forgetAttempts } from "./sign-in-throttle";
import { makeSecret, secretUri, stepOf } from "./totp";

const RECOVERY_CODES = 10;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
/** Letters of a recovery code: 80 bits, so that its plain hash tells nobody what it was. */
const LETTERS = 16;

/** Whether the caller is asked for a code when they sign in. */
export async function getTwoFactor(actor: Actor): Promise<TwoFactorState> {
  const db = database();
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { twoFactorAt: true } });
  const recoveryCodesLeft = await db.recoveryCode.count({ where: { userId: actor.userId, usedAt: null } });
  return { since: user.twoFactorAt?.toISOString() ?? null, recoveryCodesLeft };
}

/** A new secret for an authenticator app; one begun earlier is void. Nothing is asked for yet. Errors: 409 two_factor_on. */
export async function beginTwoFactor(actor: Actor): Promise<TwoFactorBegun> {
  const secret = makeSecret();
  const encrypted = await symmetricEncrypt({ key: authSecret(), data: secret });
  await inTransaction(async (tx) => {
    await refuseOn(tx, actor);
    const { userId } = actor;
    const fresh = { secret: encrypted, lastStep: 0 };
    await tx.twoFactor.upsert({ where: { userId }, create: { userId, ...fresh }, update: fresh });
  });
  return { secret, uri: secretUri(secret, actor.email) };
}

/**
 * From now on a code is asked for: the app has shown that it makes the right ones. Ends the caller's other sessions, which
 * began without. Errors: 409 two_factor_on, two_factor_off when nothing was begun, 422 wrong_code.
 */
export async function confirmTwoFactor(actor: Actor, code: string, now: Date): Promise<RecoveryCodes> {
  const { userId } = actor;
  return inTransaction(async (tx) => {
    await refuseOn(tx, actor);
    if (!(await tx.twoFactor.findUnique({ where: { userId } }))) throw isOff();
    if (!(await spendAppCode(tx, userId, code, now))) throw wrongCode();
    await tx.user.update({ where: { id: userId }, data: { twoFactorAt: now } });
    await tx.session.deleteMany({ where: { userId, id: { not: actor.sessionId ?? "" } } });
    await appendAccountEvent(tx, { userId, actorId: userId, action: "two_factor.on", at: now });
    return writeRecoveryCodes(tx, userId);
  });
}

/** No code is asked for any more. Errors: 409 two_factor_off, 422 wrong_code, 429. */
export async function turnOffTwoFactor(actor: Actor, code: string, now: Date): Promise<void> {
  const { userId } = actor;
  await withCode(actor, code, now, async (tx) => {
    await removeTwoFactor(tx, userId);
    await appendAccountEvent(tx, { userId, actorId: userId, action: "two_factor.off", at: now });
  });
}

/** New recovery codes; earlier ones are void. Errors: 409 two_factor_off, 422 wrong_code, 429. */
export function renewRecoveryCodes(actor: Actor, code: string, now: Date): Promise<RecoveryCodes> {
  return withCode(actor, code, now, async (tx) => {
    await appendAccountEvent(tx, {
      ...{ userId: actor.userId, actorId: actor.userId, action: "recovery_codes.renewed", at: now },
    });
    return writeRecoveryCodes(tx, actor.userId);
  });
}

/** Takes away a user's second factor, begun or confirmed, and their recovery codes. */
export async function removeTwoFactor(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { twoFactorAt: null } });
  await tx.twoFactor.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
}

/** Whether this is a code of the user's app or one of their recovery codes, and was not used before. It is used then. */
export async function spendCode(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  if (await spendAppCode(tx, userId, code, now)) return true;
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, hash: sha256(code), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

async function spendAppCode(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  const row = await tx.twoFactor.findUnique({ where: { userId } });
  if (!row) return false;
  const step = stepOf(await symmetricDecrypt({ key: authSecret(), data: row.secret }), code, now);
  if (step === null) return false;
  // Compare-and-set: no code works twice (RFC 6238, 5.2), nor one that is older than the last, nor one sent twice at once.
  const { count } = await tx.twoFactor.updateMany({
    where: { userId, secret: row.secret, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function withCode<T>(actor: Actor, code: string, now: Date, run: (tx: Tx) => Promise<T>): Promise<T> {
  const user = await database().user.findUniqueOrThrow({ where: { id: actor.userId } });
  if (!user.twoFactorAt) throw isOff();
  // Guessing it from an unlocked screen is guessing too.
  await admitAttempt(actor.email, now);
  return inTransaction(async (tx) => {
    if (!(await spendCode(tx, actor.userId, code, now))) throw wrongCode();
    await forgetAttempts(tx, actor.email);
    return run(tx);
  });
}

async function writeRecoveryCodes(tx: Tx, userId: string): Promise<RecoveryCodes> {
  const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ id: uuid(), userId, hash: sha256(code) })) });
  return { recoveryCodes: codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, "$1-")) };
}

/** Thirty-two letters: each byte's lower five bits are as likely as any other. */
const makeRecoveryCode = () => Array.from(randomBytes(LETTERS), (byte) => ALPHABET[byte & 31]).join("");

async function refuseOn(tx: Tx, actor: Actor): Promise<void> {
  const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
  if (user.twoFactorAt) throw conflict("two_factor_on", "A second factor is set up already: turn it off first.");
}

const isOff = () => conflict("two_factor_off", "No second factor is set up: begin by setting one up.");

/** The refusal of a code. */
export const wrongCode = () => {
  const message = "This code is not right, or was used already: wait for the next one.";
  return invalid(message, [{ path: "code", message }], "wrong_code");
};
