import { concerns } from "@/domain/codebook/apply-decisions";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Effect } from "@/domain/codebook/list-effects";
import type { Statement } from "@/domain/statement/statement";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";

/** A statement that somebody is to look at again. */
export interface OpenEffect {
  effect: { id: string; codebookVersionId: string; version: number };
  statement: Statement;
  /** Why: what still concerns it. */
  causes: Effect[];
}

/**
 * What is asked about of these live statements, oldest first. One is no longer open once nothing of why it was asked about
 * holds any more under the newest codebook, or somebody said that it stays as it is.
 */
export async function readOpenEffects(tx: Tx, where: Prisma.StatementWhereInput): Promise<OpenEffect[]> {
  const open = { AND: [where, { deletedAt: null, effects: { some: { outcome: "asked", settledAt: null } } }] };
  const rows = await readStatementRows(tx, open);
  if (rows.length === 0) return [];
  const asked = await tx.codebookEffect.findMany({
    where: { outcome: "asked", settledAt: null, statement: open },
    include: { codebook: { select: { version: true, projectId: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const codebooks = new Map<string, Codebook>();
  for (const projectId of new Set(asked.map(({ codebook }) => codebook.projectId))) {
    codebooks.set(projectId, (await currentCodebook(tx, projectId)).content);
  }
  const statementOf = new Map(rows.map((row) => [row.id, toStatement(row)]));
  return asked.flatMap(({ id, codebookVersionId, statementId, causes, codebook: { version, projectId } }) => {
    const statement = statementOf.get(statementId);
    const codebook = codebooks.get(projectId);
    if (!statement || !codebook) return [];
    const still = (causes as unknown as Effect[]).filter((cause) => concerns(cause, codebook, statement));
    return still.length === 0 ? [] : [{ effect: { id, codebookVersionId, version }, statement, causes: still }];
  });
}
