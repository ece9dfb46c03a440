import type { FieldAnswers, Stance, Statement } from "@/domain/statement/statement";
import type { Span } from "@/domain/text/span";
import { isoOf, jsonOf } from "./column-values";
import { KnownJson } from "./known-json";
import { placeholders, type Snapshot } from "./snapshot";

/** A statement as it is stored, with what is kept of suggestions. */
export interface StoredStatement {
  statement: Statement;
  isDeleted: boolean;
  score: number | null;
  reason: string | null;
}

/**
 * The statements of assignments, those of each by start and id: live ones, and of suggestions also those withdrawn,
 * because statements were made from them. Throws where a row is no statement, never guesses.
 */
export async function readStoredStatements(
  snapshot: Snapshot,
  assignments: readonly { id: string; kind: string }[],
): Promise<Map<string, StoredStatement[]>> {
  const found = new Map<string, StoredStatement[]>();
  if (assignments.length === 0) return found;
  // Put in order here: the database would carry whole statements through its sorting.
  const rows = await snapshot.list(
    `SELECT s."assignmentId", s."id", s."deletedAt", t."targetId", t."value", t."basis", s."codebookVersionId", s."spans",
       s."speakerId", s."chain", s."fields", s."confidence", s."unsureComment", s."note", s."parentId",
       s."sameClaimAsId", s."derivedFromId", s."revision", s."createdAt", s."updatedAt", s."score", s."reason",
       s."start", t."position"
     FROM "Statement" s LEFT JOIN "StatementStance" t ON t."statementId" = s."id"
     WHERE s."assignmentId" IN (${placeholders(assignments)})`,
    assignments.map(({ id }) => id),
  );
  const known = await knownOf(snapshot);
  const suggested = new Set(assignments.filter(({ kind }) => kind === "suggestion").map(({ id }) => id));
  const read = new Map<string, ReadStatement>();
  for (const row of rows) {
    const [assignmentId, id] = [row[0] as string, row[1] as string];
    const isDeleted = row[2] !== null;
    if (isDeleted && !suggested.has(assignmentId)) continue;
    // A row per stance.
    let own = read.get(id);
    if (own === undefined) {
      const stances: PlacedStance[] = [];
      const statement = toStatement(row, [], known);
      const stored = { statement, isDeleted, score: row[20] as number | null, reason: row[21] as string | null };
      own = { stored, start: row[22] as number, stances };
      read.set(id, own);
    }
    if (row[3] === null) continue;
    const stance = { targetId: row[3] as string, value: row[4] as string | null, basis: row[5] as string | null };
    own.stances.push({ stance, position: row[23] as number });
  }
  const inOrder = [...read.values()].sort(
    (a, b) => a.start - b.start || (a.stored.statement.id < b.stored.statement.id ? -1 : 1),
  );
  for (const { stored, stances } of inOrder) {
    const { statement } = stored;
    if (stances.length > 1) stances.sort((a, b) => a.position - b.position);
    for (const { stance } of stances) statement.stances.push(stance);
    const own = found.get(statement.assignmentId);
    if (own) own.push(stored);
    else found.set(statement.assignmentId, [stored]);
  }
  return found;
}

interface PlacedStance {
  stance: Stance;
  position: number;
}

/** A statement with what puts it and its stances in order. */
interface ReadStatement {
  stored: StoredStatement;
  start: number;
  stances: PlacedStance[];
}

/** What many statements have in common: versions of codebooks by id, chains and answers by their stored text. */
interface Known {
  versions: ReadonlyMap<string, number>;
  chains: KnownJson<string[]>;
  answers: KnownJson<FieldAnswers>;
}

const knownBySnapshot = new WeakMap<Snapshot, Known>();

async function knownOf(snapshot: Snapshot): Promise<Known> {
  const before = knownBySnapshot.get(snapshot);
  if (before) return before;
  const rows = await snapshot.list('SELECT "id", "version" FROM "CodebookVersion"');
  const known = {
    versions: new Map(rows.map(([id, version]) => [String(id), Number(version)])),
    chains: new KnownJson(chainOf),
    answers: new KnownJson(answersOf),
  };
  knownBySnapshot.set(snapshot, known);
  return known;
}

/** Columns of text and numbers are what the database declares them to be; JSON may be anything. */
function toStatement(row: readonly unknown[], stances: Stance[], { versions, chains, answers }: Known): Statement {
  const id = row[1] as string;
  const statement: Statement = {
    id,
    assignmentId: row[0] as string,
    codebookVersion: versions.get(row[6] as string) as number,
    spans: spansOf(jsonOf(row[7]), id),
    speakerId: row[8] as string | null,
    chain: chains.read(row[9], id),
    stances,
    fields: answers.read(row[10], id),
    confidence: row[11] === "unsure" ? "unsure" : "sure",
    note: row[13] as string,
    parentId: row[14] as string | null,
    sameClaimAsId: row[15] as string | null,
    derivedFromId: row[16] as string | null,
    revision: row[17] as number,
    createdAt: isoOf(row[18]),
    updatedAt: isoOf(row[19]),
  };
  if (row[12]) statement.unsureComment = row[12] as string;
  return statement;
}

// Looked at by hand: the general check costs more than everything else that is done with a statement.

function spansOf(stored: unknown, id: string): Span[] {
  if (!Array.isArray(stored)) throw damaged(id, "spans");
  for (const span of stored) {
    if (typeof span !== "object" || span === null) throw damaged(id, "spans");
    const { role, start, end, quote } = span as Record<keyof Span, unknown>;
    const isWhole =
      typeof role === "string" && Number.isInteger(start) && Number.isInteger(end) && typeof quote === "string";
    if (!isWhole) throw damaged(id, "spans");
  }
  return stored;
}

function chainOf(stored: unknown, id: string): string[] {
  if (!Array.isArray(stored) || !stored.every((link) => typeof link === "string")) throw damaged(id, "chain");
  return stored;
}

function answersOf(stored: unknown, id: string): FieldAnswers {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) throw damaged(id, "answers");
  for (const answer of Object.values(stored)) if (!isAnswer(answer)) throw damaged(id, "answers");
  return stored as FieldAnswers;
}

function isAnswer(value: unknown): boolean {
  if (typeof value === "object") return Array.isArray(value) && value.every((one) => typeof one === "string");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

const damaged = (id: string, part: string) => new Error(`The ${part} of statement ${id} are not as they were written.`);
