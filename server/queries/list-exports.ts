import type { ExportList } from "@/domain/contract/export";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toExport } from "@/server/rows/export-row";

/** How many are listed: who made more of them looks for the newest. */
const LISTED = 20;

/** One's own exports of a project, newest first, without those that are gone. Errors: 404. */
export async function listExports(actor: Actor, projectId: string): Promise<ExportList> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  const rows = await db.export.findMany({
    where: { projectId, userId: actor.userId, state: { notIn: ["removed", "cancelled"] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LISTED,
  });
  return { items: rows.map(toExport) };
}
