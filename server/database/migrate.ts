import { join } from "node:path";
import { StartError } from "../start-error";
import { backUpSqlite } from "./back-up-sqlite";
import { type DatabaseSource, databaseSource } from "./database-source";
import { type Migration, readMigrations } from "./migration-files";
import { planMigrations, type RecordedMigration } from "./plan-migrations";
import { openPostgresqlMigrator } from "./postgresql-migrator";
import { openSqliteMigrator } from "./sqlite-migrator";

/** A connection that migrates; it holds the lock that keeps others from migrating until it is closed. */
export interface Migrator {
  /** Null when migrations were never recorded here. */
  recorded(): Promise<RecordedMigration[] | null>;
  hasTables(): Promise<boolean>;
  /** Applies the migration and records it, both or neither. */
  apply(migration: Migration): Promise<void>;
  close(): Promise<void>;
}

export interface MigrationReport {
  applied: string[];
  /** Path of the verified copy made before anything changed; null when there was nothing to copy. */
  backup: string | null;
}

/**
 * Brings the database up to this build. Each migration is applied whole or not at all and recorded as `prisma migrate`
 * does; a verified copy of a SQLite file comes first. For SQLite the caller owns the data directory.
 * Throws `StartError` with a sentence, having changed nothing or having finished a number of migrations.
 */
export async function migrate(
  source: DatabaseSource = databaseSource(),
  folder = join(process.cwd(), "prisma", "migrations"),
): Promise<MigrationReport> {
  const known = readMigrations(join(/* turbopackIgnore: true */ folder, source.kind));
  const migrator =
    source.kind === "sqlite" ? openSqliteMigrator(source.file) : await openPostgresqlMigrator(source.url);
  try {
    const recorded = await migrator.recorded();
    if (!recorded && (await migrator.hasTables())) {
      throw new StartError("This database holds tables of another program: give Sayso a database of its own.");
    }
    const pending = planMigrations(known, recorded ?? []);
    const worthCopying = source.kind === "sqlite" && recorded !== null && pending.length > 0;
    const backup = worthCopying ? backUpSqlite(source.file, new Date()) : null;
    for (const migration of pending) await applyOne(migrator, migration, backup);
    return { applied: pending.map(({ name }) => name), backup };
  } finally {
    await migrator.close();
  }
}

async function applyOne(migrator: Migrator, migration: Migration, backup: string | null): Promise<void> {
  try {
    await migrator.apply(migration);
  } catch (error) {
    const copy = backup ? ` A copy from before is ${backup}.` : "";
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The migration ${migration.name} failed and was undone (${reason}): start the version you had before and report this.${copy}`,
      { cause: error },
    );
  }
}
