import type { Role } from "@/domain/contract/account";
import { memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";

/** The caller's projects with their role in each. */
export async function listProjects(actor: Actor): Promise<{ id: string; name: string; role: Role }[]> {
  const rows = await memberships(database(), actor);
  return rows.map(({ project, role }) => ({ id: project.id, name: project.name, role }));
}
