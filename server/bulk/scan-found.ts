import type { FieldAnswers, Stance } from "@/domain/statement/statement";
import type { Span } from "@/domain/text/span";
import { jsonOf } from "./column-values";
import { placeholders, type Snapshot } from "./snapshot";

/** What of a statement a search looks at. */
export interface SearchedStatement {
  id: string;
  assignmentId: string;
  documentId: string;
  /** annotation | adjudication */
  kind: string;
  /** Whose reading it is in; null: gold. */
  userId: string | null;
  start: number;
  spans: Span[];
  speakerId: string | null;
  chain: string[];
  revision: number;
  stances: Stance[];
  fields: FieldAnswers;
  /** Of the document. */
  published: string | null;
  language: string | null;
  /** Of the document, in the project's list. */
  position: number;
}

/** Whose statements are read: one's own readings, and for reviewers what others finished, and gold. */
export interface ScanScope {
  projectId: string;
  userId: string;
  others: boolean;
}

/** Readings, or the gold of as many articles, whose statements are read at a time: others wait for each on SQLite. */
const STEP = 10;

/** The live statements of a scope, some assignments at a time; others get their turn between two of them. */
export async function* scanFound(snapshot: Snapshot, scope: ScanScope): AsyncGenerator<SearchedStatement[]> {
  const documents = await readHeads(snapshot, scope.projectId);
  const assignments = await readAssignments(snapshot, scope);
  const ids = [...assignments.keys()];
  for (let from = 0; from < ids.length; from += STEP) {
    const some = ids.slice(from, from + STEP);
    const rows = await snapshot.list(
      `SELECT "id", "assignmentId", "start", "spans", "speakerId", "fields", "chain", "revision" FROM "Statement"
       WHERE "assignmentId" IN (${placeholders(some)}) AND "deletedAt" IS NULL`,
      some,
    );
    const found = rows.flatMap((row) => {
      const assignment = assignments.get(String(row[1]));
      const document = documents.get(assignment?.documentId ?? "");
      return assignment && document ? [{ ...toSearched(row), ...assignment, ...document }] : [];
    });
    await readStances(snapshot, some, found);
    yield found;
    await new Promise(setImmediate);
  }
}

type Pass = Pick<SearchedStatement, "documentId" | "kind" | "userId">;

/** In the order of articles. */
async function readAssignments(
  snapshot: Snapshot,
  { projectId, userId, others }: ScanScope,
): Promise<Map<string, Pass>> {
  const among = others
    ? `(a."kind" = 'adjudication' OR (a."kind" = 'annotation' AND (a."userId" = ? OR a."state" = 'submitted')))`
    : `(a."kind" = 'annotation' AND a."userId" = ?)`;
  const rows = await snapshot.list(
    `SELECT a."id", a."documentId", a."kind", a."userId" FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId"
     WHERE d."projectId" = ? AND ${among} AND a."withdrawnAt" IS NULL ORDER BY a."documentId", a."id"`,
    [projectId, userId],
  );
  return new Map(
    rows.map(([id, documentId, kind, holder]) => [
      String(id),
      { documentId: String(documentId), kind: String(kind), userId: holder as string | null },
    ]),
  );
}

type Head = Pick<SearchedStatement, "published" | "language" | "position">;

/** Once for all: in a row of SQLite these stand behind the whole text. */
async function readHeads(snapshot: Snapshot, projectId: string): Promise<Map<string, Head>> {
  const sql = `SELECT "id", "published", "language", "position" FROM "Document" WHERE "projectId" = ?`;
  const rows = await snapshot.list(sql, [projectId]);
  return new Map(
    rows.map(([id, published, language, position]) => [
      String(id),
      { published: published as string | null, language: language as string | null, position: Number(position) },
    ]),
  );
}

async function readStances(
  snapshot: Snapshot,
  assignmentIds: readonly string[],
  statements: readonly SearchedStatement[],
): Promise<void> {
  const byId = new Map(statements.map((one) => [one.id, one]));
  const rows = await snapshot.list(
    `SELECT t."statementId", t."targetId", t."value", t."basis" FROM "Statement" s
     JOIN "StatementStance" t ON t."statementId" = s."id"
     WHERE s."assignmentId" IN (${placeholders(assignmentIds)}) AND s."deletedAt" IS NULL ORDER BY t."position"`,
    assignmentIds,
  );
  for (const [id, targetId, value, basis] of rows) {
    const stance = { targetId: String(targetId), value: value as string | null, basis: basis as string | null };
    byId.get(String(id))?.stances.push(stance);
  }
}

function toSearched(row: unknown[]): Omit<SearchedStatement, keyof Head | keyof Pass> {
  const [id, assignmentId, start, spans, speakerId, fields, chain, revision] = row;
  return {
    ...{ id: String(id), assignmentId: String(assignmentId), start: Number(start), stances: [] },
    speakerId: speakerId as string | null,
    // Checked on every write; checking 100,000 of them again would take longer than all the rest.
    spans: jsonOf(spans) as Span[],
    fields: jsonOf(fields) as FieldAnswers,
    chain: jsonOf(chain) as string[],
    revision: Number(revision),
  };
}

/** Documents' texts read at a time. */
const TEXTS = 20;

/** The texts of documents, some at a time. */
export async function* readTexts(
  snapshot: Snapshot,
  ids: readonly string[],
): AsyncGenerator<{ documentId: string; text: string }> {
  for (let from = 0; from < ids.length; from += TEXTS) {
    const some = ids.slice(from, from + TEXTS);
    const rows = await snapshot.list(`SELECT "id", "text" FROM "Document" WHERE "id" IN (${placeholders(some)})`, some);
    for (const [id, text] of rows) yield { documentId: String(id), text: String(text) };
    await new Promise(setImmediate);
  }
}
