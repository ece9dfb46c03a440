import type { Codebook } from "@/domain/codebook/codebook";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toCodebookVersion } from "@/server/rows/work-rows";

/** The codebook that a project's screens speak in; null while none is published. Errors: 404. */
export async function findNewestCodebook(actor: Actor, projectId: string): Promise<Codebook | null> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  const row = await db.codebookVersion.findFirst({ where: { projectId }, orderBy: { version: "desc" } });
  return row && toCodebookVersion(row).content;
}
