import type { PreferencesSaved } from "@/domain/contract/preferences";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toPreferences } from "@/server/rows/preferences-row";

/** What the actor has set for themselves; the defaults, at revision 0, for who has set nothing. */
export async function getPreferences(actor: Actor): Promise<PreferencesSaved> {
  return toPreferences(await database().preference.findUnique({ where: { userId: actor.userId } }));
}
