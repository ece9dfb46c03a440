import type { AssignmentMoved } from "@/domain/contract/work";
import type * as rows from "@/prisma/generated/sqlite/client";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { conflict, forbidden } from "@/server/http-error";
import { suggestionModeOf } from "@/server/rows/suggestion-rows";
import { toAssignment } from "@/server/rows/work-rows";
import { performOnce } from "./perform-once";
import { suggestStatements } from "./suggest-statements";

/**
 * Shows suggestions beside one's own reading: the built-in finder looks at the document if it did not yet, and the
 * assignment says from now on that it was made with suggestions. Errors: 404, 403 suggestions_off, 409 assignment_submitted.
 */
export async function showSuggestions(
  actor: Actor,
  assignmentId: string,
  { operationId }: { operationId: string },
): Promise<AssignmentMoved> {
  const before = await openAssignment(database(), actor, assignmentId, "suggestion.show");
  refuseHidden(before.project, before.assignment);
  await suggestStatements(before.document);
  const operation = {
    actor,
    operationId,
    action: "suggestions.shown",
    subjectType: "assignment",
    subjectId: assignmentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, assignment } = await openAssignment(tx, actor, assignmentId, "suggestion.show");
    refuseHidden(project, assignment);
    // Only the first time counts: what was coded before it was coded without.
    await tx.assignment.updateMany({
      where: { id: assignmentId, suggestionsShownAt: null },
      data: { suggestionsShownAt: now },
    });
    const current = await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
    return {
      project,
      before: { assignment: toAssignment(assignment) },
      answer: { assignment: toAssignment(current) },
    };
  });
}

function refuseHidden(project: rows.Project, assignment: rows.Assignment): void {
  if (suggestionModeOf(project) === "off") throw suggestionsOff();
  if (assignment.state !== "submitted" || assignment.suggestionsShownAt) return;
  throw conflict(
    "assignment_submitted",
    "The assignment is submitted; reopen it to work with suggestions.",
    toAssignment(assignment),
  );
}

export const suggestionsOff = () =>
  forbidden("This project offers no suggestions; its manager can change that.", "suggestions_off");
