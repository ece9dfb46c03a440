import type { Role } from "@/domain/contract/account";
import type { MemberChange, MemberChanged } from "@/domain/contract/members";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { conflict, notFound } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { performOnce } from "../perform-once";

/** Changes a member's role. Errors: 404, 403 for others than managers, 409 last_manager. */
export function changeMember(
  actor: Actor,
  projectId: string,
  { operationId, memberId, role }: MemberChange & { memberId: string },
): Promise<MemberChanged> {
  const operation = {
    actor,
    operationId,
    action: "member.changed",
    subjectType: "member",
    subjectId: memberId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await holdProject(tx, projectId);
    const member = await findMember(tx, projectId, memberId);
    if (role !== "manager") await refuseLastManager(tx, projectId, memberId);
    await tx.membership.update({ where: { id: memberId }, data: { role } });
    const answer = { id: memberId, pseudonym: pseudonym(project, member.userId), role };
    return { project, before: { ...answer, role: member.role as Role }, answer };
  });
}

/**
 * Ends a membership: one's own, or as a manager anybody's. Readings that are not finished are withdrawn; whatever was coded
 * stays, under the pseudonym. Errors: 404, 403 for others than managers, 409 last_manager.
 */
export function removeMember(
  actor: Actor,
  projectId: string,
  { operationId, memberId }: { operationId: string; memberId: string },
): Promise<MemberChanged> {
  const operation = {
    actor,
    operationId,
    action: "member.removed",
    subjectType: "member",
    subjectId: memberId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const own = await tx.membership.findFirst({ where: { id: memberId, projectId, userId: actor.userId } });
    const { project } = await openProject(tx, actor, projectId, own ? "project.leave" : "project.manage");
    await holdProject(tx, projectId);
    const { userId, role } = await findMember(tx, projectId, memberId);
    await refuseLastManager(tx, projectId, memberId);
    await tx.membership.delete({ where: { id: memberId } });
    await tx.reviewLease.deleteMany({ where: { userId, document: { projectId } } });
    const { count } = await tx.assignment.updateMany({
      where: { userId, kind: "annotation", submittedAt: null, withdrawnAt: null, document: { projectId } },
      data: { withdrawnAt: now, leaseUntil: null, revision: { increment: 1 } },
    });
    await tx.assignment.updateMany({
      where: { userId, kind: "training", submittedAt: null, withdrawnAt: null, document: { projectId } },
      data: { withdrawnAt: now, revision: { increment: 1 } },
    });
    const answer = { id: memberId, pseudonym: pseudonym(project, userId), role: role as Role };
    return { project, before: { ...answer, withdrawn: count }, answer };
  });
}

async function findMember(tx: Tx, projectId: string, id: string) {
  const member = await tx.membership.findFirst({ where: { id, projectId } });
  if (!member) throw notFound();
  return member;
}

/** Read while the project is held: of two managers who leave at the same moment one stays. */
async function refuseLastManager(tx: Tx, projectId: string, memberId: string): Promise<void> {
  const managers = await tx.membership.findMany({ where: { projectId, role: "manager" }, select: { id: true } });
  if (managers.length === 1 && managers[0]?.id === memberId) {
    throw conflict("last_manager", "A project keeps at least one manager: make somebody else one first.");
  }
}
