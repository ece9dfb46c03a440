import type { Within } from "@/domain/search/concordance";
import { statementWords, WORDS_FORMAT } from "@/domain/search/statement-words";
import { DocumentText } from "@/domain/text/document-text";
import type { Span } from "@/domain/text/span";
import { type KeptWordsRow, writeKeptWords } from "@/server/database/write-kept-words";
import { jsonOf } from "./column-values";
import { type Pass, readTexts } from "./read-passes";
import { placeholders, type Snapshot } from "./snapshot";

/** What the database narrows a search by; null: anything will do. */
interface MatchFilter {
  /** Folded; "": none. */
  words: string;
  within: Within;
  /** Every id that counts as one of those that are asked for. */
  speakerIds: readonly string[] | null;
  /** These three are of one stance. "" is "not chosen", and that there is no stance. */
  targetIds: readonly string[] | null;
  stanceValues: readonly string[] | null;
  stanceBases: readonly string[] | null;
}

/** What is read of those that are found, beyond what is always. */
interface MatchParts {
  /** The words on which side they are sorted by, where no words are searched for. */
  order: "before" | "after" | null;
  spans: boolean;
  fields: boolean;
}

export interface Match {
  id: string;
  pass: Pass;
  start: number;
  speakerId: string | null;
  /** What is marked has the words. Where its paragraphs may have them, those that have not are found too. */
  hasWords: boolean;
  /** The words that it is sorted by, or "". */
  key: string;
  spans: Span[];
  /** JSON, or "". */
  fields: string;
}

/** The live statements of passes that a filter leaves, some passes at a time; others get their turn between two of them. */
export async function* scanMatches(
  snapshot: Snapshot,
  passes: ReadonlyMap<string, Pass>,
  filter: MatchFilter,
  parts: MatchParts,
): AsyncGenerator<Match[]> {
  const ids = [...passes.keys()];
  const needsWords = filter.words !== "" || parts.order !== null;
  for (let from = 0; from < ids.length; from += snapshot.passesAtOnce) {
    const some = ids.slice(from, from + snapshot.passesAtOnce);
    const { sql, values } = writeQuery(snapshot, filter, { ...parts, words: needsWords }, some);
    const rows = toRows(await snapshot.list(sql, values), passes);
    const unkept = needsWords ? rows.filter(({ isKept }) => !isKept) : [];
    if (unkept.length > 0) await readWords(snapshot, unkept, filter.words, parts.order);
    yield filter.within === "context" ? rows : rows.filter(({ hasWords }) => hasWords);
    await new Promise(setImmediate);
  }
}

interface Row extends Match {
  revision: number;
  isKept: boolean;
}

function writeQuery(
  snapshot: Snapshot,
  { words, within, ...filter }: MatchFilter,
  parts: MatchParts & { words: boolean },
  assignmentIds: readonly string[],
): { sql: string; values: unknown[] } {
  const isJoined = parts.words;
  const values: unknown[] = [];
  const take = (some: readonly unknown[]) => {
    values.push(...some);
    return placeholders(some);
  };
  // Values are taken in the order in which the query names them.
  const holds = () => {
    values.push(words);
    return snapshot.holds(`w."words"`);
  };
  const hasWords = words !== "" && within === "context" ? `CASE WHEN ${holds()} THEN 1 ELSE 0 END` : "1";
  const spans = parts.spans ? `s."spans"` : isJoined ? `CASE WHEN w."revision" IS NULL THEN s."spans" END` : "NULL";
  // As few as are needed: there may be a hundred thousand rows.
  const columns = [`s."id"`, `s."assignmentId"`, `s."start"`, `s."speakerId"`];
  if (isJoined || parts.fields) columns.push(parts.fields ? `s."fields"` : "NULL");
  if (isJoined) {
    columns.push(`s."revision"`, `w."revision"`, hasWords, spans, parts.order ? `w."${parts.order}"` : "NULL");
  }
  const joined = isJoined
    ? `LEFT JOIN "KeptWords" w ON w."statementId" = s."id" AND w."revision" = s."revision" AND w."format" = ${WORDS_FORMAT}`
    : "";
  const conditions = [`s."assignmentId" IN (${take(assignmentIds)})`, `s."deletedAt" IS NULL`];
  // Not the bare column, which has an index: for each step the database would walk through all that the speaker ever said.
  if (filter.speakerIds) conditions.push(`COALESCE(s."speakerId", '') IN (${take(filter.speakerIds)})`);
  conditions.push(...stanceConditions(filter, take));
  if (words !== "" && within === "statement") conditions.push(`(w."revision" IS NULL OR ${holds()})`);
  const sql = `SELECT ${columns.join(", ")} FROM "Statement" s ${joined} WHERE ${conditions.join(" AND ")}`;
  return { sql, values };
}

/** One stance has all that is asked for; that none was chosen is also true where there is no stance at all. */
function stanceConditions(
  { targetIds, stanceValues, stanceBases }: Omit<MatchFilter, "words" | "within" | "speakerIds">,
  take: (values: readonly string[]) => string,
): string[] {
  if (!targetIds && !stanceValues && !stanceBases) return [];
  const among = (column: string, keys: readonly string[]) => {
    const some = keys.filter((key) => key !== "");
    const chosen = some.length > 0 ? [`${column} IN (${take(some)})`] : [];
    return `(${[...chosen, ...(keys.includes("") ? [`${column} IS NULL`] : [])].join(" OR ") || "1 = 0"})`;
  };
  const parts = [
    `t."statementId" = s."id"`,
    ...(targetIds ? [among(`t."targetId"`, targetIds)] : []),
    ...(stanceValues ? [among(`t."value"`, stanceValues)] : []),
    ...(stanceBases ? [among(`t."basis"`, stanceBases)] : []),
  ];
  const one = `EXISTS (SELECT 1 FROM "StatementStance" t WHERE ${parts.join(" AND ")})`;
  const mayHaveNone = !targetIds && [stanceValues, stanceBases].every((keys) => !keys || keys.includes(""));
  if (!mayHaveNone) return [one];
  return [`(${one} OR NOT EXISTS (SELECT 1 FROM "StatementStance" n WHERE n."statementId" = s."id"))`];
}

function toRows(list: readonly unknown[][], passes: ReadonlyMap<string, Pass>): Row[] {
  const rows: Row[] = [];
  for (const row of list) {
    const pass = passes.get(row[1] as string);
    if (!pass) continue;
    const [, , , , fields, revision, kept, hasWords, spans, key] = row;
    // Written out in one piece: this is done a hundred thousand times.
    rows.push({
      id: row[0] as string,
      pass,
      start: row[2] as number,
      speakerId: row[3] as string | null,
      hasWords: hasWords === undefined || Number(hasWords) === 1,
      key: (key as string | null | undefined) ?? "",
      // Checked on every write; checking them again would take longer than all the rest.
      spans: spans === null || spans === undefined ? NO_SPANS : (jsonOf(spans) as Span[]),
      fields: (fields as string | null | undefined) ?? "",
      revision: Number(revision),
      isKept: kept !== null,
    });
  }
  return rows;
}

const NO_SPANS: Span[] = [];

/** Makes the words of statements that none are kept of, or those of another revision, and keeps them for the next search. */
async function readWords(
  snapshot: Snapshot,
  rows: readonly Row[],
  wanted: string,
  order: MatchParts["order"],
): Promise<void> {
  const byDocument = new Map<string, Row[]>();
  for (const row of rows) {
    const { documentId } = row.pass;
    const held = byDocument.get(documentId);
    if (held) held.push(row);
    else byDocument.set(documentId, [row]);
  }
  const made: KeptWordsRow[] = [];
  for await (const { documentId, text } of readTexts(snapshot, [...byDocument.keys()])) {
    const whole = new DocumentText(text);
    for (const row of byDocument.get(documentId) ?? []) {
      const words = statementWords(whole, row.spans);
      made.push({ statementId: row.id, revision: row.revision, ...words });
      row.hasWords = wanted === "" || words.words.includes(wanted);
      if (order) row.key = words[order];
    }
  }
  await keep(made);
}

/** Rows written at a time: on SQLite others wait for each. */
const STEP = 1000;

async function keep(made: readonly KeptWordsRow[]): Promise<void> {
  for (let from = 0; from < made.length; from += STEP) {
    try {
      await writeKeptWords(made.slice(from, from + STEP));
    } catch {
      // What cannot be kept is made again by the next search; nothing else depends on it.
      return;
    }
    await new Promise(setImmediate);
  }
}
