import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { announceTold } from "@/server/notifications/told-feed";
import { countMentions } from "@/server/queries/discussion/list-mentions";

/**
 * Keeps that the actor has seen these comments that name them; of others nothing happens. It changes nothing of a
 * project's data, so no project's history has an event of it.
 */
export async function seeMentions(actor: Actor, commentIds: readonly string[], now: Date): Promise<{ unseen: number }> {
  await database().mention.updateMany({
    where: { userId: actor.userId, commentId: { in: [...commentIds] }, seenAt: null },
    data: { seenAt: now },
  });
  announceTold(actor.userId);
  return { unseen: await countMentions(actor) };
}
