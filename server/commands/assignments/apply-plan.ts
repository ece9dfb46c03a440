import type { AssignmentsChanged, PlanApplication } from "@/domain/contract/assignments";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { conflict } from "@/server/http-error";
import { readPlan } from "@/server/queries/assignments/read-plan";
import { performOnce } from "../perform-once";
import { changesOf } from "./change-assignments";
import { giveDocuments } from "./give-documents";

/**
 * Gives documents out as a preview has shown it. Errors: 404, 403 for others than managers, 409 preview_changed when what it was
 * made from is not so any more.
 */
export function applyPlan(
  actor: Actor,
  projectId: string,
  { operationId, fingerprint, options }: PlanApplication,
): Promise<AssignmentsChanged> {
  const operation = {
    actor,
    operationId,
    action: "assignments.planned",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "assignment.plan");
    // Held first: nobody claims, gives or imports a document between the plan and its rows.
    await holdProject(tx, projectId);
    const { plan, fingerprint: current } = await readPlan(tx, projectId, options);
    if (current !== fingerprint) {
      throw conflict(
        "preview_changed",
        "Documents, members or assignments changed since the preview; look at it again.",
      );
    }
    const gifts = plan.readings.map(({ documentId, personId }) => ({ documentId, userId: personId }));
    const { dueOn } = options;
    const given = await giveDocuments(tx, { projectId, gifts, dueOn, leaseUntil: null, now });
    return {
      project,
      before: {
        options: { ...options, annotators: options.annotators.length },
        ...changesOf(project, { given, withdrawn: [], dueOn }),
      },
      answer: { given: given.length, withdrawn: 0 },
    };
  });
}
