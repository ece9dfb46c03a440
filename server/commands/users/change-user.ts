import type { ResetLink, ServerUser } from "@/domain/contract/users";
import { openUser, refuseUnlessAdmin } from "@/server/access";
import { appendAccountEvent } from "@/server/auth/account-events";
import type { Actor } from "@/server/auth/actor";
import { holdAdmins, refuseLastAdmin } from "@/server/auth/hold-admins";
import { makeResetLink } from "@/server/auth/reset-link";
import { revokeSignInLinks } from "@/server/auth/sign-in-link";
import { removeTwoFactor } from "@/server/auth/two-factor";
import { inTransaction, type Tx } from "@/server/database/client";
import { conflict, notFound } from "@/server/http-error";
import { readUsers } from "@/server/queries/users/list-users";

// What administrators of the server do to accounts. Each says what shall be and does nothing when it is so already, so that
// sending it again is harmless; each notes what happened in the same transaction.

interface UserChange {
  userId: string;
  now: Date;
}

/** Makes somebody an administrator, or no longer. Errors: 404, 409 last_admin. */
export async function changeAdmin(
  actor: Actor,
  { userId, isAdmin, now }: UserChange & { isAdmin: boolean },
): Promise<ServerUser> {
  refuseUnlessAdmin(actor);
  return inTransaction(async (tx) => {
    await holdAdmins(tx, now);
    const { user } = await openUser(tx, actor, userId);
    if (user.isAdmin !== isAdmin) {
      if (!isAdmin) await refuseLastAdmin(tx, userId);
      await tx.user.update({ where: { id: userId }, data: { isAdmin } });
      const action = isAdmin ? "user.made_admin" : "user.no_longer_admin";
      await appendAccountEvent(tx, { userId, actorId: actor.userId, action, at: now });
    }
    return readUser(tx, actor, userId, now);
  });
}

/** Blocks an account: its sessions and links end, its keys do not work. Or unblocks it. Errors: 404, 409 last_admin, own_account. */
export async function changeBlock(
  actor: Actor,
  { userId, blocked, now }: UserChange & { blocked: boolean },
): Promise<ServerUser> {
  refuseUnlessAdmin(actor);
  return inTransaction(async (tx) => {
    await holdAdmins(tx, now);
    const { user } = await openUser(tx, actor, userId);
    if ((user.suspendedAt !== null) !== blocked) {
      if (blocked && userId === actor.userId) throw conflict("own_account", "You cannot block your own account.");
      if (blocked && user.isAdmin) await refuseLastAdmin(tx, userId);
      await tx.user.update({ where: { id: userId }, data: { suspendedAt: blocked ? now : null } });
      if (blocked) await endAccess(tx, userId);
      const action = blocked ? "user.blocked" : "user.unblocked";
      await appendAccountEvent(tx, { userId, actorId: actor.userId, action, at: now });
    }
    return readUser(tx, actor, userId, now);
  });
}

/** Signs somebody out everywhere. Errors: 404. */
export async function endUserSessions(actor: Actor, { userId, now }: UserChange): Promise<void> {
  await inTransaction(async (tx) => {
    await openUser(tx, actor, userId);
    await tx.session.deleteMany({ where: { userId } });
    await appendAccountEvent(tx, { userId, actorId: actor.userId, action: "user.sessions_ended", at: now });
  });
}

/** Takes away a second factor that its owner lost, and ends their sessions. Does nothing where there is none. Errors: 404. */
export async function takeTwoFactor(actor: Actor, { userId, now }: UserChange): Promise<void> {
  await inTransaction(async (tx) => {
    const { user } = await openUser(tx, actor, userId);
    if (!user.twoFactorAt) return;
    await removeTwoFactor(tx, userId);
    await tx.session.deleteMany({ where: { userId } });
    await appendAccountEvent(tx, { userId, actorId: actor.userId, action: "two_factor.removed", at: now });
  });
}

/** A link to hand over, by which somebody sets a new password. What they have goes on to work until then. Errors: 404. */
export async function createResetLink(actor: Actor, { userId, now }: UserChange): Promise<ResetLink> {
  return inTransaction(async (tx) => {
    const { user } = await openUser(tx, actor, userId);
    const made = await makeResetLink(tx, user.id, now);
    await appendAccountEvent(tx, { userId, actorId: actor.userId, action: "reset_link.made", at: now });
    return made;
  });
}

async function endAccess(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
  await revokeSignInLinks(tx, userId);
}

async function readUser(tx: Tx, actor: Actor, userId: string, now: Date): Promise<ServerUser> {
  const [user] = await readUsers(tx, actor, [userId], now);
  if (!user) throw notFound();
  return user;
}
