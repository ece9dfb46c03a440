import type { TrainingSettingsInput } from "@/domain/contract/training";
import { trainingMeasures } from "@/domain/training/score-training";
import type { TrainingSettings } from "@/domain/training/training-settings";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { invalid } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";
import { performOnce } from "../perform-once";

/**
 * Sets what annotators have to reach before they read. Errors: 404, 403 for others than managers, 409 no_codebook, 422
 * invalid_training.
 */
export function changeTrainingSettings(
  actor: Actor,
  projectId: string,
  { operationId, training }: TrainingSettingsInput,
): Promise<TrainingSettings> {
  const operation = {
    actor,
    operationId,
    action: "project.training_changed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await holdProject(tx, projectId);
    await refuseUnsound(tx, projectId, training, trainingSettingsOf(project));
    await tx.project.update({ where: { id: projectId }, data: { trainingSettings: training } });
    return { project, before: trainingSettingsOf(project), answer: training };
  });
}

async function refuseUnsound(
  tx: Tx,
  projectId: string,
  { isOn, documentIds, measure, passes }: TrainingSettings,
  before: TrainingSettings,
): Promise<void> {
  const errors: { path: string; message: string }[] = [];
  const { content } = await currentCodebook(tx, projectId);
  if (!trainingMeasures(content).some(({ key }) => key === measure)) {
    errors.push({ path: "training.measure", message: "The codebook has no such question." });
  }
  const chosen = new Set(documentIds);
  if (isOn && chosen.size < passes) {
    errors.push({ path: "training.passes", message: "Choose as many training articles as have to be passed." });
  }
  // What is trained on already stays when its review is opened again.
  const isStarted = isOn && !before.isOn;
  const added = [...chosen].filter((id) => isStarted || !before.documentIds.includes(id));
  const settled = await tx.document.count({
    where: {
      ...{ id: { in: added }, projectId, replacedBy: null },
      assignments: { some: { kind: "adjudication", state: "submitted" } },
    },
  });
  if (settled < added.length) {
    errors.push({ path: "training.documentIds", message: "Only articles whose review is finished can be trained on." });
  }
  if (errors.length > 0) throw invalid("The training is not whole.", errors, "invalid_training");
}
