import { v7 as uuid } from "uuid";
import type { DismissalSaved } from "@/domain/contract/suggestions";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { performOnce } from "./perform-once";
import { refuseUnshown } from "./refuse-unshown";

interface DismissalInput {
  operationId: string;
  suggestionId: string;
}

/** Keeps that the holder of an assignment does not want a suggestion. Errors: 404, 422 unknown_suggestion. */
export function dismissSuggestion(actor: Actor, assignmentId: string, input: DismissalInput): Promise<DismissalSaved> {
  return setDismissed(actor, assignmentId, input, true);
}

/** The suggestion is offered again. Errors: as dismissSuggestion. */
export function withdrawDismissal(actor: Actor, assignmentId: string, input: DismissalInput): Promise<DismissalSaved> {
  return setDismissed(actor, assignmentId, input, false);
}

function setDismissed(
  actor: Actor,
  assignmentId: string,
  { operationId, suggestionId }: DismissalInput,
  dismissed: boolean,
): Promise<DismissalSaved> {
  const operation = {
    actor,
    operationId,
    action: dismissed ? "suggestion.dismissed" : "suggestion.dismissal_withdrawn",
    subjectType: "statement",
    subjectId: suggestionId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, assignment } = await openAssignment(tx, actor, assignmentId, "assignment.annotate");
    await refuseUnshown(tx, assignment, suggestionId);
    const key = { assignmentId_suggestionId: { assignmentId, suggestionId } };
    const held = await tx.dismissal.findUnique({ where: key });
    const before = { suggestionId, dismissed: held !== null && held.withdrawnAt === null };
    if (before.dismissed !== dismissed) {
      const change = dismissed ? { dismissedAt: now, withdrawnAt: null } : { withdrawnAt: now };
      if (held) await tx.dismissal.update({ where: key, data: change });
      else await tx.dismissal.create({ data: { id: uuid(), assignmentId, suggestionId, dismissedAt: now } });
    }
    return { project, before, answer: { suggestionId, dismissed } };
  });
}
