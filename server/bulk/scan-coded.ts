import type { FieldAnswers, Stance } from "@/domain/statement/statement";
import type { Span } from "@/domain/text/span";
import { jsonOf } from "./column-values";
import { KnownJson } from "./known-json";
import { placeholders, type Snapshot } from "./snapshot";

/** What was coded of a statement. */
export interface CodedStatement {
  id: string;
  assignmentId: string;
  start: number;
  spans: Span[];
  speakerId: string | null;
  chain: string[];
  revision: number;
  stances: Stance[];
  fields: FieldAnswers;
}

/** The live statements of assignments, those of some at a time in reading order; others get their turn between two of them. */
export async function* scanCoded(
  snapshot: Snapshot,
  assignmentIds: readonly string[],
): AsyncGenerator<CodedStatement[]> {
  // Checked on every write; checking 100,000 of them again would take longer than all the rest.
  const chains = new KnownJson((value) => value as string[]);
  const answers = new KnownJson((value) => value as FieldAnswers);
  for (let from = 0; from < assignmentIds.length; from += snapshot.passesAtOnce) {
    const some = assignmentIds.slice(from, from + snapshot.passesAtOnce);
    const rows = await snapshot.list(
      `SELECT "id", "assignmentId", "start", "spans", "speakerId", "fields", "chain", "revision" FROM "Statement"
       WHERE "assignmentId" IN (${placeholders(some)}) AND "deletedAt" IS NULL`,
      some,
    );
    const found = rows.map(([id, assignmentId, start, spans, speakerId, fields, chain, revision]): CodedStatement => {
      const name = String(id);
      return {
        ...{ id: name, assignmentId: String(assignmentId), start: Number(start), revision: Number(revision) },
        ...{ spans: jsonOf(spans) as Span[], speakerId: speakerId as string | null, stances: [] },
        ...{ fields: answers.read(fields, name), chain: chains.read(chain, name) },
      };
    });
    await readStances(snapshot, some, found);
    yield found.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
    await new Promise(setImmediate);
  }
}

async function readStances(
  snapshot: Snapshot,
  assignmentIds: readonly string[],
  statements: readonly CodedStatement[],
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

/**
 * By assignment what is another text whenever one of its statements was made, changed or deleted: a statement that is
 * deleted stays, and each change raises its revision. An assignment without statements has none.
 */
export async function readCodedState(
  snapshot: Snapshot,
  assignmentIds: readonly string[],
): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (let from = 0; from < assignmentIds.length; from += snapshot.passesAtOnce) {
    const some = assignmentIds.slice(from, from + snapshot.passesAtOnce);
    const rows = await snapshot.list(
      `SELECT "assignmentId", COUNT(*), SUM("revision") FROM "Statement"
       WHERE "assignmentId" IN (${placeholders(some)}) GROUP BY "assignmentId"`,
      some,
    );
    for (const [id, count, revisions] of rows) states.set(String(id), `${count} ${revisions}`);
    await new Promise(setImmediate);
  }
  return states;
}
