import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { StartError } from "../start-error";
import { timeInName } from "./back-up-sqlite";
import { checkSqlite, copySqlite } from "./copy-sqlite";
import type { DatabaseSource } from "./database-source";
import { migrate } from "./migrate";
import { readMigrations } from "./migration-files";
import { planMigrations, RECORDED_SQL, type RecordedMigration } from "./plan-migrations";
import { openPostgresqlMigrator } from "./postgresql-migrator";
import { runPostgresqlTool } from "./postgresql-tools";

/** What a backup of a database is called when nobody names it. */
export function backupName({ kind }: DatabaseSource, now: Date): string {
  return `backup-${timeInName(now)}.${kind === "sqlite" ? "db" : "pgdump"}`;
}

/**
 * Copies all data to a new file, also beside a running server, and proves that the copy can be read. Throws `StartError`
 * when the file exists or the copy is not whole; nothing is left behind then.
 */
export function backUp(source: DatabaseSource, target: string): void {
  if (existsSync(target)) throw new StartError(`${target} exists already: name another file.`);
  if (source.kind === "sqlite") {
    try {
      copySqlite(source.file, target);
    } catch (error) {
      throw new StartError(`The data could not be copied to ${target} (${reasonOf(error)}).`, { cause: error });
    }
    return;
  }
  const unproved = `${target}.partial`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  try {
    runPostgresqlTool("pg_dump", ["--format=custom", "--no-owner", `--file=${unproved}`, `--dbname=${source.url}`]);
    runPostgresqlTool("pg_restore", ["--list", unproved]);
    renameSync(unproved, target);
  } finally {
    if (existsSync(unproved)) rmSync(unproved);
  }
}

/**
 * Puts the data of a backup in the place of what is there, and brings it up to this build. On SQLite the caller owns the
 * data directory and what was there is kept in backups/, whose path is returned; on PostgreSQL the database must be
 * empty. Throws `StartError` having changed nothing when the backup is damaged, of a newer version or of the other kind.
 */
export async function restore(source: DatabaseSource, backup: string, now: Date): Promise<{ kept: string | null }> {
  const kind = kindOf(backup);
  if (kind !== source.kind) {
    const [is, uses] =
      kind === "sqlite" ? ["the embedded database", "PostgreSQL"] : ["PostgreSQL", "the embedded database"];
    throw new StartError(
      `${backup} is a backup of ${is}, and this installation uses ${uses}: set DATABASE_URL to suit it.`,
    );
  }
  const kept = source.kind === "sqlite" ? restoreSqlite(source.file, backup, now) : null;
  if (source.kind === "postgresql") await restorePostgresql(source.url, backup);
  await migrate(source);
  return { kept };
}

function kindOf(backup: string): DatabaseSource["kind"] {
  const head = Buffer.alloc(16);
  try {
    const descriptor = openSync(backup, "r");
    readSync(descriptor, head, 0, 16, 0);
    closeSync(descriptor);
  } catch (error) {
    throw new StartError(`${backup} cannot be read (${reasonOf(error)}).`, { cause: error });
  }
  if (head.toString("latin1") === "SQLite format 3\0") return "sqlite";
  if (head.toString("latin1", 0, 5) === "PGDMP") return "postgresql";
  throw new StartError(`${backup} is no backup that Sayso made.`);
}

function restoreSqlite(file: string, backup: string, now: Date): string | null {
  try {
    checkSqlite(backup);
  } catch (error) {
    throw new StartError(`${backup} is damaged (${reasonOf(error)}): take another backup.`, { cause: error });
  }
  planMigrations(readMigrations(join(process.cwd(), "prisma/migrations/sqlite")), recordedIn(backup));
  const kept = existsSync(file) ? join(dirname(file), "backups", `replaced-${timeInName(now)}.db`) : null;
  if (kept) {
    copySqlite(file, kept);
    empty(file);
  }
  const arriving = `${file}.arriving`;
  rmSync(arriving, { force: true });
  copySqlite(backup, arriving);
  renameSync(arriving, file);
  return kept;
}

/** Takes the log that belongs to a file away by writing it into the file: the next file of that name must not meet it. */
function empty(file: string): void {
  const db = new Database(file);
  try {
    db.pragma("wal_checkpoint(TRUNCATE)");
    db.pragma("journal_mode = DELETE");
  } catch (error) {
    throw new StartError(`Another program reads ${file} (${reasonOf(error)}): end it and restore again.`, {
      cause: error,
    });
  } finally {
    db.close();
  }
}

function recordedIn(file: string): RecordedMigration[] {
  const db = new Database(file, { readonly: true });
  try {
    const rows = db.prepare(RECORDED_SQL).all() as (Omit<RecordedMigration, "finished"> & { finished: number })[];
    return rows.map((row) => ({ ...row, finished: row.finished === 1 }));
  } catch (error) {
    throw new StartError(`${file} holds tables of another program (${reasonOf(error)}).`, { cause: error });
  } finally {
    db.close();
  }
}

async function restorePostgresql(url: string, backup: string): Promise<void> {
  const migrator = await openPostgresqlMigrator(url);
  const isUsed = await migrator.hasTables().finally(() => migrator.close());
  if (isUsed) throw new StartError("The database DATABASE_URL names is not empty: restore into a new one.");
  runPostgresqlTool("pg_restore", ["--single-transaction", "--no-owner", "--exit-on-error", `--dbname=${url}`, backup]);
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
