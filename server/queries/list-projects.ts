import type { Role } from "@/domain/contract/account";
import { memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";

export interface OwnProject {
  id: string;
  name: string;
  role: Role;
  archived: boolean;
}

/** The caller's projects with their role in each. */
export async function listProjects(actor: Actor): Promise<OwnProject[]> {
  const rows = await memberships(database(), actor);
  return rows.map(({ project: { id, name, archivedAt }, role }) => ({ id, name, role, archived: archivedAt !== null }));
}
