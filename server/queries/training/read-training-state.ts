import type { Role } from "@/domain/contract/account";
import type { TrainingState } from "@/domain/contract/training";
import type { AssignmentState } from "@/domain/contract/work";
import { trainingMeasures } from "@/domain/training/score-training";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";
import { readPasses } from "./read-passes";
import { countPassed, toAttempts } from "./training-attempts";

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
  const passes = await readPasses(tx, project.id, userId);
  const { content } = await currentCodebook(tx, project.id);
  const { measure, threshold, passes: needed } = settings;
  const passed = countPassed(passes, settings);
  const waiver = member?.trainingWaiver ?? null;
  return {
    ...{ isOpen: passed < needed && waiver === null, passed, needed, threshold, waiver },
    measure: trainingMeasures(content).find((one) => one.key === measure)?.label ?? measure,
    documents: settings.documentIds.flatMap((documentId) => {
      const document = documents.find(({ id }) => id === documentId);
      if (!document) return [];
      const tried = passes.filter((pass) => pass.documentId === documentId);
      const attempts = toAttempts(tried, settings);
      const latest = attempts.at(-1);
      return {
        ...{ documentId, title: document.title, language: document.language },
        ...{ assignmentId: latest?.assignmentId ?? null, value: latest?.value ?? null, attempts },
        state: (tried.at(-1)?.state ?? "assigned") as AssignmentState,
        isPassed: attempts.some((attempt) => attempt.isPassed),
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
