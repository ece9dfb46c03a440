import { may } from "@/domain/policy";
import type * as rows from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { type Merges, readMerges } from "@/server/queries/agreement/read-merges";
import { hidesAnnotators, nameAnnotators } from "@/server/queries/name-annotators";
import { readClosed } from "@/server/rows/read-closed";

export interface OpenSearch {
  project: rows.Project;
  /** May see gold and others' finished readings; else only their own. */
  seesOthers: boolean;
  /** Documents the actor is still to read blind: of these they see what is their own. */
  closed: ReadonlySet<string>;
  /** The project hides from the actor whose reading it is. */
  isMasked: boolean;
  nameOf: (assignment: Pick<rows.Assignment, "id" | "userId">) => string;
  merges: Merges;
  /** The same as long as the actor sees the same. */
  key: string;
}

/** What an actor may search. Errors: 404. */
export async function openSearch(actor: Actor, projectId: string): Promise<OpenSearch> {
  const db = database();
  const { project, role } = await openProject(db, actor, projectId, "statement.search");
  const seesOthers = may("document.review", role, { archived: project.archivedAt !== null });
  const closed = await readClosed(db, actor, projectId);
  const isMasked = hidesAnnotators(project) && role !== "manager";
  const head = await db.eventHead.findUnique({ where: { projectId }, select: { sequence: true } });
  return {
    ...{ project, seesOthers, closed, isMasked },
    merges: await readMerges(projectId),
    nameOf: await nameAnnotators(db, project),
    key: [projectId, actor.userId, seesOthers, isMasked, head?.sequence ?? 0, ...closed].join(" "),
  };
}
