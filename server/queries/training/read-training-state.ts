import type { Role } from "@/domain/contract/account";
import type { TrainingState } from "@/domain/contract/training";
import type { AssignmentState } from "@/domain/contract/work";
import { trainingMeasures } from "@/domain/training/score-training";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";
import { countPassed, measured } from "./count-passed";

/**
 * How far a member is in the training of a project. It is asked of annotators: reviewers and managers make the gold. Null
 * where there is none, and for who is no member or is asked for none.
 */
export async function readTrainingState(tx: Tx, project: rows.Project, userId: string): Promise<TrainingState | null> {
  const settings = trainingSettingsOf(project);
  if (!settings.isOn) return null;
  const key = { projectId_userId: { projectId: project.id, userId } };
  const member = await tx.membership.findUnique({ where: key });
  if ((member?.role as Role | undefined) !== "annotator") return null;
  const documents = await tx.document.findMany({
    where: { projectId: project.id, id: { in: settings.documentIds } },
    select: { id: true, title: true, language: true },
  });
  const passes = await tx.assignment.findMany({
    where: { kind: "training", userId, withdrawnAt: null, document: { projectId: project.id } },
    select: { id: true, documentId: true, state: true, result: true },
  });
  const byDocument = new Map(passes.map((pass) => [pass.documentId, pass]));
  const { content } = await currentCodebook(tx, project.id);
  const { measure, threshold, passes: needed } = settings;
  const passed = countPassed(passes, settings);
  const waiver = member?.trainingWaiver ?? null;
  return {
    ...{ isOpen: passed < needed && waiver === null, passed, needed, threshold, waiver },
    measure: trainingMeasures(content).find((one) => one.key === measure)?.label ?? measure,
    documents: settings.documentIds.flatMap((documentId) => {
      const document = documents.find(({ id }) => id === documentId);
      const pass = byDocument.get(documentId);
      const value = pass?.result ? measured(pass.result.score, measure) : null;
      if (!document) return [];
      return {
        ...{ documentId, title: document.title, language: document.language, assignmentId: pass?.id ?? null },
        state: (pass?.state ?? "assigned") as AssignmentState,
        ...{ value, isPassed: value !== null && value >= threshold },
      };
    }),
  };
}

/** Throws 409 `training_open` for an annotator who has not passed the training of the project, saying what is missing. */
export async function refuseUntrained(tx: Tx, project: rows.Project, userId: string): Promise<void> {
  const state = await readTrainingState(tx, project, userId);
  if (!state?.isOpen) return;
  const left = state.needed - state.passed;
  throw conflict(
    "training_open",
    `First comes the training: pass ${left === 1 ? "one more training article" : `${left} more training articles`}. ` +
      `One is passed with ${Math.round(state.threshold * 100)} % or more (${state.measure}); you will find them under My work.`,
  );
}
