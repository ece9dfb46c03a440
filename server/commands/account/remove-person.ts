import { rm } from "node:fs/promises";
import { v7 as uuid } from "uuid";
import { appendAccountEvent } from "@/server/auth/account-events";
import { revokeSignInLinks } from "@/server/auth/sign-in-link";
import { forgetAttempts } from "@/server/auth/sign-in-throttle";
import { removeTwoFactor } from "@/server/auth/two-factor";
import type { Tx } from "@/server/database/client";
import { appendEvent, holdProject } from "@/server/events/append-event";
import { exportFile } from "@/server/jobs/export-files";
import { pseudonym } from "@/server/pseudonym";

/** What stands where the name of a deleted account would. */
const NAME = "Deleted account";

interface Removal {
  user: { id: string; email: string };
  /** Who wants it; null: the server, which did it before. */
  actorId: string | null;
  now: Date;
}

interface Removed {
  /** Projects they were in. */
  projects: string[];
  /** Names of those that are left without a manager. */
  abandoned: string[];
  /** Their exports, whose files are to go once this is committed. */
  exports: string[];
}

/**
 * Takes out of the database who somebody is: name, address, password, keys, sessions, settings and exports; memberships end.
 * What they coded, ruled and wrote stays under their pseudonym.
 */
export async function removePerson(tx: Tx, { user, actorId, now }: Removal): Promise<Removed> {
  const left = await leaveProjects(tx, user.id, now);
  await forgetAttempts(tx, user.email);
  const exports = await tx.export.findMany({ where: { userId: user.id }, select: { id: true } });
  await emptyAccount(tx, user.id, now);
  await appendAccountEvent(tx, { userId: user.id, actorId, action: "account.deleted", at: now });
  return { ...left, exports: exports.map(({ id }) => id) };
}

/** Removes the files of exports whose rows are gone. */
export async function removeExportFiles(ids: readonly string[]): Promise<void> {
  for (const id of ids) await rm(exportFile(id), { force: true });
}

/** Ends every membership as leaving does. */
async function leaveProjects(tx: Tx, userId: string, now: Date): Promise<Pick<Removed, "projects" | "abandoned">> {
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
  return { projects: memberships.map(({ projectId }) => projectId), abandoned };
}

/** The row stays, because what was coded names it; nothing in it says who it was. */
async function emptyAccount(tx: Tx, userId: string, now: Date): Promise<void> {
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
