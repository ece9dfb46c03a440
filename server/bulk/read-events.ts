import { setImmediate as otherWork } from "node:timers/promises";
import type { DatasetAssignment, DatasetEvent } from "@/domain/formats/dataset";
import { dateOf, jsonOf } from "./column-values";
import { placeholders, type RawRow, type Snapshot } from "./snapshot";

interface EventsWanted {
  projectId: string;
  ids: readonly string[];
  kinds: readonly DatasetAssignment["kind"][];
  actor(stored: string): string;
}

const EVENTS_AT_A_TIME = 200;

/**
 * The events of what is in the dataset: its assignments, and its rulings where gold is. What came with imports is first,
 * each import as it was, because nothing of the project's own chain about it can be older.
 */
export async function* readEvents(
  snapshot: Snapshot,
  { projectId, ids, kinds, actor }: EventsWanted,
): AsyncGenerator<DatasetEvent> {
  const chosen = new Set(ids);
  const assignments = await snapshot.query(
    `SELECT a."id", a."documentId" FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId"
     WHERE d."projectId" = ? AND a."kind" IN (${placeholders(kinds)})
     AND (a."kind" <> 'annotation' OR a."state" = 'submitted')`,
    [projectId, ...kinds],
  );
  const rulings = kinds.includes("adjudication")
    ? await snapshot.query(
        `SELECT r."id", r."documentId" FROM "Ruling" r JOIN "Document" d ON d."id" = r."documentId"
         WHERE d."projectId" = ? AND r."deletedAt" IS NULL`,
        [projectId],
      )
    : [];
  const among = (rows: readonly RawRow[]) =>
    new Set(rows.filter(({ documentId }) => chosen.has(String(documentId))).map(({ id }) => id));
  const [ofAssignments, ofRulings] = [among(assignments), among(rulings)];
  const isWanted = (row: RawRow) =>
    ofAssignments.has(row.assignmentId) || (row.subjectType === "ruling" && ofRulings.has(row.subjectId));
  for await (const row of storedEvents(snapshot, projectId)) {
    if (isWanted(row)) yield toEvent(row, actor);
  }
}

/** Rows of imported history by import and position, then those of the project's chain. */
async function* storedEvents(snapshot: Snapshot, projectId: string): AsyncGenerator<RawRow> {
  const imports = await snapshot.query(
    'SELECT "id" FROM "Import" WHERE "projectId" = ? AND "undoneAt" IS NULL ORDER BY "createdAt", "id"',
    [projectId],
  );
  for (const { id } of imports) yield* pages(snapshot, "ImportedEvent", ["importId", "position"], id);
  yield* pages(snapshot, "Event", ["projectId", "sequence"], projectId);
}

async function* pages(snapshot: Snapshot, table: string, [owner, place]: [string, string], id: unknown) {
  for (let after = 0; ; ) {
    const rows = await snapshot.query(
      `SELECT * FROM "${table}" WHERE "${owner}" = ? AND "${place}" > ? ORDER BY "${place}" LIMIT ${EVENTS_AT_A_TIME}`,
      [id, after],
    );
    yield* rows;
    after = Number(rows.at(-1)?.[place] ?? after);
    if (rows.length < EVENTS_AT_A_TIME) return;
    await otherWork();
  }
}

function toEvent(row: RawRow, actor: (stored: string) => string): DatasetEvent {
  return {
    projectId: String(row.projectId),
    sequence: Number(row.sequence),
    operationId: String(row.operationId),
    actor: actor(String(row.actor)),
    action: String(row.action),
    subjectType: String(row.subjectType),
    subjectId: String(row.subjectId),
    assignmentId: row.assignmentId as string | null,
    before: jsonOf(row.before),
    after: jsonOf(row.after),
    relation: jsonOf(row.relation),
    at: dateOf(row.at).toISOString(),
    hash: String(row.hash),
  };
}
