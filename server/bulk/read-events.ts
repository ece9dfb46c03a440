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

/** The events of what is in the dataset: its assignments, and its rulings where gold is. */
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
  for (let after = 0; ; ) {
    const rows = await snapshot.query(
      `SELECT * FROM "Event" WHERE "projectId" = ? AND "sequence" > ? ORDER BY "sequence" LIMIT ${EVENTS_AT_A_TIME}`,
      [projectId, after],
    );
    for (const row of rows) {
      after = Number(row.sequence);
      if (!ofAssignments.has(row.assignmentId) && !(row.subjectType === "ruling" && ofRulings.has(row.subjectId))) {
        continue;
      }
      yield {
        sequence: after,
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
    if (rows.length < EVENTS_AT_A_TIME) return;
    await otherWork();
  }
}
