import { letLogGrow } from "@/server/database/auto-checkpoint";
import { databaseSource } from "@/server/database/database-source";
import { builtProgram } from "@/server/threads/built-program";
import { tidyInThread } from "./plan-in-thread";

/**
 * Runs a transaction that writes very much. On SQLite what it wrote is brought into the file after it, in a thread where
 * the server is built: in the COMMIT, as usual, it would keep everybody waiting for seconds.
 */
export async function withLateCheckpoint<T>(write: () => Promise<T>): Promise<T> {
  const source = databaseSource();
  const program = builtProgram("import-thread");
  if (source.kind !== "sqlite" || program === null) return write();
  await letLogGrow(true);
  try {
    return await write();
  } finally {
    void tidyInThread(program, source.file)
      .catch((error: unknown) => console.error("What was imported stays in the log of the database for now:", error))
      .then(() => letLogGrow(false))
      // The server is ending.
      .catch(() => undefined);
  }
}
