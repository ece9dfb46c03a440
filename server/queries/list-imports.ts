import type { ImportList } from "@/domain/contract/import";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toImport } from "@/server/rows/import-row";

const LISTED = 20;

/** Imports of a project, newest first. Errors: 404, 403 for others than managers. */
export async function listImports(actor: Actor, projectId: string): Promise<ImportList> {
  const db = database();
  await openProject(db, actor, projectId, "project.inspect");
  const rows = await db.import.findMany({
    where: { projectId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LISTED,
  });
  return { items: rows.map(toImport) };
}
