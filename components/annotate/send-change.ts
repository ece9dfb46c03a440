import { ApiError, ApiUnreachable, api } from "@/components/api-client";
import type { Assignment, StatementDeleted, StatementSaved } from "@/domain/contract/work";
import type { Statement } from "@/domain/statement/statement";
import type { Change } from "./entry";
import type { Outcome } from "./statement-queue";

/**
 * Sends one change to the API and tells how it ended. Never rejects. `onAssignment` gets the assignment as each answer
 * carries it: the first statement starts it.
 */
export async function sendChange(
  assignmentId: string,
  change: Change,
  onAssignment: (assignment: Assignment) => void,
): Promise<Outcome> {
  try {
    if (change.kind === "delete") {
      const { operationId, revision, relation } = change;
      const body = { operationId, revision, relation };
      const gone = await api.delete<StatementDeleted>(`/statements/${change.statementId}`, body);
      onAssignment(gone.assignment);
      return { kind: "deleted", revision: gone.revision };
    }
    const saved = await write(assignmentId, change);
    onAssignment(saved.assignment);
    return { kind: "saved", statement: saved.statement };
  } catch (error) {
    return await outcomeOf(error);
  }
}

function write(assignmentId: string, change: Exclude<Change, { kind: "delete" }>): Promise<StatementSaved> {
  const { operationId, statementId, relation } = change;
  switch (change.kind) {
    case "create": {
      const { content, derivedFromId } = change;
      const body = { operationId, id: statementId, content, derivedFromId, relation };
      return api.post(`/assignments/${assignmentId}/statements`, body);
    }
    case "update": {
      const { revision, content } = change;
      return api.put(`/statements/${statementId}`, { operationId, revision, content, relation });
    }
    case "restore":
      return api.post(`/statements/${statementId}/restore`, { operationId, revision: change.revision, relation });
  }
}

/** Answers that say nothing about the write: it is sent again. */
const TRANSIENT = [408, 425, 429];

async function outcomeOf(error: unknown): Promise<Outcome> {
  if (error instanceof ApiUnreachable) return { kind: "unreachable", signedOut: false };
  if (!(error instanceof ApiError)) {
    // An answer of an unforeseen shape: the write may have happened, and sending it again is harmless.
    console.error(error);
    return { kind: "unreachable", signedOut: false };
  }
  const { status, problem } = error;
  if (status === 401) return { kind: "unreachable", signedOut: true };
  if (status >= 500 || TRANSIENT.includes(status)) return { kind: "unreachable", signedOut: false };
  const current = problem.code === "stale_revision" ? await readStatement(problem.current) : null;
  if (current === "unknown") return { kind: "unreachable", signedOut: false };
  if (current) {
    const deleted = Boolean((problem.current as { deletedAt?: unknown }).deletedAt);
    return { kind: "stale", current: { statement: current, deleted } };
  }
  const errors = (problem.errors ?? []).map(({ path, message }) => ({ path: path.replace(/^content\./, ""), message }));
  return { kind: "refused", refusal: { code: problem.code, detail: problem.detail, errors } };
}

/** Null for anything else than a statement. What reads it comes only when needed: perhaps it cannot be had just now. */
async function readStatement(value: unknown): Promise<Statement | null | "unknown"> {
  try {
    const { Statement } = await import("@/domain/statement/statement");
    const read = Statement.safeParse(value);
    return read.success ? read.data : null;
  } catch {
    // The conflict will be there the next time too.
    return "unknown";
  }
}
