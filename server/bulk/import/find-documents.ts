import type { AnnotatedDocument } from "@/domain/import/annotated/annotated-data";
import { DocumentText } from "@/domain/text/document-text";
import { UnstorableTextError } from "@/domain/text/normalise-text";
import { placeholders, type Snapshot } from "@/server/bulk/snapshot";
import type { Reporter } from "./import-report";
import { sha256Of, storedText } from "./plan-document";

/** An article of the project that annotations of a file are about. */
export interface StoredDocument {
  id: string;
  title: string;
  /** Passes it has, as "kind holder". */
  holders: readonly string[];
}

/** Whose text annotations are about. */
export interface FoundDocument {
  text: DocumentText;
  /** Null: the article is new. */
  stored: StoredDocument | null;
}

/**
 * Which articles of the project a batch of documents are: of the same text, or, where a file has annotations only, of the
 * id, the SHA-256 or the title. Null: it is none and brings no text, or one that cannot be stored, which is reported.
 */
export async function findDocuments(
  snapshot: Snapshot,
  projectId: string,
  documents: readonly AnnotatedDocument[],
  report: Reporter,
): Promise<(FoundDocument | null)[]> {
  const brought = documents.map((document) => readText(document, report));
  const hashes = documents.map((document, at) => (brought[at] ? sha256Of(brought[at].text) : document.sha256));
  const known = await readKnown(snapshot, projectId, documents, hashes);
  const found: (FoundDocument | null)[] = [];
  for (const [at, document] of documents.entries()) {
    const text = brought[at] ?? null;
    if (text === false) {
      found.push(null);
      continue;
    }
    const hash = hashes[at];
    if (text && document.sha256 !== null && document.sha256 !== hash) {
      report.say(
        "lost",
        "text_changed",
        document.place,
        "The text is not the one the file's SHA-256 was made of; the article is left out.",
      );
      found.push(null);
      continue;
    }
    const same = known.filter((row) => row.sha256 === hash);
    const byId = known.find((row) => row.id === document.id);
    const titled = known.filter((row) => document.title !== null && row.title === document.title);
    const isTold = document.sha256 !== null || document.id !== null;
    const row = text
      ? (same.find(({ id }) => id === document.id) ?? same[0])
      : ((byId && (hash === null || byId.sha256 === hash) ? byId : undefined) ??
        same[0] ??
        (!isTold && titled.length === 1 ? titled[0] : undefined));
    if (!row && !text) {
      const told = `The file has no text for “${document.title ?? document.key}”, and no article of the project is certainly meant; import the article first.`;
      report.say("lost", "text_missing", document.place, told);
      found.push(null);
    } else if (!row && text) found.push({ text, stored: null });
    else if (row) found.push(await withStored(snapshot, row, text || null));
  }
  return found;
}

/** The text a document brings; null: none; false: one that cannot be stored. */
function readText({ text, place }: AnnotatedDocument, report: Reporter): DocumentText | null | false {
  if (text === null) return null;
  try {
    const stored = storedText(text);
    if (stored.text.trim() !== "") return stored;
    report.say("lost", "text_empty", place, "It has no text; it is left out.");
  } catch (error) {
    if (!(error instanceof UnstorableTextError)) throw error;
    report.say("lost", "text_unstorable", place, `${error.message} It is left out.`);
  }
  return false;
}

interface KnownRow {
  id: string;
  title: string;
  sha256: string;
}

/** PostgreSQL takes no empty list. */
const listed = (values: readonly unknown[]) => (values.length === 0 ? "NULL" : placeholders(values));

async function readKnown(
  snapshot: Snapshot,
  projectId: string,
  documents: readonly AnnotatedDocument[],
  hashes: readonly (string | null)[],
): Promise<KnownRow[]> {
  const among = hashes.filter((hash) => hash !== null);
  const without = documents.filter(({ text }) => text === null);
  const ids = without.flatMap(({ id }) => id ?? []);
  const titles = without.flatMap(({ title }) => title ?? []);
  const rows = await snapshot.query(
    `SELECT "id", "title", "sha256" FROM "Document" WHERE "projectId" = ? AND ("sha256" IN (${listed(among)})
     OR "id" IN (${listed(ids)}) OR "title" IN (${listed(titles)})) ORDER BY "position", "id"`,
    [projectId, ...among, ...ids, ...titles],
  );
  return rows.map(({ id, title, sha256 }) => ({ id: String(id), title: String(title), sha256: String(sha256) }));
}

async function withStored(snapshot: Snapshot, row: KnownRow, text: DocumentText | null): Promise<FoundDocument> {
  const passes = await snapshot.query('SELECT "kind", "holder" FROM "Assignment" WHERE "documentId" = ?', [row.id]);
  const holders = passes.map(({ kind, holder }) => `${kind} ${holder}`);
  const stored = { id: row.id, title: row.title, holders };
  if (text) return { text, stored };
  const [own] = await snapshot.query('SELECT "text" FROM "Document" WHERE "id" = ?', [row.id]);
  return { text: new DocumentText(String(own?.text)), stored };
}
