import { StartError } from "../start-error";
import type { Migration } from "./migration-files";

/** A row of Prisma's `_prisma_migrations`. */
export interface RecordedMigration {
  name: string;
  checksum: string;
  finished: boolean;
}

/** Reads them, but for those that were rolled back; SQLite gives 0 or 1 for `finished`. */
export const RECORDED_SQL = `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
  FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name`;

/**
 * The migrations still to apply, oldest first. Throws `StartError` when the database is not one this build may touch:
 * it knows migrations this build does not, one was changed after it was applied, or one never finished.
 */
export function planMigrations(known: Migration[], recorded: RecordedMigration[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of recorded) {
    const migration = byName.get(name);
    if (!migration) {
      throw new StartError(
        `A newer version of Sayso has changed this database (${name}): start that version, or restore a backup made before it.`,
      );
    }
    if (!finished) {
      throw new StartError(
        `The migration ${name} began and never finished: restore the backup made before it and start again.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new StartError(
        `The migration ${name} is not the one this database was made with: restore its file as it was released and start again.`,
      );
    }
  }
  const applied = new Set(recorded.map(({ name }) => name));
  return known.filter(({ name }) => !applied.has(name));
}
