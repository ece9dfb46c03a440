import { setImmediate as othersFirst } from "node:timers/promises";
import * as z from "zod";
import { FieldAnswers, type Stance, type StatementContent } from "@/domain/statement/statement";
import { Span } from "@/domain/text/span";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";

/** A finished pass, without its statements. */
export interface FinishedRow {
  id: string;
  documentId: string;
  userId: string | null;
  revision: number;
  submittedAt: Date | null;
  updatedAt: Date;
  unblindedAt: Date | null;
  suggestionsShownAt: Date | null;
}

/** What agreement compares of a statement; of its stances only the first. */
export interface ComparedRow extends Pick<StatementContent, "spans" | "speakerId" | "chain" | "stances" | "fields"> {
  id: string;
  assignmentId: string;
  codebookVersionId: string;
}

/** Documents whose statements are read at once. */
const STEP = 100;

/** The finished passes over documents of a project, over all of them by default, in the order they were finished. */
export async function readFinishedRows(
  tx: Tx,
  projectId: string,
  documentIds?: readonly string[],
): Promise<FinishedRow[]> {
  return tx.$queryRaw<FinishedRow[]>`
    SELECT a."id", a."documentId", a."userId", a."revision",
      a."submittedAt", a."updatedAt", a."unblindedAt", a."suggestionsShownAt"
    FROM "Document" d JOIN "Assignment" a ON a."documentId" = d."id"
    WHERE d."projectId" = ${projectId} AND a."kind" = 'annotation' AND a."state" = 'submitted' ${among(documentIds)}
    ORDER BY a."submittedAt", a."id"`;
}

/**
 * The live statements of the finished passes over documents, in reading order within each pass. Read by SQL of its own and
 * column by column: there may be a hundred thousand of them. The JSON columns are parsed: a row that somebody damaged is
 * an error, never a guess.
 */
export async function readComparedRows(tx: Tx, documentIds: readonly string[]): Promise<ComparedRow[]> {
  const read: ComparedRow[] = [];
  for (let from = 0; from < documentIds.length; from += STEP) {
    // With SQLite nobody else would have a turn for seconds.
    if (from > 0) await othersFirst();
    const rows = await tx.$queryRaw<StoredRow[]>`
      SELECT s."id", s."assignmentId", s."codebookVersionId", s."speakerId", s."start",
        CAST(s."spans" AS TEXT) AS "spans", CAST(s."chain" AS TEXT) AS "chain", CAST(s."fields" AS TEXT) AS "fields",
        t."targetId", t."value", t."basis"
      FROM "Assignment" a
      JOIN "Statement" s ON s."assignmentId" = a."id"
      LEFT JOIN "StatementStance" t ON t."statementId" = s."id" AND t."position" = 0
      WHERE a."documentId" IN (${Prisma.join(documentIds.slice(from, from + STEP))})
        AND a."kind" = 'annotation' AND a."state" = 'submitted' AND s."deletedAt" IS NULL`;
    rows.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
    for (const row of rows) read.push(toCompared(row));
  }
  return read;
}

interface StoredRow {
  id: string;
  assignmentId: string;
  codebookVersionId: string;
  speakerId: string | null;
  start: number;
  spans: string;
  chain: string;
  fields: string;
  targetId: string | null;
  value: string | null;
  basis: string | null;
}

const Spans = z.array(Span);
const Chain = z.array(z.uuid());

function toCompared({ id, assignmentId, codebookVersionId, speakerId, ...row }: StoredRow): ComparedRow {
  const stance: Stance[] =
    row.targetId === null ? [] : [{ targetId: row.targetId, value: row.value, basis: row.basis }];
  return {
    ...{ id, assignmentId, codebookVersionId, speakerId, stances: stance },
    spans: Spans.parse(JSON.parse(row.spans)),
    chain: Chain.parse(JSON.parse(row.chain)),
    fields: FieldAnswers.parse(JSON.parse(row.fields)),
  };
}

const among = (documentIds: readonly string[] | undefined): Prisma.Sql =>
  documentIds ? Prisma.sql`AND d."id" IN (${Prisma.join([...documentIds])})` : Prisma.empty;
