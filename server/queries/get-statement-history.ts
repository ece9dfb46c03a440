import type { HistoryQuery, StatementHistory } from "@/domain/contract/history";
import { openStatement } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { STATEMENT_ACTIONS, toStatementChange } from "@/server/rows/change-rows";
import { olderThan } from "./get-assignment-history";

/** Imported changes of a statement that are told, at most. */
const IMPORTED = 200;

/** History that came with the statement, latest first, in places before the first of the project's own chain. */
async function readImported(db: Tx, statementId: string) {
  const rows = await db.importedEvent.findMany({
    where: { subjectId: statementId, action: { in: STATEMENT_ACTIONS } },
    orderBy: { position: "desc" },
    take: IMPORTED,
  });
  return rows.map(({ importId: _import, position: _position, ...row }, at) => ({ ...row, sequence: -at }));
}

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
  const older = olderThan(rows, limit);
  // What came with an import is older than anything that happened here.
  const imported = older === null ? await readImported(db, statementId) : [];
  const versions = [...rows, ...imported].flatMap((row) => {
    const change = toStatementChange(row);
    return change ? { ...change, actor: row.actor, own: row.actor === self } : [];
  });
  return { versions, older };
}
