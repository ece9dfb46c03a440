import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";

interface Named {
  id: string;
  name: string;
}

/** The speakers and targets that one can search for: of those that were merged the one that stands for them. Errors: 404. */
export async function listStandingNames(
  actor: Actor,
  projectId: string,
): Promise<{ speakers: Named[]; targets: Named[] }> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  const where = { projectId, mergedIntoId: null };
  const select = { id: true, name: true };
  return {
    speakers: await db.speaker.findMany({ where, select, orderBy: [{ name: "asc" }, { id: "asc" }] }),
    targets: await db.target.findMany({ where, select, orderBy: [{ position: "asc" }, { id: "asc" }] }),
  };
}
