import type { Role } from "@/domain/contract/account";
import type { InvitationSeen } from "@/domain/contract/members";
import { openInvitation } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { sha256 } from "@/server/auth/hashed-session-tokens";
import { database } from "@/server/database/client";

/** What an invitation is to, for who holds its token. Errors: 410 invitation_not_valid. */
export async function lookAtInvitation(actor: Actor | null, token: string, now: Date): Promise<InvitationSeen> {
  const db = database();
  const { project, invitation } = await openInvitation(db, sha256(token), now);
  const key = actor && { projectId: project.id, userId: actor.userId };
  const member = key && (await db.membership.findUnique({ where: { projectId_userId: key } }));
  return {
    project: { name: project.name },
    role: invitation.role as Role,
    expiresAt: invitation.expiresAt.toISOString(),
    signedIn: actor && { name: actor.name, email: actor.email, isMember: member !== null },
  };
}
