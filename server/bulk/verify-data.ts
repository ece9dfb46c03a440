import { createHash } from "node:crypto";
import { setImmediate as otherWork } from "node:timers/promises";
import { DocumentText } from "@/domain/text/document-text";
import type { Span } from "@/domain/text/span";
import type { DatabaseSource } from "@/server/database/database-source";
import { dateOf, jsonOf } from "./column-values";
import { hashImported } from "./import/plan-event";
import type { RawRow, Snapshot } from "./snapshot";
import { verifyChain } from "./verify-chain";

/** Something stored that is not as it was written. */
export interface Finding {
  check: "events" | "texts" | "spans" | "references" | "file";
  /** What it is about, by name and id. */
  where: string;
  /** What is wrong, in a sentence. */
  problem: string;
}

/** How much was looked at. */
export interface Verified {
  projects: number;
  events: number;
  documents: number;
  statements: number;
}

const EVENTS_AT_A_TIME = 500;

/**
 * Looks at everything stored whether it still is what was written: each project's chain of events (SHA-256 over the one
 * before), each article's hash and length, each span's words against its article, references between rows, and on SQLite
 * the file itself. Tells of each finding as it comes; reads one article and some hundred events at a time.
 */
export async function verifyData(
  snapshot: Snapshot,
  kind: DatabaseSource["kind"],
  tell: (finding: Finding) => void,
): Promise<Verified> {
  const verified: Verified = { projects: 0, events: 0, documents: 0, statements: 0 };
  await verifyReferences(snapshot, kind, tell);
  for (const project of await snapshot.query('SELECT "id", "name" FROM "Project" ORDER BY "id"')) {
    verified.projects += 1;
    verified.events += await verifyEvents(snapshot, project, tell);
    await verifyImported(snapshot, project, tell);
    const documents = await snapshot.query('SELECT "id" FROM "Document" WHERE "projectId" = ? ORDER BY "position"', [
      project.id,
    ]);
    const speakers = await snapshot.query('SELECT "id" FROM "Speaker" WHERE "projectId" = ?', [project.id]);
    const known = new Set(speakers.map(({ id }) => id));
    for (const { id } of documents) {
      verified.documents += 1;
      verified.statements += await verifyDocument(snapshot, id, known, tell);
      await otherWork();
    }
  }
  return verified;
}

async function verifyEvents(snapshot: Snapshot, project: RawRow, tell: (finding: Finding) => void): Promise<number> {
  const where = `project ${project.name} (${project.id})`;
  const wrong = (problem: string) => tell({ check: "events", where, problem });
  return (await verifyChain(snapshot, String(project.id), wrong)).upTo;
}

/** The history that came with imports, against what the events of the imports say of it. */
async function verifyImported(snapshot: Snapshot, project: RawRow, tell: (finding: Finding) => void): Promise<void> {
  const made = await snapshot.query(
    `SELECT e."after", i."id" FROM "Event" e JOIN "Import" i ON i."id" = e."subjectId"
     WHERE e."projectId" = ? AND e."action" = 'import.made' AND i."undoneAt" IS NULL AND i."format" IS NOT NULL`,
    [project.id],
  );
  for (const { id, after } of made) {
    const { history } = jsonOf(after) as { history?: { events: number; sha256: string } };
    const hash = createHash("sha256");
    let position = 0;
    for (;;) {
      const rows = await snapshot.query(
        `SELECT * FROM "ImportedEvent" WHERE "importId" = ? AND "position" > ? ORDER BY "position" LIMIT ${EVENTS_AT_A_TIME}`,
        [id, position],
      );
      for (const row of rows) {
        const { before, after, relation, at, ...plain } = row;
        const [was, is, related] = [jsonOf(before), jsonOf(after), jsonOf(relation)];
        hashImported(hash, { ...plain, before: was, after: is, relation: related, at: dateOf(at).toISOString() });
        position = Number(row.position);
      }
      if (rows.length < EVENTS_AT_A_TIME) break;
      await otherWork();
    }
    if (position !== (history?.events ?? 0) || (history && hash.digest("hex") !== history.sha256)) {
      const where = `project ${project.name} (${project.id}), import ${id}`;
      tell({ check: "events", where, problem: "The history that came with it is not as it came." });
    }
  }
}

async function verifyDocument(
  snapshot: Snapshot,
  id: unknown,
  speakers: ReadonlySet<unknown>,
  tell: (finding: Finding) => void,
): Promise<number> {
  const [document] = await snapshot.query('SELECT * FROM "Document" WHERE "id" = ?', [id]);
  if (!document) return 0;
  const text = new DocumentText(String(document.text));
  const where = `document ${document.title} (${id})`;
  const sha256 = createHash("sha256").update(text.text).digest("hex");
  if (sha256 !== document.sha256)
    tell({ check: "texts", where, problem: "The text is not the one that was imported." });
  if (text.length !== Number(document.length)) {
    const problem = `The text has ${text.length} code points where ${document.length} were imported.`;
    tell({ check: "texts", where, problem });
  }
  const statements = await snapshot.query(
    `SELECT s."id", s."spans", s."chain" FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId"
     WHERE a."documentId" = ? ORDER BY s."id"`,
    [id],
  );
  for (const statement of statements) {
    const of = `statement ${statement.id} in ${where}`;
    for (const span of jsonOf(statement.spans) as Span[]) {
      const problem = problemOf(text, span);
      if (problem) tell({ check: "spans", where: of, problem });
    }
    const unknown = ((jsonOf(statement.chain) ?? []) as string[]).filter((speaker) => !speakers.has(speaker));
    for (const speaker of unknown) {
      tell({ check: "references", where: of, problem: `Its chain names the speaker ${speaker}, whom there is not.` });
    }
  }
  return statements.length;
}

function problemOf(text: DocumentText, { role, start, end, quote }: Span): string | null {
  if (!(0 <= start && start < end && end <= text.length)) return `${role} ${start}–${end} lies outside the text.`;
  const words = text.slice(start, end);
  return words === quote ? null : `${role} ${start}–${end} is “${words}” in the text and “${quote}” in the statement.`;
}

async function verifyReferences(
  snapshot: Snapshot,
  kind: DatabaseSource["kind"],
  tell: (finding: Finding) => void,
): Promise<void> {
  if (kind === "postgresql") {
    // Held by the database at each write, unless somebody switched that off.
    const rows = await snapshot.query(
      `SELECT conname AS "name", conrelid::regclass::text AS "table" FROM pg_constraint WHERE contype = 'f' AND NOT convalidated`,
    );
    for (const { table, name } of rows)
      tell({ check: "references", where: String(table), problem: `${name} is not held.` });
    return;
  }
  for (const { table, rowid, parent } of await snapshot.query("PRAGMA foreign_key_check")) {
    tell({ check: "references", where: `${table} row ${rowid}`, problem: `It names a ${parent} that there is not.` });
  }
  for (const { integrity_check: verdict } of await snapshot.query("PRAGMA integrity_check")) {
    if (verdict !== "ok") tell({ check: "file", where: "the database file", problem: String(verdict) });
  }
}
