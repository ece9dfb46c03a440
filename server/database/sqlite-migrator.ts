import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { StartError } from "../start-error";
import type { Migrator } from "./migrate";
import { RECORDED_SQL, type RecordedMigration } from "./plan-migrations";

// Column for column what Prisma creates.
const RECORDS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/** Opens the file, creating it when absent. The lock on the data directory is what keeps a second process out. */
export function openSqliteMigrator(file: string): Migrator {
  const db = open(file);
  const tables = () => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  return {
    async recorded() {
      if (!tables().includes("_prisma_migrations")) return null;
      const rows = db.prepare(RECORDED_SQL);
      type Row = Omit<RecordedMigration, "finished"> & { finished: number };
      return (rows.all() as Row[]).map((row) => ({ ...row, finished: row.finished === 1 }));
    },
    hasTables: async () => tables().length > 0,
    async apply({ name, sql, checksum }) {
      const startedAt = Date.now();
      db.transaction(() => {
        db.exec(RECORDS);
        db.exec(sql);
        if (db.prepare("PRAGMA foreign_key_check").all().length > 0) throw new Error("rows would point at nothing");
        db.prepare(
          `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
           VALUES (?, ?, ?, ?, ?, 1)`,
        ).run(randomUUID(), checksum, Date.now(), name, startedAt);
      }).immediate();
    },
    close: async () => void db.close(),
  };
}

function open(file: string): Database.Database {
  try {
    mkdirSync(/* turbopackIgnore: true */ dirname(file), { recursive: true, mode: 0o700 });
    const db = new Database(file);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    // A migration rebuilds a table by dropping the old one; with foreign keys on, that would delete the rows that
    // point at it. They can be switched only outside a transaction; each migration checks them before it commits.
    db.pragma("foreign_keys = OFF");
    return db;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The database ${file} cannot be opened (${reason}): check that the file is Sayso's and that this user may write it and its folder.`,
      { cause: error },
    );
  }
}
