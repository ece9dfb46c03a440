import type { Origin } from "@/domain/formats/dataset";
import { contentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { keepsSuggestion } from "@/domain/suggest/keeps-suggestion";
import type { Tx } from "@/server/database/client";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";

/** Where statements of a project that were suggested come from, by statement id; what a suggestion is says the same of itself. */
export async function readOrigins(
  tx: Tx,
  projectId: string,
  statements: readonly Statement[],
): Promise<ReadonlyMap<string, Origin>> {
  const where = { assignment: { kind: "suggestion", document: { projectId } } };
  const agents = await tx.assignment.findMany({ where: where.assignment });
  if (agents.length === 0) return new Map();
  const agentOf = new Map(agents.map((agent) => [agent.id, agent]));
  const rows = await readStatementRows(tx, where);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const origins = new Map<string, Origin>();
  for (const statement of statements) {
    const row = rowOf.get(statement.derivedFromId ?? "") ?? rowOf.get(statement.id);
    const agent = row && agentOf.get(row.assignmentId);
    if (!row || !agent) continue;
    origins.set(statement.id, {
      suggestionId: row.id,
      agent: agent.agentName ?? "",
      version: agent.agentVersion ?? "",
      score: row.score,
      reason: row.reason,
      changed: row.id !== statement.id && !keepsSuggestion(contentOf(statement), contentOf(toStatement(row))),
    });
  }
  return origins;
}
