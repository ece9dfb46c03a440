import { deviceName } from "@/domain/account/device-name";
import type { SessionList } from "@/domain/contract/sessions";
import { database } from "@/server/database/client";
import { notFound } from "@/server/http-error";
import { type Actor, IDLE } from "./actor";

/** Where the caller is signed in, the latest seen first. */
export async function listSessions(actor: Actor, now: Date): Promise<SessionList> {
  const rows = await database().session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: now }, updatedAt: { gt: new Date(now.getTime() - IDLE) } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
  return {
    items: rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
      id,
      device: deviceName(userAgent),
      startedAt: createdAt.toISOString(),
      seenAt: updatedAt.toISOString(),
      current: id === actor.sessionId,
    })),
  };
}

/** Ends one of the caller's sessions at once. Errors: 404 for another's and an absent one. */
export async function endSession(actor: Actor, id: string): Promise<void> {
  const { count } = await database().session.deleteMany({ where: { id, userId: actor.userId } });
  if (count === 0) throw notFound();
}

/** Ends all of the caller's sessions but the one this is asked with. */
export async function endOtherSessions(actor: Actor): Promise<void> {
  await database().session.deleteMany({ where: { userId: actor.userId, id: { not: actor.sessionId ?? "" } } });
}
