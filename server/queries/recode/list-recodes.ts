import type { RecodeList } from "@/domain/contract/recode";
import { RecodeChange } from "@/domain/recode/recode-change";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { RecodedStatements } from "@/server/commands/recode/recoded-statements";
import { database } from "@/server/database/client";
import { peopleNames } from "@/server/queries/name-annotators";

/** The last ones; older ones are in the project's events. */
const MOST = 100;

/** What was changed in gold by recoding, newest first. Errors: 404, 403 for annotators. */
export async function listRecodes(actor: Actor, projectId: string): Promise<RecodeList> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "gold.readRecodes");
  const rows = await db.recode.findMany({
    where: { projectId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const people = rows.length > 0 ? await peopleNames(db, project) : new Map<string, string>();
  return {
    items: rows.map(({ id, change, reason, statements, actorId, createdAt, undoneAt }) => ({
      ...{ id, reason, change: RecodeChange.parse(change), by: people.get(actorId) ?? "somebody" },
      statements: RecodedStatements.parse(statements).length,
      ...{ at: createdAt.toISOString(), undoneAt: undoneAt?.toISOString() ?? null },
    })),
  };
}
