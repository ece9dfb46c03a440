import type { DatasetComment, DatasetGroup, DocumentParts } from "@/domain/formats/dataset";
import type * as rows from "@/prisma/generated/sqlite/client";
import { dateOf, dateOrNull, jsonOf } from "./column-values";
import { placeholders, type RawRow, type Snapshot } from "./snapshot";
import { readStoredStatements, type StoredStatement } from "./stored-statements";

/** Everything stored about some documents that an export may take from. */
export interface DocumentRows {
  documents: rows.Document[];
  /** Finished readings, gold, suggestions. */
  assignments: rows.Assignment[];
  /** By assignment, those of each by start and id. */
  statements: ReadonlyMap<string, readonly StoredStatement[]>;
  rulings: rows.Ruling[];
  /** What reviewers put together or apart, in the order they did. */
  groups: (DatasetGroup & { memberIds: string[] })[];
  comments: (Omit<DatasetComment, "author"> & { authorId: string })[];
}

/** Reads documents by their ids; their order is left to the caller. */
export async function readDocumentRows(
  snapshot: Snapshot,
  ids: readonly string[],
  { headsOnly = false }: DocumentParts = {},
): Promise<DocumentRows> {
  const among = `IN (${placeholders(ids)})`;
  const ask = (sql: string) => snapshot.query(sql, ids);
  const documents = await ask(`SELECT * FROM "Document" WHERE "id" ${among}`);
  const assignments = await ask(
    `SELECT * FROM "Assignment" WHERE "documentId" ${among} AND ("kind" <> 'annotation' OR "state" = 'submitted')`,
  );
  const heads = { documents: documents.map(toDocument), assignments: assignments.map(toAssignmentRow) };
  if (headsOnly) return { ...heads, statements: new Map(), rulings: [], groups: [], comments: [] };
  const rulings = await ask(
    `SELECT * FROM "Ruling" WHERE "documentId" ${among} AND "deletedAt" IS NULL ORDER BY "createdAt", "id"`,
  );
  const groups = await ask(
    `SELECT * FROM "ClusterGroup" WHERE "documentId" ${among} AND "deletedAt" IS NULL ORDER BY "createdAt", "id"`,
  );
  const comments = await ask(
    `SELECT * FROM "Comment" WHERE "documentId" ${among} AND "deletedAt" IS NULL ORDER BY "createdAt", "id"`,
  );
  return {
    ...heads,
    statements: await readStoredStatements(snapshot, heads.assignments),
    rulings: rulings.map(toRulingRow),
    groups: groups.map((row) => ({
      id: String(row.id),
      documentId: String(row.documentId),
      memberIds: jsonOf(row.memberIds) as string[],
      batchId: String(row.batchId),
      createdAt: dateOf(row.createdAt).toISOString(),
    })),
    comments: comments.map(toComment),
  };
}

// The names of columns are those of Prisma's rows; only values differ.

const toDocument = (row: RawRow) => ({ ...row, createdAt: dateOf(row.createdAt) }) as rows.Document;

const toAssignmentRow = (row: RawRow) =>
  ({
    ...row,
    submittedAt: dateOrNull(row.submittedAt),
    unblindedAt: dateOrNull(row.unblindedAt),
    suggestionsShownAt: dateOrNull(row.suggestionsShownAt),
    createdAt: dateOf(row.createdAt),
    updatedAt: dateOf(row.updatedAt),
  }) as rows.Assignment;

const toRulingRow = (row: RawRow) =>
  ({
    ...row,
    memberIds: jsonOf(row.memberIds),
    memberRevisions: jsonOf(row.memberRevisions),
    provenance: jsonOf(row.provenance),
    bases: jsonOf(row.bases),
    createdAt: dateOf(row.createdAt),
    updatedAt: dateOf(row.updatedAt),
  }) as rows.Ruling;

const toComment = (row: RawRow) => ({
  id: String(row.id),
  documentId: String(row.documentId),
  statementId: row.statementId as string | null,
  rulingId: row.rulingId as string | null,
  threadId: row.threadId as string | null,
  memberIds: jsonOf(row.memberIds) as string[] | null,
  authorId: String(row.authorId),
  text: String(row.text),
  revision: Number(row.revision),
  createdAt: dateOf(row.createdAt).toISOString(),
  editedAt: dateOrNull(row.editedAt)?.toISOString() ?? null,
  resolvedAt: dateOrNull(row.resolvedAt)?.toISOString() ?? null,
});
