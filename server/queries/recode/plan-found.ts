import { createHash } from "node:crypto";
import { MOST_FOUND_RECODED } from "@/domain/contract/recode";
import type { SearchQuery } from "@/domain/contract/search";
import type { RecodeChange } from "@/domain/recode/recode-change";
import type { Actor } from "@/server/auth/actor";
import { type PlannedRecode, planRecode } from "@/server/commands/recode/plan-recode";
import { database } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { findStatements } from "../search/find-statements";
import { openSearch } from "../search/open-search";

/**
 * What a change makes of all the gold that a search finds, in reading order of the articles. Errors: 404, 422
 * too_many_found.
 */
export async function planFound(
  actor: Actor,
  projectId: string,
  { found, change, now }: { found: SearchQuery; change: RecodeChange; now: Date },
): Promise<PlannedRecode[]> {
  const { gold } = await findStatements(actor, await openSearch(actor, projectId), found);
  if (gold.length > MOST_FOUND_RECODED) {
    const [many, most] = [gold.length, MOST_FOUND_RECODED].map((count) => count.toLocaleString("en"));
    const detail = `These are ${many} gold statements; at most ${most} are changed at once. Narrow the search.`;
    throw new HttpError(422, "too_many_found", detail);
  }
  return planRecode(database(), actor, { projectId, change, statementIds: gold, now });
}

/** A word for what was planned, the same for the same statements at the same revisions with the same outcomes. */
export function nameSet(planned: readonly PlannedRecode[]): string {
  const parts = planned.map(({ before, recoded }) => `${before.id} ${before.revision} ${recoded.outcome}`).sort();
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
