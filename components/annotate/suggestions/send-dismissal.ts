import { ApiError, ApiUnreachable, api } from "@/components/api-client";
import type { Change } from "../entry";
import type { Held, Outcome } from "../statement-queue";

/**
 * Sends that a suggestion is dismissed, or is not any more: what deleting and restoring mean beside one's own statements.
 * Never rejects.
 */
export async function sendDismissal(
  assignmentId: string,
  change: Change,
  suggestionOf: (id: string) => Held | undefined,
): Promise<Outcome> {
  const { operationId, statementId } = change;
  const path = `/assignments/${assignmentId}/dismissals/${statementId}`;
  const suggestion = suggestionOf(statementId);
  try {
    if (change.kind === "delete") {
      await api.put(path, { operationId });
      return { kind: "deleted", revision: change.revision };
    }
    if (change.kind === "restore" && suggestion) {
      await api.delete(path, { operationId });
      return { kind: "saved", statement: suggestion };
    }
    return { kind: "refused", refusal: { code: "no_dismissal", detail: "Suggestions cannot be changed.", errors: [] } };
  } catch (error) {
    const unreachable = error instanceof ApiUnreachable || !(error instanceof ApiError) || error.status >= 500;
    if (unreachable) return { kind: "unreachable", signedOut: false };
    if (error.status === 401) return { kind: "unreachable", signedOut: true };
    return { kind: "refused", refusal: { code: error.problem.code, detail: error.problem.detail, errors: [] } };
  }
}
