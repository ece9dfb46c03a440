import { v7 } from "uuid";
import type { ResetLink } from "@/domain/contract/users";
import { database, inTransaction, type Tx } from "@/server/database/client";
import { env } from "@/server/env";
import { HttpError } from "@/server/http-error";
import { appendAccountEvent } from "./account-events";
import { hashPassword } from "./password";
import { refuseGuessable } from "./refuse-guessable";
import { revokeSignInLinks } from "./sign-in-link";
import { forgetAttempts } from "./sign-in-throttle";
import { consumeToken, findTokenUser, makeToken } from "./single-use-token";

const LIFETIME = 30 * 60 * 1000;

/** A link by which this user sets a new password once, within 30 minutes; earlier ones end. Told here and nowhere else. */
export async function makeResetLink(tx: Tx, userId: string, now: Date): Promise<ResetLink> {
  const expiresAt = new Date(now.getTime() + LIFETIME);
  const token = await makeToken(tx, { purpose: "reset-link", userId, expiresAt });
  return { link: `${env().appUrl}/sign-in/reset#token=${token}`, expiresAt: expiresAt.toISOString() };
}

interface Reset {
  token: string;
  newPassword: string;
  now: Date;
}

/**
 * Sets a new password for whoever holds a reset link, and ends every session and link of the account: signing in with the
 * new password comes next. Errors: 401 link_not_valid for a used, expired, revoked or made up one and for a blocked user's,
 * 422 common_password.
 */
export async function resetPassword({ token, newPassword, now }: Reset): Promise<void> {
  // Passwords are hashed, which is slow, for who holds a token only; whether it still works is asked in the transaction.
  const userId = await findTokenUser(database(), "reset-link", token, now);
  const user = userId && (await database().user.findUnique({ where: { id: userId } }));
  if (!user || user.suspendedAt) throw refused();
  await refuseGuessable(newPassword, user);
  const password = await hashPassword(newPassword);
  await inTransaction(async (tx) => {
    if ((await consumeToken(tx, "reset-link", token, now)) !== user.id) throw refused();
    const credential = { providerId: "credential", accountId: user.id };
    await tx.account.upsert({
      where: { providerId_accountId: credential },
      create: { id: v7(), userId: user.id, password, ...credential },
      update: { password },
    });
    await tx.session.deleteMany({ where: { userId: user.id } });
    await revokeSignInLinks(tx, user.id);
    await forgetAttempts(tx, user.email);
    await appendAccountEvent(tx, { userId: user.id, actorId: user.id, action: "password.reset", at: now });
  });
}

const refused = () =>
  new HttpError(
    401,
    "link_not_valid",
    "This link was used already or is too old: it works once, for 30 minutes. Ask whoever gave it to you for another.",
  );
