import type { Tx } from "./client";
import { type DatabaseSource, databaseSource } from "./database-source";

// The tables an import writes to past Prisma, and how: one statement for many rows, which come as one JSON text, so that
// neither database binds them one by one.

export type Kind = "text" | "int" | "real" | "flag" | "json" | "date";

const document = {
  id: "text",
  projectId: "text",
  title: "text",
  outlet: "text",
  author: "text",
  published: "text",
  url: "text",
  language: "text",
  text: "text",
  sha256: "text",
  length: "int",
  position: "int",
  importId: "text",
  createdAt: "date",
} as const;

const distinction = { id: "text", projectId: "text", firstId: "text", secondId: "text", createdAt: "date" } as const;

/** Columns of each table in the order its rows give them. */
export const TABLES = {
  User: {
    ...{ id: "text", name: "text", email: "text", emailVerified: "flag", isAdmin: "flag", suspendedAt: "date" },
    ...{ createdAt: "date", updatedAt: "date" },
  },
  CodebookVersion: {
    ...{ id: "text", projectId: "text", version: "int", message: "text", content: "json", createdAt: "date" },
  },
  Speaker: {
    ...{ id: "text", projectId: "text", name: "text", kind: "text", roleTitle: "text", organisationId: "text" },
    ...{ sector: "text", function: "text", country: "text", notes: "text", fixed: "flag", mergedIntoId: "text" },
    ...{ externalIds: "json", proposedAt: "date", retiredAt: "date", revision: "int", createdAt: "date" },
  },
  SpeakerAlias: { id: "text", speakerId: "text", name: "text" },
  Affiliation: {
    ...{ id: "text", speakerId: "text", organisationId: "text", roleTitle: "text", validFrom: "text", validTo: "text" },
  },
  Target: {
    ...{ id: "text", projectId: "text", key: "text", name: "text", description: "text", proposed: "flag" },
    ...{ retiredAt: "date", mergedIntoId: "text", position: "int", revision: "int", createdAt: "date" },
  },
  TargetAlias: { id: "text", targetId: "text", name: "text" },
  SpeakerDistinction: distinction,
  TargetDistinction: distinction,
  TargetPlace: { targetId: "text", broaderId: "text" },
  Document: document,
  Assignment: {
    ...{ id: "text", documentId: "text", kind: "text", userId: "text", holder: "text", agentName: "text" },
    ...{ agentVersion: "text", state: "text", submittedAt: "date", unblindedAt: "date", suggestionsShownAt: "date" },
    ...{ position: "int", importId: "text", revision: "int", createdAt: "date", updatedAt: "date" },
  },
  Statement: {
    ...{ id: "text", assignmentId: "text", codebookVersionId: "text", speakerId: "text", spans: "json", chain: "json" },
    ...{ fields: "json", start: "int", confidence: "text", unsureComment: "text", note: "text", parentId: "text" },
    ...{ sameClaimAsId: "text", derivedFromId: "text", score: "real", reason: "text", revision: "int" },
    ...{ offKeys: "text", createdAt: "date", updatedAt: "date" },
  },
  StatementStance: {
    ...{ id: "text", statementId: "text", position: "int", targetId: "text", value: "text", basis: "text" },
  },
  Ruling: {
    ...{ id: "text", documentId: "text", memberIds: "json", memberRevisions: "json", decision: "text" },
    ...{ provenance: "json", bases: "json", batchId: "text", reason: "text", goldStatementId: "text" },
    ...{ actorId: "text", revision: "int", createdAt: "date", updatedAt: "date" },
  },
  ClusterGroup: { id: "text", documentId: "text", memberIds: "json", batchId: "text", createdAt: "date" },
  Comment: {
    ...{ id: "text", documentId: "text", statementId: "text", rulingId: "text", threadId: "text", memberIds: "json" },
    ...{ authorId: "text", text: "text", revision: "int", createdAt: "date", editedAt: "date", resolvedAt: "date" },
  },
  ImportedEvent: {
    ...{ id: "text", importId: "text", position: "int", projectId: "text", sequence: "int", hash: "text" },
    ...{ operationId: "text", actor: "text", action: "text", subjectType: "text", subjectId: "text" },
    ...{ assignmentId: "text", before: "json", after: "json", relation: "json", at: "date" },
  },
} as const satisfies Record<string, Readonly<Record<string, Kind>>>;

export type TableName = keyof typeof TABLES;
/** A row by its columns; null and absent are the same. */
export type RowOf<T extends TableName> = { -readonly [Column in keyof (typeof TABLES)[T]]?: unknown };

/** Where the rows of an import are put until its transaction begins, so that nobody waits while they are made. */
export interface RowSpool {
  /** Rows that go in together, after those that came before. */
  write<T extends TableName>(table: T, rows: readonly RowOf<T>[]): Promise<void>;
  /** No more rows come. */
  end(): Promise<SpooledRows>;
  /** Lets go of the file where no end was reached. */
  leave(): void;
}

/** Rows that wait in a file: plain data, which another thread may have made. */
export interface SpooledRows {
  path: string;
  /** Of a SQLite file: which of its rows go in together, in their order. Null: the file is of packed rows, a line each. */
  steps: { table: TableName; first: number; last: number }[] | null;
}

export const columnsOf = (table: TableName) => Object.entries(TABLES[table]) as [string, Kind][];
/** The names of a table's columns as SQL lists them. */
export const namesOf = (table: TableName) =>
  columnsOf(table)
    .map(([name]) => `"${name}"`)
    .join(", ");

/** Rows as the statement of `insertSql` takes them, as JSON: lists for SQLite, objects for PostgreSQL. Dates are ISO 8601. */
export function packRows<T extends TableName>(
  table: T,
  rows: readonly RowOf<T>[],
  provider: DatabaseSource["kind"],
): string {
  const columns = columnsOf(table) as [keyof RowOf<T>, Kind][];
  const listed = (row: RowOf<T>) => columns.map(([column, kind]) => packedValue(row[column] ?? null, kind));
  if (provider === "sqlite") return JSON.stringify(rows.map(listed));
  const named = (row: RowOf<T>) => {
    const object: Record<string, unknown> = {};
    for (const [column, kind] of columns) {
      const value = row[column] ?? null;
      if (value !== null) object[String(column)] = packedValue(value, kind);
    }
    return object;
  };
  return JSON.stringify(rows.map(named));
}

/** As moments are written nearly always, and need not be read. */
const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A value as it is kept on its way; dates as Prisma stores them in SQLite, which compares them as text. */
export function packedValue(value: unknown, kind: Kind): unknown {
  if (kind !== "date" || value === null) return value;
  const iso = typeof value === "string" && WRITTEN.test(value) ? value : new Date(value as string | Date).toISOString();
  return `${iso.slice(0, -1)}+00:00`;
}

/** Inserts the rows of `packRows`. */
export async function insertPacked(tx: Tx, table: TableName, rows: string): Promise<void> {
  await tx.$executeRawUnsafe(insertSql(table, databaseSource().kind), rows);
}

/** Inserts the rows of `packRows`, in place of those that have their ids. */
export async function upsertPacked(tx: Tx, table: TableName, rows: string): Promise<void> {
  const { kind } = databaseSource();
  const changes = columnsOf(table)
    .filter(([name]) => name !== "id")
    .map(([name]) => `"${name}" = excluded."${name}"`);
  // Without a condition SQLite takes ON for that of a join.
  const sql = `${insertSql(table, kind)} WHERE true ON CONFLICT ("id") DO UPDATE SET ${changes.join(", ")}`;
  await tx.$executeRawUnsafe(sql, rows);
}

function insertSql(table: TableName, provider: DatabaseSource["kind"]): string {
  const names = namesOf(table);
  if (provider === "sqlite") {
    const values = columnsOf(table).map(([, kind], at) => (kind === "json" ? json(at) : `value ->> ${at}`));
    return `INSERT INTO "${table}" (${names}) SELECT ${values.join(", ")} FROM json_each(?)`;
  }
  // Reads each row once. Asking for one value after the other would read it as many times as there are columns.
  return `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1::json)`;
}

const json = (at: number) => `CASE json_type(value, '$[${at}]') WHEN 'null' THEN NULL ELSE value -> ${at} END`;
