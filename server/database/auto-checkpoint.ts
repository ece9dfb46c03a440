import { database } from "./client";
import { databaseSource } from "./database-source";

/** Pages of the write-ahead log after which SQLite by itself brings them into the file; the default of SQLite. */
const PAGES = 1000;

/**
 * On SQLite: from now on the log grows without being brought into the file, or as usual again. Whoever commits next after
 * very much was written would otherwise do it, and everybody would wait for that.
 */
export async function letLogGrow(isGrowing: boolean): Promise<void> {
  if (databaseSource().kind !== "sqlite") return;
  await database().$queryRawUnsafe(`PRAGMA wal_autocheckpoint = ${isGrowing ? 0 : PAGES}`);
}
