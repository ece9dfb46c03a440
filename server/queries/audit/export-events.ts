import { setImmediate as otherWork } from "node:timers/promises";
import { dayBounds } from "@/domain/audit/day-bounds";
import { sayAction } from "@/domain/audit/event-sentences";
import { canonicalJson } from "@/domain/canonical-json";
import type { EventFileQuery, EventFilter } from "@/domain/contract/audit";
import { tableToCsv } from "@/domain/formats/csv";
import type { Cell } from "@/domain/formats/tables/table";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { isoOf, jsonOf } from "@/server/bulk/column-values";
import { openSnapshot, type RawRow, type Snapshot } from "@/server/bulk/snapshot";
import { database } from "@/server/database/client";
import { databaseSource } from "@/server/database/database-source";
import { download } from "@/server/download";

const EVENTS_AT_A_TIME = 200;

const COLUMNS = [
  ...["sequence", "at", "actor", "action", "sentence", "subject_type", "subject_id", "assignment_id", "operation_id"],
  ...["before", "after", "relation", "hash"],
];

/**
 * Events from the first to the last, with what was before and after: JSON Lines for programs, who can recompute each hash from
 * its line, or CSV for spreadsheets. People are in it by their pseudonyms. Errors: 404, 403 for others than managers, 409
 * own_reading_unfinished.
 */
export async function exportEvents(
  actor: Actor,
  projectId: string,
  { format, ...filter }: EventFileQuery,
  now: Date,
): Promise<Response> {
  const { project } = await openProject(database(), actor, projectId, "audit.read");
  const name = `${project.name} events`;
  if (format === "jsonl") {
    return download(lines(projectId, filter), { name, extension: "jsonl", type: "application/x-ndjson", now });
  }
  const table = {
    name: "events",
    description: "Events of a project",
    columns: COLUMNS.map((column) => ({ name: column, type: "string" as const, description: "" })),
    ...{ primaryKey: ["sequence"], references: [] },
    rows: () => cells(projectId, filter),
  };
  const type = "text/csv; charset=utf-8";
  return download(tableToCsv(table, { cells: "spreadsheet" }), { name, extension: "csv", type, now });
}

async function* lines(projectId: string, filter: EventFilter): AsyncGenerator<string> {
  for await (const rows of pages(projectId, filter)) {
    yield rows.map((row) => `${JSON.stringify({ ...hashedPart(row), hash: row.hash })}\n`).join("");
  }
}

async function* cells(projectId: string, filter: EventFilter): AsyncGenerator<Cell[][]> {
  const json = (value: unknown) => (value === null ? null : canonicalJson(jsonOf(value)));
  for await (const rows of pages(projectId, filter)) {
    yield rows.map((row) => [
      ...[Number(row.sequence), isoOf(row.at), String(row.actor), String(row.action), sayAction(String(row.action))],
      ...[String(row.subjectType), String(row.subjectId), row.assignmentId as Cell, String(row.operationId)],
      ...[json(row.before), json(row.after), json(row.relation), String(row.hash)],
    ]);
  }
}

/** What the hash of an event is over, after the hash of the one before. */
function hashedPart(row: RawRow) {
  const { assignmentId, relation } = row;
  return {
    projectId: row.projectId,
    sequence: Number(row.sequence),
    operationId: row.operationId,
    actor: row.actor,
    action: row.action,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    ...(assignmentId ? { assignmentId } : {}),
    before: jsonOf(row.before),
    after: jsonOf(row.after),
    ...(relation ? { relation: jsonOf(relation) } : {}),
    at: isoOf(row.at),
  };
}

/** In steps, past Prisma: whoever works meanwhile does not wait. */
async function* pages(projectId: string, filter: EventFilter): AsyncGenerator<RawRow[]> {
  const snapshot = await openSnapshot();
  try {
    for (let after = 0; ; ) {
      const rows = await readPage(snapshot, { projectId, filter, after });
      if (rows.length > 0) yield rows;
      if (rows.length < EVENTS_AT_A_TIME) return;
      after = Number(rows.at(-1)?.sequence);
      await otherWork();
    }
  } finally {
    await snapshot.close();
  }
}

function readPage(
  snapshot: Snapshot,
  { projectId, filter, after }: { projectId: string; filter: EventFilter; after: number },
): Promise<RawRow[]> {
  const { actor, action, subjectType, subject } = filter;
  const { from, before } = dayBounds(filter);
  const conditions: [sql: string, ...values: unknown[]][] = [['"projectId" = ? AND "sequence" > ?', projectId, after]];
  if (actor) conditions.push(['"actor" = ?', actor]);
  if (action) conditions.push(['"action" = ?', action]);
  if (subjectType) conditions.push(['"subjectType" = ?', subjectType]);
  if (subject) conditions.push(['("subjectId" = ? OR "assignmentId" = ?)', subject, subject]);
  if (from) conditions.push(['"at" >= ?', stored(from)]);
  if (before) conditions.push(['"at" < ?', stored(before)]);
  const sql = `SELECT * FROM "Event" WHERE ${conditions.map(([condition]) => condition).join(" AND ")}
    ORDER BY "sequence" LIMIT ${EVENTS_AT_A_TIME}`;
  return snapshot.query(
    sql,
    conditions.flatMap(([, ...values]) => values),
  );
}

/** A moment as the database has it: SQLite as text with an offset, PostgreSQL as a time of UTC without one. */
function stored(moment: Date): string {
  const iso = moment.toISOString();
  return databaseSource().kind === "sqlite" ? iso.replace("Z", "+00:00") : iso.replace("Z", "");
}
