import type { Statement } from "@/domain/statement/statement";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { type StatementRow, toStatement } from "./statement-row";

/**
 * All statements of a selection in reading order. Their parts are joined here and not by Prisma, which asks for the parts
 * of all by their ids: a long article has more statements than a query may have parameters.
 */
export async function readStatementRows(tx: Tx, where: Prisma.StatementWhereInput): Promise<StatementRow[]> {
  const rows = await tx.statement.findMany({ where, orderBy: [{ start: "asc" }, { id: "asc" }] });
  const stances = await tx.statementStance.findMany({
    where: { statement: where },
    orderBy: [{ statementId: "asc" }, { position: "asc" }],
  });
  const codebooks = await tx.codebookVersion.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.codebookVersionId))] } },
    select: { id: true, version: true },
  });
  const stancesOf = new Map<string, typeof stances>();
  for (const stance of stances) {
    const held = stancesOf.get(stance.statementId);
    if (held) held.push(stance);
    else stancesOf.set(stance.statementId, [stance]);
  }
  const versionOf = new Map(codebooks.map(({ id, version }) => [id, { version }]));
  return rows.map((row) => ({
    ...row,
    stances: stancesOf.get(row.id) ?? [],
    codebook: versionOf.get(row.codebookVersionId) as { version: number },
  }));
}

/** The live statements of assignments, each assignment's in reading order. */
export async function readStatements(tx: Tx, assignmentIds: readonly string[]): Promise<Map<string, Statement[]>> {
  const statements = new Map<string, Statement[]>(assignmentIds.map((id) => [id, []]));
  const rows = await readStatementRows(tx, { assignmentId: { in: [...assignmentIds] }, deletedAt: null });
  for (const row of rows) statements.get(row.assignmentId)?.push(toStatement(row));
  return statements;
}
