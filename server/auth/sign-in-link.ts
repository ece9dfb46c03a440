import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { database, inTransaction, type Tx } from "@/server/database/client";
import { env } from "@/server/env";
import { HttpError } from "@/server/http-error";
import { sha256 } from "./hashed-session-tokens";
import { forgetAttempts } from "./sign-in-throttle";
import { startSession } from "./start-session";

const KIND = "sign-in-link:";
const LIFETIME = 30 * 60 * 1000;

/**
 * Makes a link that signs this user in once, within 30 minutes; the user's earlier links end. The token is in the
 * fragment, which browsers send to no server: it gets into no log, and the page posts it.
 */
export async function createSignInLink(userId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await inTransaction(async (tx) => {
    await revokeSignInLinks(tx, userId);
    await tx.verification.create({
      data: {
        id: v7(),
        identifier: KIND + sha256(token),
        value: userId,
        expiresAt: new Date(now.getTime() + LIFETIME),
      },
    });
  });
  return `${env().appUrl}/sign-in/link#token=${token}`;
}

/** Ends all sign-in links of a user that are still unused. */
export async function revokeSignInLinks(tx: Tx, userId: string): Promise<void> {
  await tx.verification.deleteMany({ where: { value: userId, identifier: { startsWith: KIND } } });
}

/**
 * Exchanges a link's token for a session. Throws the same 401 for one that is used, expired, revoked or made up, and
 * for a suspended user's.
 */
export async function redeemSignInLink(token: string, headers: Headers, now: Date): Promise<Response> {
  const userId = await consume(token, now);
  const session = userId && (await startSession(userId, headers));
  if (!session) throw refused();
  const { email } = await database().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await forgetAttempts(database(), email);
  return session;
}

/** The user whose link it was. The delete decides: of two that come at once, it counts one row for one of them. */
async function consume(token: string, now: Date): Promise<string | null> {
  const db = database();
  const link = await db.verification.findFirst({ where: { identifier: KIND + sha256(token) } });
  if (!link) return null;
  const { count } = await db.verification.deleteMany({ where: { id: link.id, expiresAt: { gt: now } } });
  return count === 1 ? link.value : null;
}

const refused = () =>
  new HttpError(
    401,
    "link_not_valid",
    "This sign-in link was used already or is too old: a link works once, for 30 minutes. Restart the server to print a new link.",
  );
