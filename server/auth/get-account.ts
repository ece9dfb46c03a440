import type { Account } from "@/domain/contract/account";
import { memberships } from "@/server/access";
import { database } from "@/server/database/client";
import type { Actor } from "./actor";
import { findHash } from "./change-password";

/** Who is signed in, whether they have a password, and their projects. */
export async function getAccount(actor: Actor): Promise<Account> {
  const own = await memberships(database(), actor);
  return {
    id: actor.userId,
    name: actor.name,
    email: actor.email,
    isAdmin: actor.isAdmin,
    hasPassword: (await findHash(actor.userId)) !== null,
    projects: own.map(({ project, role }) => ({ id: project.id, name: project.name, role })),
  };
}
