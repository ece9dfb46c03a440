import type { TrainingWaived, TrainingWaiverInput } from "@/domain/contract/training";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { notFound } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { performOnce } from "../perform-once";

/** Lets a member read without having passed the training, and says why; or takes that back. Errors: 404, 403 for others than managers. */
export function waiveTraining(
  actor: Actor,
  projectId: string,
  { operationId, memberId, reason }: TrainingWaiverInput & { memberId: string },
): Promise<TrainingWaived> {
  const operation = {
    actor,
    operationId,
    action: "training.waived",
    subjectType: "member",
    subjectId: memberId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await holdProject(tx, projectId);
    const member = await tx.membership.findFirst({ where: { id: memberId, projectId } });
    if (!member) throw notFound();
    await tx.membership.update({ where: { id: memberId }, data: { trainingWaiver: reason } });
    const answer = { id: memberId, pseudonym: pseudonym(project, member.userId), reason };
    return { project, before: { ...answer, reason: member.trainingWaiver }, answer };
  });
}
