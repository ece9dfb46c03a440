import type { TrainingCheckInput, TrainingFeedback } from "@/domain/contract/training";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict, notFound } from "@/server/http-error";
import { readTrainingPairs } from "@/server/queries/training/read-training-pairs";
import { currentCodebook } from "@/server/rows/codebook-of";
import { holdEditable } from "../move-assignment";
import { performOnce } from "../perform-once";
import { readStatement } from "../write-statement";

/**
 * Tells how gold has a statement of a training pass. As the statement is when this is first asked, it counts: what is
 * mended afterwards is learnt and not scored. Errors: 404, 409 not_training, assignment_submitted.
 */
export function checkTraining(
  actor: Actor,
  assignmentId: string,
  { operationId, statementId }: TrainingCheckInput,
): Promise<TrainingFeedback> {
  const operation = {
    actor,
    operationId,
    action: "training.checked",
    subjectType: "statement",
    subjectId: statementId,
  } as const;
  return performOnce<TrainingFeedback>(operation, async (tx, now) => {
    const { project, assignment } = await openAssignment(tx, actor, assignmentId, "assignment.annotate");
    if (assignment.kind !== "training") throw conflict("not_training", "This is no training pass.");
    await holdEditable(tx, assignment, now);
    const { content } = await currentCodebook(tx, project.id);
    const pairs = await readTrainingPairs(tx, assignment, content);
    const pair = pairs.find(({ own }) => own?.id === statementId);
    if (!pair) throw notFound();
    const earlier = await tx.trainingCheck.findUnique({ where: { statementId } });
    if (!earlier) {
      const statement = await readStatement(tx, statementId);
      await tx.trainingCheck.create({ data: { statementId, assignmentId, statement, checkedAt: now } });
    }
    return { project, assignmentId, before: null, answer: pair };
  });
}
