import type { AssignmentMoved, Move } from "@/domain/contract/work";
import { BLIND, openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict } from "@/server/http-error";
import { toAssignment } from "@/server/rows/work-rows";
import { performOnce } from "./perform-once";

/**
 * Marks one's own unfinished reading as not blind, which lets its holder review the document. It cannot be taken back.
 * Errors: 404, 403 for somebody who may not review, 409 stale_revision.
 */
export function unblindAssignment(actor: Actor, assignmentId: string, input: Move): Promise<AssignmentMoved> {
  const { operationId, revision } = input;
  const operation = {
    actor,
    operationId,
    action: "assignment.unblinded",
    subjectType: "assignment",
    subjectId: assignmentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, assignment } = await openAssignment(tx, actor, assignmentId, "assignment.unblind");
    const { count } = await tx.assignment.updateMany({
      where: { id: assignmentId, revision, ...BLIND },
      data: { unblindedAt: now, revision: { increment: 1 } },
    });
    const current = toAssignment(await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId } }));
    if (count === 0) throw conflict("stale_revision", "The assignment changed meanwhile; look at it again.", current);
    return { project, assignmentId, before: { assignment: toAssignment(assignment) }, answer: { assignment: current } };
  });
}
