import type { Tx } from "@/server/database/client";
import { inTransaction } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { sha256 } from "./hashed-session-tokens";

/** Attempts without any wait: everybody mistypes. */
const FREE = 5;
/** Consecutive failures after which a password is evaluated no more (NIST SP 800-63B-4, 3.2.2: at most 100). */
const LIMIT = 100;
const LONGEST_WAIT = 15 * 60 * 1000;
/** An account left alone this long starts afresh, milliseconds. One that reached the limit never does by itself. */
const FORGET_AFTER = 30 * 24 * 60 * 60 * 1000;
const NEVER = new Date("9999-01-01T00:00:00Z");

const KIND = "sign-in-failures";
const keyOf = (email: string) => `${KIND}:${sha256(email.trim().toLowerCase())}`;

/**
 * Asks leave to try a password for this e-mail address, and counts the attempt as failed until `forgetAttempts` says
 * otherwise: counting before evaluating is what keeps many guesses at once from passing together. The count is a row
 * of the database, so a restart does not clear it; it is kept for addresses nobody has as well, so that being refused
 * tells nothing. From the sixth failure on the wait doubles: 1 s, 2 s, 4 s … 15 minutes. There is no count per client
 * address: a route handler knows none that cannot be forged; hashing one password at a time bounds the sum of all.
 * Throws 429 `too_many_attempts` with Retry-After, or 429 `password_locked`.
 */
export async function admitAttempt(email: string, now: Date): Promise<void> {
  const refusal = await inTransaction((tx) => count(tx, keyOf(email), now));
  if (refusal) throw refusal;
}

/** The address starts afresh: its password was right, or its owner came in by a sign-in link. */
export async function forgetAttempts(tx: Pick<Tx, "verification">, email: string): Promise<void> {
  await tx.verification.deleteMany({ where: { id: keyOf(email) } });
}

/** Milliseconds to wait after so many failures in a row. */
export function waitAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(LONGEST_WAIT, 1000 * 2 ** (failures - FREE));
}

async function count(tx: Tx, id: string, now: Date): Promise<HttpError | null> {
  await tx.verification.deleteMany({ where: { identifier: KIND, expiresAt: { lt: now } } });
  const expiresAt = new Date(now.getTime() + FORGET_AFTER);
  const row = await tx.verification.upsert({
    where: { id },
    create: { id, identifier: KIND, value: write({ failures: 0, until: 0 }), expiresAt },
    update: { identifier: KIND },
  });
  const { failures, until } = read(row.value);
  if (failures >= LIMIT) return locked();
  if (until > now.getTime()) return tooMany(until - now.getTime());

  const next = { failures: failures + 1, until: now.getTime() + waitAfter(failures + 1) };
  const counted = await tx.verification.updateMany({
    where: { id, value: row.value },
    data: { value: write(next), expiresAt: next.failures >= LIMIT ? NEVER : expiresAt },
  });
  // Another attempt for the same account was counted meanwhile; this one has to ask again.
  return counted.count === 1 ? null : tooMany(1000);
}

interface Count {
  failures: number;
  /** No attempt before this moment, milliseconds since 1970. */
  until: number;
}

const write = ({ failures, until }: Count) => `${failures} ${until}`;

function read(value: string): Count {
  const [failures, until] = value.split(" ").map(Number);
  return { failures: failures ?? LIMIT, until: until ?? 0 };
}

function tooMany(wait: number): HttpError {
  const seconds = Math.ceil(wait / 1000);
  const detail = `Too many attempts for this account. Try again in ${seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`}.`;
  return new HttpError(429, "too_many_attempts", detail, { headers: { "Retry-After": String(seconds) } });
}

function locked(): HttpError {
  const detail =
    "Signing in by password is locked for this account after too many attempts. Ask an administrator of this server for a reset link, or whoever runs it for a sign-in link: restarting it prints a new one.";
  return new HttpError(429, "password_locked", detail, { headers: { "Retry-After": "86400" } });
}
