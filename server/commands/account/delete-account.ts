import { rm } from "node:fs/promises";
import { v7 as uuid } from "uuid";
import type { AccountDeletion } from "@/domain/contract/deletion";
import { appendAccountEvent } from "@/server/auth/account-events";
import type { Actor } from "@/server/auth/actor";
import { findHash } from "@/server/auth/change-password";
import { holdAdmins, refuseLastAdmin } from "@/server/auth/hold-admins";
import { verifyPassword } from "@/server/auth/password";
import { revokeSignInLinks } from "@/server/auth/sign-in-link";
import { admitAttempt, forgetAttempts } from "@/server/auth/sign-in-throttle";
import { removeTwoFactor, spendCode, wrongCode } from "@/server/auth/two-factor";
import { inTransaction, type Tx } from "@/server/database/client";
import { appendEvent, holdProject } from "@/server/events/append-event";
import { announceChange } from "@/server/events/change-feed";
import { conflict, invalid } from "@/server/http-error";
import { exportFile } from "@/server/jobs/export-files";
import { pseudonym } from "@/server/pseudonym";

/** What stands where the name of a deleted account would. */
const NAME = "Deleted account";

/**
 * Deletes the caller's account: name, address, password, keys, sessions, settings and exports are gone, memberships end.
 * What they coded, ruled and wrote stays under their pseudonym, and every chain of events as it is. Errors: 409 last_admin,
 * only_manager, 422 when the address, password or code is not right, 429.
 */
export async function deleteAccount(actor: Actor, proof: AccountDeletion, now: Date): Promise<void> {
  await checkProof(actor, proof, now);
  const { exports, projects } = await inTransaction(async (tx) => {
    if (actor.hasTwoFactor && !(await spendCode(tx, actor.userId, proof.code ?? "", now))) throw wrongCode();
    await holdAdmins(tx, now);
    if (actor.isAdmin) await refuseLastAdmin(tx, actor.userId);
    const left = await leaveProjects(tx, actor, now);
    await forgetAttempts(tx, actor.email);
    const kept = await tx.export.findMany({ where: { userId: actor.userId }, select: { id: true } });
    await removePerson(tx, actor.userId, now);
    await appendAccountEvent(tx, { userId: actor.userId, actorId: actor.userId, action: "account.deleted", at: now });
    return { exports: kept, projects: left };
  });
  for (const projectId of projects) announceChange({ projectId, subjectType: "member" });
  for (const { id } of exports) await rm(exportFile(id), { force: true });
}

async function checkProof(actor: Actor, { email, password }: AccountDeletion, now: Date): Promise<void> {
  if (email !== actor.email) throw notRight("email", "This is not the address of your account.");
  const hash = await findHash(actor.userId);
  if (hash === null) return;
  // Guessing it from an unlocked screen is guessing too.
  await admitAttempt(actor.email, now);
  if (!(await verifyPassword({ hash, password: password ?? "" }))) {
    throw notRight("password", "The password is not right.");
  }
}

const notRight = (path: string, message: string) => invalid(message, [{ path, message }], "wrong_proof");

/** Ends every membership as leaving does; the projects that were left. */
async function leaveProjects(tx: Tx, { userId }: Actor, now: Date): Promise<string[]> {
  const memberships = await tx.membership.findMany({
    where: { userId },
    include: { project: true },
    // Always in the same order, so that two who leave the same projects wait for each other and never both.
    orderBy: { projectId: "asc" },
  });
  const abandoned: string[] = [];
  for (const { id, role, project } of memberships) {
    await holdProject(tx, project.id);
    const managers = await tx.membership.findMany({ where: { projectId: project.id, role: "manager" } });
    if (managers.length === 1 && managers[0]?.id === id && !project.deletedAt) abandoned.push(project.name);
    await tx.membership.delete({ where: { id } });
    const { count } = await tx.assignment.updateMany({
      where: { userId, kind: "annotation", submittedAt: null, withdrawnAt: null, document: { projectId: project.id } },
      data: { withdrawnAt: now, leaseUntil: null, revision: { increment: 1 } },
    });
    const answer = { id, pseudonym: pseudonym(project, userId), role };
    await appendEvent(tx, {
      ...{ projectId: project.id, operationId: uuid(), actor: answer.pseudonym, at: now },
      ...{ action: "member.removed", subjectType: "member", subjectId: id },
      before: { ...answer, withdrawn: count },
      after: answer,
    });
  }
  if (abandoned.length > 0) {
    const names = new Intl.ListFormat("en").format(abandoned.map((name) => `“${name}”`));
    throw conflict(
      "only_manager",
      `You are the only manager of ${names}. Make somebody else a manager under Members, or delete the project, first.`,
    );
  }
  return memberships.map(({ projectId }) => projectId);
}

/** The row stays, because what was coded names it; nothing in it says who it was. */
async function removePerson(tx: Tx, userId: string, now: Date): Promise<void> {
  const where = { userId };
  await removeTwoFactor(tx, userId);
  await revokeSignInLinks(tx, userId);
  await tx.session.deleteMany({ where });
  await tx.account.deleteMany({ where });
  await tx.apiKey.deleteMany({ where });
  await tx.preference.deleteMany({ where });
  await tx.reviewLease.deleteMany({ where });
  await tx.export.deleteMany({ where });
  await tx.notification.deleteMany({ where });
  await tx.user.update({
    where: { id: userId },
    data: {
      ...{ name: NAME, email: `${userId}@deleted.invalid`, emailVerified: false, image: null, isAdmin: false },
      ...{ suspendedAt: now, deletedAt: now },
    },
  });
}
