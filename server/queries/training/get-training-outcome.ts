import type { TrainingOutcome } from "@/domain/contract/training";
import { trainingMeasures } from "@/domain/training/score-training";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";
import { readPasses } from "./read-passes";
import { readTrainingPairs } from "./read-training-pairs";
import { countPassed, mayRepeat, measured } from "./training-attempts";

/** How the caller's submitted training pass differs from gold. Errors: 404, 409 not_training or training_unfinished. */
export async function getTrainingOutcome(actor: Actor, assignmentId: string): Promise<TrainingOutcome> {
  const db = database();
  const { project, assignment } = await openAssignment(db, actor, assignmentId, "assignment.read");
  if (assignment.kind !== "training") throw conflict("not_training", "This is no training pass.");
  const result = await db.trainingResult.findUnique({ where: { assignmentId } });
  if (!result || assignment.state !== "submitted") {
    throw conflict("training_unfinished", "Submit the training pass first; then gold is shown beside it.");
  }
  const settings = trainingSettingsOf(project);
  const { content } = await currentCodebook(db, project.id);
  const passes = await readPasses(db, project.id, actor.userId);
  const attempts = passes.filter(({ documentId }) => documentId === assignment.documentId);
  const attempt = attempts.findIndex(({ id }) => id === assignmentId) + 1;
  const isTrainedOn = settings.isOn && settings.documentIds.includes(assignment.documentId);
  const value = measured(result.score, settings.measure);
  return {
    items: await readTrainingPairs(db, assignment, content),
    ...{ value, isPassed: value >= settings.threshold, threshold: settings.threshold },
    attempt,
    mayRepeat: isTrainedOn && attempt === attempts.length && mayRepeat(attempts, settings),
    measure: trainingMeasures(content).find(({ key }) => key === settings.measure)?.label ?? settings.measure,
    ...{ passed: countPassed(passes, settings), needed: settings.passes },
  };
}
