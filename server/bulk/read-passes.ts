import { placeholders, type Snapshot } from "./snapshot";

/** Somebody's readings of a project's articles, or the gold of one, with what a search asks of the article. */
export interface Pass {
  documentId: string;
  /** annotation | adjudication */
  kind: string;
  /** Whose reading it is; null: gold. */
  userId: string | null;
  /** Of the document. */
  published: string | null;
  language: string | null;
  /** Of the document, in the project's list. */
  position: number;
}

/** Whose statements are read: one's own readings, and for reviewers what others finished, and gold. */
interface PassScope {
  projectId: string;
  userId: string;
  others: boolean;
}

/** Passes by their assignment, in the order of articles. */
export async function readPasses(
  snapshot: Snapshot,
  { projectId, userId, others }: PassScope,
): Promise<Map<string, Pass>> {
  const heads = await readHeads(snapshot, projectId);
  const among = others
    ? `(a."kind" = 'adjudication' OR (a."kind" = 'annotation' AND (a."userId" = ? OR a."state" = 'submitted')))`
    : `(a."kind" = 'annotation' AND a."userId" = ?)`;
  const rows = await snapshot.list(
    `SELECT a."id", a."documentId", a."kind", a."userId" FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId"
     WHERE d."projectId" = ? AND ${among} AND a."withdrawnAt" IS NULL ORDER BY a."documentId", a."id"`,
    [projectId, userId],
  );
  return new Map(
    rows.flatMap(([id, documentId, kind, holder]) => {
      const head = heads.get(String(documentId));
      if (!head) return [];
      const pass = { documentId: String(documentId), kind: String(kind), userId: holder as string | null, ...head };
      return [[String(id), pass] as const];
    }),
  );
}

type Head = Pick<Pass, "published" | "language" | "position">;

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
