import type { PreferencesSaved } from "@/domain/contract/preferences";
import { defaultPreferences } from "@/domain/preferences/default-preferences";
import type { Actor } from "@/server/auth/actor";
import { inTransaction } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { toPreferences } from "@/server/rows/preferences-row";

/**
 * Replaces the actor's preferences. They belong to the person and to no project, so no project's history has an event of
 * it. Errors: 409 with the current ones when they were changed elsewhere meanwhile.
 */
export function savePreferences(actor: Actor, update: PreferencesSaved): Promise<PreferencesSaved> {
  const { userId } = actor;
  const { revision, preferences: content } = update;
  return inTransaction(async (tx) => {
    // The first write makes the row, one after the other: locked is the person, since there is no row of theirs to lock
    // yet. Of two at once, the compare-and-set below lets one through.
    if (revision === 0) {
      await tx.user.update({ where: { id: userId }, data: { updatedAt: new Date() } });
      const first = { userId, content: defaultPreferences, revision: 0 };
      await tx.preference.upsert({ where: { userId }, create: first, update: {} });
    }
    const { count } = await tx.preference.updateMany({
      where: { userId, revision },
      data: { content, revision: revision + 1 },
    });
    const row = await tx.preference.findUnique({ where: { userId } });
    if (count === 1) return toPreferences(row);
    throw conflict("stale_revision", "Your preferences were changed elsewhere meanwhile.", toPreferences(row));
  });
}
