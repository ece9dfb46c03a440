import type { HistoryQuery, StatementHistory } from "@/domain/contract/history";
import { openStatement } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { STATEMENT_ACTIONS, toStatementChange } from "@/server/rows/change-rows";
import { olderThan } from "./get-assignment-history";

/** A page of a statement's versions, latest first, also of a deleted one. Errors: 404. */
export async function getStatementHistory(
  actor: Actor,
  statementId: string,
  { before, limit }: HistoryQuery,
): Promise<StatementHistory> {
  const db = database();
  const { project } = await openStatement(db, actor, statementId, "assignment.read");
  const self = pseudonym(project, actor.userId);
  const rows = await db.event.findMany({
    where: { subjectId: statementId, action: { in: STATEMENT_ACTIONS }, ...(before && { sequence: { lt: before } }) },
    orderBy: { sequence: "desc" },
    take: limit,
  });
  const versions = rows.flatMap((row) => {
    const change = toStatementChange(row);
    return change ? { ...change, actor: row.actor, own: row.actor === self } : [];
  });
  return { versions, older: olderThan(rows, limit) };
}
