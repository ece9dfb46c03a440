import { database, inTransaction, type Tx } from "@/server/database/client";
import { env } from "@/server/env";
import { HttpError } from "@/server/http-error";
import { forgetAttempts } from "./sign-in-throttle";
import { consumeToken, makeToken, revokeTokens } from "./single-use-token";
import { startSession } from "./start-session";

const LIFETIME = 30 * 60 * 1000;

/**
 * Makes a link that signs this user in once, within 30 minutes; the user's earlier links end. The token is in the
 * fragment, which browsers send to no server: it gets into no log, and the page posts it.
 */
export async function createSignInLink(userId: string, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + LIFETIME);
  const token = await inTransaction((tx) => makeToken(tx, { purpose: "sign-in-link", userId, expiresAt }));
  return `${env().appUrl}/sign-in/link#token=${token}`;
}

/** Ends all that a user could still sign in with unasked: links that sign in or set a new password, and half a sign-in. */
export async function revokeSignInLinks(tx: Tx, userId: string): Promise<void> {
  await revokeTokens(tx, "sign-in-link", userId);
  await revokeTokens(tx, "reset-link", userId);
  await revokeTokens(tx, "second-factor", userId);
}

/**
 * Exchanges a link's token for a session. Throws the same 401 for one that is used, expired, revoked or made up, and
 * for a suspended user's.
 */
export async function redeemSignInLink(token: string, headers: Headers, now: Date): Promise<Response> {
  const userId = await consumeToken(database(), "sign-in-link", token, now);
  const session = userId && (await startSession(userId, headers));
  if (!session) throw refused();
  const { email } = await database().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await forgetAttempts(database(), email);
  return session;
}

const refused = () =>
  new HttpError(
    401,
    "link_not_valid",
    "This sign-in link was used already or is too old: a link works once, for 30 minutes. Restart the server to print a new link.",
  );
