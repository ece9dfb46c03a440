import { v7 as uuid } from "uuid";
import type { TrainingStart, TrainingStarted } from "@/domain/contract/training";
import { BLIND, openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { conflict } from "@/server/http-error";
import { mayRepeat } from "@/server/queries/training/training-attempts";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";
import { toAssignment } from "@/server/rows/work-rows";
import { performOnce } from "../perform-once";

/**
 * Begins a training pass on one of the project's training documents; who has one already gets that, unless it was failed
 * and they want to try `again`: then they get an empty one, and the earlier ones stay. Errors: 404, 409 not_training for
 * another document, own_reading_unfinished where gold would spoil a reading of their own.
 */
export function startTraining(
  actor: Actor,
  projectId: string,
  { operationId, documentId, again }: TrainingStart,
): Promise<TrainingStarted> {
  const operation = {
    actor,
    operationId,
    action: "training.started",
    subjectType: "document",
    subjectId: documentId,
  } as const;
  return performOnce<TrainingStarted>(operation, async (tx) => {
    await openProject(tx, actor, projectId, "assignment.claim");
    await holdProject(tx, projectId);
    const { project } = await openProject(tx, actor, projectId, "assignment.claim");
    const settings = trainingSettingsOf(project);
    const document = await tx.document.findFirst({ where: { id: documentId, projectId } });
    if (!settings.isOn || !document || !settings.documentIds.includes(documentId)) {
      throw conflict("not_training", "This article is none of those that are trained on.");
    }
    const own = { documentId, userId: actor.userId };
    const blind = await tx.assignment.findFirst({ where: { ...own, kind: "annotation", ...BLIND } });
    if (blind) {
      throw conflict(
        "own_reading_unfinished",
        "You have an unfinished reading of this article, which gold would spoil: submit it first.",
        [toAssignment(blind)],
      );
    }
    const passes = await tx.assignment.findMany({
      where: { ...own, kind: "training" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      include: { result: true },
    });
    const latest = passes.at(-1);
    if (latest && !(again && mayRepeat(passes, settings))) {
      if (latest.withdrawnAt) {
        const data = { withdrawnAt: null, revision: { increment: 1 } };
        await tx.assignment.update({ where: { id: latest.id }, data });
      }
      return { project, before: null, answer: { assignmentId: latest.id, attempt: passes.length } };
    }
    const attempt = passes.length + 1;
    const holder = attempt === 1 ? actor.userId : `${actor.userId} ${attempt}`;
    const assignmentId = uuid();
    await tx.assignment.create({ data: { ...own, id: assignmentId, kind: "training", holder } });
    return { project, before: null, answer: { assignmentId, attempt } };
  });
}
