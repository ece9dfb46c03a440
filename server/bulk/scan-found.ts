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

/** Statements read at a time: others wait for each reading on SQLite. */
const STEP = 1000;

/** The live statements of a scope in the order of ids, in steps; others get their turn between two of them. */
export async function* scanFound(snapshot: Snapshot, scope: ScanScope): AsyncGenerator<SearchedStatement[]> {
  const { projectId, userId, others } = scope;
  const among = others
    ? `(a."kind" = 'adjudication' OR (a."kind" = 'annotation' AND (a."userId" = ? OR a."state" = 'submitted')))`
    : `(a."kind" = 'annotation' AND a."userId" = ?)`;
  const documents = await readHeads(snapshot, projectId);
  let after = "";
  for (;;) {
    const rows = await snapshot.list(
      `SELECT s."id", s."assignmentId", a."documentId", a."kind", a."userId", s."start", s."spans", s."speakerId",
         s."fields", s."chain", s."revision"
       FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId" JOIN "Document" d ON d."id" = a."documentId"
       WHERE d."projectId" = ? AND ${among} AND a."withdrawnAt" IS NULL AND s."deletedAt" IS NULL AND s."id" > ?
       ORDER BY s."id" LIMIT ${STEP}`,
      [projectId, userId, after],
    );
    if (rows.length === 0) return;
    const found = rows.flatMap((row) => {
      const document = documents.get(String(row[2]));
      return document ? [{ ...toSearched(row), ...document }] : [];
    });
    after = String(rows.at(-1)?.[0]);
    await readStances(snapshot, found);
    yield found;
    await new Promise(setImmediate);
  }
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

async function readStances(snapshot: Snapshot, statements: readonly SearchedStatement[]): Promise<void> {
  const byId = new Map(statements.map((one) => [one.id, one]));
  const rows = await snapshot.list(
    `SELECT "statementId", "targetId", "value", "basis" FROM "StatementStance"
     WHERE "statementId" IN (${placeholders(statements)}) ORDER BY "statementId", "position"`,
    [...byId.keys()],
  );
  for (const [id, targetId, value, basis] of rows) {
    const stance = { targetId: String(targetId), value: value as string | null, basis: basis as string | null };
    byId.get(String(id))?.stances.push(stance);
  }
}

function toSearched(row: unknown[]): Omit<SearchedStatement, keyof Head> {
  const [id, assignmentId, documentId, kind, userId, start, spans, speakerId, fields, chain, revision] = row;
  return {
    ...{ id: String(id), assignmentId: String(assignmentId), documentId: String(documentId), kind: String(kind) },
    ...{ userId: userId as string | null, start: Number(start), speakerId: speakerId as string | null, stances: [] },
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
