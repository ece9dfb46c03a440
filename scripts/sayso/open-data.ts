import { existsSync } from "node:fs";
import { openSnapshot, type Snapshot } from "@/server/bulk/snapshot";
import { ownDataDirectory } from "@/server/database/data-directory";
import { type DatabaseSource, databaseSource } from "@/server/database/database-source";
import { env } from "@/server/env";
import { StartError } from "@/server/start-error";

/** Reads the data at one moment, also beside a running server. Throws `StartError` where there is none. */
export async function withSnapshot<T>(
  read: (snapshot: Snapshot, kind: DatabaseSource["kind"]) => Promise<T>,
): Promise<T> {
  const source = foundData();
  const snapshot = await openSnapshot(source);
  try {
    return await read(snapshot, source.kind);
  } finally {
    await snapshot.close();
  }
}

/**
 * To be called before anything is written: on SQLite one process at a time may. Throws `StartError` that names a server
 * that is running, having changed nothing.
 */
export function ownData(): void {
  const source = foundData();
  if (source.kind === "sqlite") ownDataDirectory(env().dataDir, env().port);
}

/** Where the data is. Throws `StartError` where there is none. */
export function foundData(): DatabaseSource {
  const source = databaseSource();
  if (source.kind === "sqlite" && !existsSync(source.file)) {
    throw new StartError(`There is no data in ${env().dataDir}: set DATA_DIR to where it is, or run npm start first.`);
  }
  return source;
}
