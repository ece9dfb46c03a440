import type { Registry } from "@/domain/contract/registry";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { readRegistry } from "@/server/rows/registry-rows";

/** The speakers and targets of a project. Errors: 404. */
export async function getRegistry(actor: Actor, projectId: string): Promise<Registry> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  return readRegistry(db, projectId);
}
