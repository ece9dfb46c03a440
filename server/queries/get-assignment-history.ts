import type { AssignmentHistory, HistoryQuery } from "@/domain/contract/history";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { STATEMENT_ACTIONS, toStatementChange } from "@/server/rows/change-rows";

/** A page of the caller's own changes of an assignment's statements, latest first. Errors: 404. */
export async function getAssignmentHistory(
  actor: Actor,
  assignmentId: string,
  { before, limit }: HistoryQuery,
): Promise<AssignmentHistory> {
  const db = database();
  const { project } = await openAssignment(db, actor, assignmentId, "assignment.read");
  const rows = await db.event.findMany({
    where: {
      assignmentId,
      actor: pseudonym(project, actor.userId),
      action: { in: STATEMENT_ACTIONS },
      ...(before && { sequence: { lt: before } }),
    },
    orderBy: { sequence: "desc" },
    take: limit,
  });
  return { changes: rows.flatMap((row) => toStatementChange(row) ?? []), older: olderThan(rows, limit) };
}

/** Where the next page starts; null when this one was not full. */
export function olderThan(rows: readonly { sequence: number }[], limit: number): number | null {
  return rows.length < limit ? null : (rows.at(-1)?.sequence ?? null);
}
