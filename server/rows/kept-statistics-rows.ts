import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";

export interface KeptRow {
  documentId: string;
  fingerprint: string;
  passes: string;
  statistics: string;
  statements: string;
}

/** Documents in one statement. */
const STEP = 100;

/** What is kept of a project's documents, without their statements. */
export function readKeptRows(tx: Tx, projectId: string): Promise<Omit<KeptRow, "statements">[]> {
  return tx.$queryRaw`
    SELECT k."documentId", k."fingerprint", k."passes", k."statistics"
    FROM "Document" d JOIN "KeptStatistics" k ON k."documentId" = d."id"
    WHERE d."projectId" = ${projectId}`;
}

/** The statements that are kept of documents. */
export async function readKeptStatements(
  tx: Tx,
  documentIds: readonly string[],
): Promise<Pick<KeptRow, "documentId" | "fingerprint" | "statements">[]> {
  const read: Pick<KeptRow, "documentId" | "fingerprint" | "statements">[] = [];
  for (let from = 0; from < documentIds.length; from += STEP) {
    const chunk = documentIds.slice(from, from + STEP);
    const select = { documentId: true, fingerprint: true, statements: true };
    for (const row of await tx.keptStatistics.findMany({ where: { documentId: { in: chunk } }, select }))
      read.push(row);
  }
  return read;
}

/** Keeps rows in the place of those that were kept of the same documents; at least one. */
export async function writeKeptRows(tx: Tx, rows: readonly KeptRow[]): Promise<void> {
  const values = rows.map(
    (row) => Prisma.sql`(${row.documentId}, ${row.fingerprint}, ${row.passes}, ${row.statistics}, ${row.statements})`,
  );
  await tx.$executeRaw`
    INSERT INTO "KeptStatistics" ("documentId", "fingerprint", "passes", "statistics", "statements")
    VALUES ${Prisma.join(values)}
    ON CONFLICT ("documentId") DO UPDATE SET "fingerprint" = excluded."fingerprint", "passes" = excluded."passes",
      "statistics" = excluded."statistics", "statements" = excluded."statements"`;
}
