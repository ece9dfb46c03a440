import Database from "better-sqlite3";
import { Client } from "pg";
import { type DatabaseSource, databaseSource } from "@/server/database/database-source";

/** A row as the driver gives it; see `column-values.ts` for what the two databases make of dates, JSON and flags. */
export type RawRow = Record<string, unknown>;

/**
 * One moment of the database, read past Prisma over a connection of its own: whatever is written meanwhile is not seen,
 * and nobody waits for it. To be closed, or it keeps the database from tidying up.
 */
export interface Snapshot {
  /** How many articles to read at a time: what is read lives until it is written; to PostgreSQL each reading is a way. */
  atOnce: number;
  /** The same of assignments, of whose statements little is read. */
  passesAtOnce: number;
  /** The database is a program of its own: it can look for what is wanted next while something else is done here. */
  isApart: boolean;
  /** SQL for whether a column's text holds what a `?` stands for. */
  holds(column: string): string;
  /** `sql` with a `?` for each value, portable between the two databases. */
  query(sql: string, values?: readonly unknown[]): Promise<RawRow[]>;
  /** The same with each row's cells in the order they are asked for: half the work where there are many. */
  list(sql: string, values?: readonly unknown[]): Promise<unknown[][]>;
  close(): Promise<void>;
}

/** `isById`: what is asked for are rows of some ids after rows of some others. */
export function openSnapshot(
  source: DatabaseSource = databaseSource(),
  { isById = false }: { isById?: boolean } = {},
): Promise<Snapshot> {
  return source.kind === "sqlite" ? openSqlite(source.file) : openPostgresql(source.url, isById);
}

async function openSqlite(file: string): Promise<Snapshot> {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  // What is read once need not be kept: 2 MB.
  db.pragma("cache_size = -2000");
  db.exec("BEGIN");
  // The moment is that of the first read, not of BEGIN.
  db.prepare('SELECT COUNT(*) FROM "Project"').get();
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string, asLists: boolean) => {
    const key = `${asLists} ${sql}`;
    const known = statements.get(key);
    if (known) return known;
    const statement = db.prepare(sql).raw(asLists);
    statements.set(key, statement);
    return statement;
  };
  return {
    atOnce: 1,
    passesAtOnce: 40,
    isApart: false,
    // LIKE would not mind case, which takes four times as long.
    holds: (column) => `instr(${column}, ?) > 0`,
    query: async (sql, values = []) => prepared(sql, false).all(...values) as RawRow[],
    list: async (sql, values = []) => prepared(sql, true).all(...values) as unknown[][],
    async close() {
      db.close();
    },
  };
}

/** Times without zone as text: the driver would read them in the zone of the machine. */
const TIMESTAMP = 1114;
/** As text, as SQLite has it: whoever reads it parses what is the same in many rows once. */
const JSON_TYPES = [114, 3802];

/** Otherwise PostgreSQL reads a whole table to join a thousand rows of it, as long as it is cached: a thousand times over. */
const BY_INDEX = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off";

async function openPostgresql(connectionString: string, isById: boolean): Promise<Snapshot> {
  const client = new Client({ connectionString });
  for (const type of [TIMESTAMP, ...JSON_TYPES]) client.setTypeParser(type, (text) => text);
  // Without a listener a lost connection would end the process; the query that runs is told anyway.
  client.on("error", () => {});
  await client.connect();
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  if (isById) await client.query(BY_INDEX);
  // One after the other: what is read ahead may still be on its way when something else is asked.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask);
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    atOnce: 16,
    passesAtOnce: 2000,
    isApart: true,
    holds: (column) => `strpos(CAST(${column} AS TEXT), ?) > 0`,
    query: async (sql, values = []) => (await inTurn(() => client.query<RawRow>(numbered(sql), [...values]))).rows,
    list: async (sql, values = []) =>
      (await inTurn(() => client.query<unknown[]>({ text: numbered(sql), values: [...values], rowMode: "array" })))
        .rows,
    async close() {
      await last;
      await client.end();
    },
  };
}

/** PostgreSQL numbers its values. */
function numbered(sql: string): string {
  let number = 0;
  return sql.replace(/\?/g, () => {
    number += 1;
    return `$${number}`;
  });
}

/** `?, ?, ?` for a list of values. */
export const placeholders = (values: readonly unknown[]) => values.map(() => "?").join(", ");
