import { v7 as uuid } from "uuid";
import type { Codebook } from "@/domain/codebook/codebook";
import { offKeysIn } from "@/domain/codebook/off-keys";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { inStoredOrder } from "@/domain/statement/stored-order";
import type { Tx } from "@/server/database/client";
import { conflict, notFound } from "@/server/http-error";
import { contentColumns, statementParts, toStatement } from "@/server/rows/statement-row";

/** Inserts a statement; its content was checked. */
export async function insertStatement(
  tx: Tx,
  row: { id: string; assignmentId: string; codebookVersionId: string; derivedFromId?: string | null },
  codebook: Codebook,
  content: StatementContent,
): Promise<Statement> {
  await tx.statement.create({ data: { ...row, ...columnsOf(codebook, content) } });
  await insertStances(tx, row.id, content);
  return readStatement(tx, row.id);
}

/** Replaces a statement's content if it still has the revision the writer saw; else 409 with the current version. */
export async function replaceContent(
  tx: Tx,
  id: string,
  revision: number,
  codebook: Codebook,
  content: StatementContent,
): Promise<Statement> {
  const { count } = await tx.statement.updateMany({
    where: { id, revision, deletedAt: null },
    data: { ...columnsOf(codebook, content), revision: { increment: 1 } },
  });
  if (count === 0) throw await staleStatement(tx, id);
  await tx.statementStance.deleteMany({ where: { statementId: id } });
  await insertStances(tx, id, content);
  return readStatement(tx, id);
}

const columnsOf = (codebook: Codebook, content: StatementContent) => ({
  ...contentColumns(inStoredOrder(codebook, content)),
  offKeys: offKeysIn(codebook, content),
});

/** Sets or lifts the tombstone if the statement still has the revision the writer saw. */
export async function setTombstone(tx: Tx, id: string, revision: number, deletedAt: Date | null): Promise<Statement> {
  const { count } = await tx.statement.updateMany({
    where: { id, revision, deletedAt: deletedAt ? null : { not: null } },
    data: { deletedAt, revision: { increment: 1 } },
  });
  if (count === 0) throw await staleStatement(tx, id);
  return readStatement(tx, id);
}

export async function readStatement(tx: Tx, id: string): Promise<Statement> {
  return toStatement(await tx.statement.findUniqueOrThrow({ where: { id }, include: statementParts }));
}

/** The refusal of a write on a version that is not the current one, with that version; deleted ones have `deletedAt`. */
export async function staleStatement(tx: Tx, id: string) {
  const row = await tx.statement.findUnique({ where: { id }, include: statementParts });
  if (!row) return notFound();
  const current = { ...toStatement(row), deletedAt: row.deletedAt?.toISOString() ?? null };
  return conflict(
    "stale_revision",
    row.deletedAt ? "The statement was deleted meanwhile." : "The statement changed meanwhile, perhaps in another tab.",
    current,
  );
}

async function insertStances(tx: Tx, statementId: string, { stances }: StatementContent): Promise<void> {
  await tx.statementStance.createMany({
    data: stances.map((stance, position) => ({ id: uuid(), statementId, position, ...stance })),
  });
}
