import { v7 } from "uuid";
import { database, inTransaction } from "@/server/database/client";
import { conflict, type HttpError, invalid, unauthenticated } from "@/server/http-error";
import type { Actor } from "./actor";
import { hashPassword, verifyPassword } from "./password";
import { refuseGuessable } from "./refuse-guessable";
import { revokeSignInLinks } from "./sign-in-link";
import { admitAttempt, forgetAttempts } from "./sign-in-throttle";
import { startSession } from "./start-session";

interface Change {
  actor: Actor;
  /** Null exactly when the account has no password yet. */
  currentPassword: string | null;
  newPassword: string;
  headers: Headers;
  now: Date;
}

/**
 * Sets the first password of an account, or replaces the one it has. Ends every session and sign-in link of the user
 * and starts a new session for this browser. Throws 422 when the current password is wrong, missing, or given for an
 * account that has none, or when the new one is too common, and 429 after too many wrong ones.
 */
export async function changePassword(change: Change): Promise<Response> {
  const { actor, headers, newPassword } = change;
  const previous = await findHash(actor.userId);
  await checkCurrent(change, previous);
  await refuseGuessable(newPassword, actor);
  // Before the transaction: it takes a third of a second, and others write meanwhile.
  const password = await hashPassword(newPassword);
  await inTransaction(async (tx) => {
    const credential = { providerId: "credential", accountId: actor.userId };
    if (previous === null) {
      const made = { id: v7(), userId: actor.userId, password: null, ...credential };
      await tx.account.upsert({ where: { providerId_accountId: credential }, create: made, update: {} });
    }
    // Compare-and-set: of two changes made at once, the second proved a password that is no longer the current one.
    const { count } = await tx.account.updateMany({ where: { ...credential, password: previous }, data: { password } });
    if (count !== 1) throw conflict("password_changed", "The password was changed elsewhere just now. Sign in again.");
    await tx.session.deleteMany({ where: { userId: actor.userId } });
    await revokeSignInLinks(tx, actor.userId);
    await forgetAttempts(tx, actor.email);
  });
  const session = await startSession(actor.userId, headers);
  if (!session) throw unauthenticated();
  return session;
}

/** The stored hash of a user's password; null when there is none. */
export async function findHash(userId: string): Promise<string | null> {
  const where = { providerId_accountId: { providerId: "credential", accountId: userId } };
  const account = await database().account.findUnique({ where, select: { password: true } });
  return account?.password ?? null;
}

async function checkCurrent({ actor, currentPassword, now }: Change, hash: string | null): Promise<void> {
  if (hash === null) {
    if (currentPassword === null) return;
    throw wrong("This account has no password yet: leave the current one out.");
  }
  if (currentPassword === null) throw wrong("Enter your current password.");
  // Guessing it from an unlocked screen is guessing too.
  await admitAttempt(actor.email, now);
  if (!(await verifyPassword({ hash, password: currentPassword }))) throw wrong("The current password is not right.");
}

function wrong(message: string): HttpError {
  return invalid(message, [{ path: "currentPassword", message }], "wrong_current_password");
}
