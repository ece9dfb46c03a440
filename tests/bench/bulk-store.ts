import { join } from "node:path";
import Database from "better-sqlite3";
import { Client } from "pg";
import type { ServerData } from "@/tests/support/server";

export type BulkRow = Record<string, string | number | boolean | null>;

/** Rows by the driver: through the product's own commands a large project would take an hour. */
export interface BulkStore {
  read(sql: string): Promise<BulkRow[]>;
  insert(table: string, rows: readonly BulkRow[]): Promise<void>;
  close(): Promise<void>;
}

/** The data of a server, which need not be stopped to be read. */
export async function openBulkStore({ provider, dataDir, databaseUrl }: ServerData): Promise<BulkStore> {
  return provider === "sqlite" ? openSqliteStore(join(dataDir, "sayso.db")) : openPostgresqlStore(databaseUrl);
}

function openSqliteStore(file: string): BulkStore {
  const db = new Database(file);
  db.pragma("foreign_keys = ON");
  return {
    read: async (sql) => db.prepare<[], BulkRow>(sql).all(),
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {});
      const names = columns.map((name) => `"${name}"`).join();
      const statement = db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => "?").join()})`);
      db.transaction(() => {
        for (const row of rows) statement.run(columns.map((name) => toSqlite(row[name])));
      })();
    },
    close: async () => void db.close(),
  };
}

/** SQLite has no booleans, and the product writes moments as Prisma does. */
function toSqlite(value: BulkRow[string] | undefined): string | number | null {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" ? value.replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)Z$/, "$1+00:00") : (value ?? null);
}

/** Columns whose JSON comes as text. */
const JSON_COLUMNS = ["content", "spans", "chain", "fields", "scopes"];

async function openPostgresqlStore(connectionString: string): Promise<BulkStore> {
  const client = new Client({ connectionString });
  await client.connect();
  return {
    read: async (sql) => (await client.query<BulkRow>(sql)).rows,
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {});
      const names = columns.map((name) => `"${name}"`).join();
      const parsed = rows.map((row) =>
        Object.fromEntries(
          columns.map((name) => [name, JSON_COLUMNS.includes(name) ? JSON.parse(String(row[name])) : row[name]]),
        ),
      );
      await client.query(
        `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1)`,
        [JSON.stringify(parsed)],
      );
    },
    close: () => client.end(),
  };
}
