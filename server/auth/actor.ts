import { headers as requestHeaders } from "next/headers";
import { redirect } from "next/navigation";
import type { Scope } from "@/domain/contract/api-keys";
import { database } from "@/server/database/client";
import { auth } from "./auth";
import { localPath, PATH_HEADER } from "./local-path";
import { owesTwoFactor } from "./owes-two-factor";

/** Who is asking. Comes from the session or the API key only, never from what the caller says. */
export interface Actor {
  userId: string;
  name: string;
  email: string;
  isAdmin: boolean;
  /** What the key they came with may be used for; absent: they came with a session. */
  scopes?: readonly Scope[];
  /** The key they came with; absent: they came with a session. */
  keyId?: string;
  /** The session they came with; absent: they came with a key. */
  sessionId?: string;
  /** They have set up a second factor, or act from the server's own command line. */
  hasTwoFactor?: boolean;
}

/** A session not used for this long has ended, milliseconds. */
export const IDLE = 7 * 24 * 60 * 60 * 1000;
/** How old a session's last use may be before it is noted anew, milliseconds. */
const TOUCH_AFTER = 60 * 60 * 1000;

/**
 * The person whose session cookie these headers carry; null without a session, with an ended one, and for a suspended
 * user. For calls of the API: notes at most hourly that the session is in use.
 */
export async function findActor(headers: Headers): Promise<Actor | null> {
  const found = await readSession(headers);
  if (!found) return null;
  await touch(found.sessionId, found.usedAt);
  return found.actor;
}

/** Whether these headers still carry a session of this user. Of answers that go on for long: does not count as use. */
export async function isStillSignedIn(headers: Headers, userId: string): Promise<boolean> {
  return (await readSession(headers))?.actor.userId === userId;
}

/**
 * The person who opens a page; without one, on to signing in and back here afterwards. Who owes a project a second factor
 * is led to set it up from every page but those of their account. Writes nothing.
 */
export async function requirePageActor(): Promise<Actor> {
  const headers = await requestHeaders();
  const found = await readSession(headers);
  const path = localPath(headers.get(PATH_HEADER));
  if (found) {
    if (!/^\/account(\/|$|\?)/.test(path) && (await owesTwoFactor(found.actor))) redirect("/account/two-factor");
    return found.actor;
  }
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}

async function readSession(headers: Headers): Promise<{ actor: Actor; sessionId: string; usedAt: Date } | null> {
  if (!headers.has("cookie")) return null;
  const found = await auth().api.getSession({ headers, query: { disableRefresh: true } });
  if (!found || found.user.suspendedAt) return null;
  const { session, user } = found;
  if (session.updatedAt.getTime() + IDLE < Date.now()) return null;
  const { id: userId, name, email, isAdmin, twoFactorAt } = user;
  const actor = { userId, name, email, isAdmin, hasTwoFactor: Boolean(twoFactorAt), sessionId: session.id };
  return { actor, sessionId: session.id, usedAt: session.updatedAt };
}

async function touch(sessionId: string, usedAt: Date): Promise<void> {
  const now = new Date();
  if (usedAt.getTime() + TOUCH_AFTER > now.getTime()) return;
  // Compare-and-set: of many calls that arrive together, one writes.
  await database().session.updateMany({ where: { id: sessionId, updatedAt: usedAt }, data: { updatedAt: now } });
}
