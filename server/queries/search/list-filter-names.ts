import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";

interface Named {
  id: string;
  name: string;
}

/**
 * What these speakers are called, and the targets that one can search for: of those that were merged the one that stands for
 * them. Errors: 404.
 */
export async function listFilterNames(
  actor: Actor,
  projectId: string,
  speakerIds: readonly string[],
): Promise<{ speakers: Named[]; targets: Named[] }> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  const select = { id: true, name: true };
  return {
    speakers: await db.speaker.findMany({ where: { projectId, id: { in: [...speakerIds] } }, select }),
    targets: await db.target.findMany({
      where: { projectId, mergedIntoId: null },
      select,
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
  };
}
