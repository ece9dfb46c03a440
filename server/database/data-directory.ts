import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { perProcess } from "../per-process";
import { StartError } from "../start-error";

/** How long to wait for an owner that is just going away, in milliseconds. */
const PATIENCE_MS = 1_000;

const state = perProcess<{ lock: Database.Database | null }>("data-directory", () => ({ lock: null }));

/**
 * Makes this process the only owner of a data directory until it ends, creating the directory when absent. Throws
 * `StartError` naming the owner within seconds when there is one, having changed nothing.
 *
 * The lock is an exclusive transaction on a file of its own: the kernel releases it with the process, whatever way that
 * ends, and a reused process number means nothing. Nothing else in the process may open `owner.lock`: closing any
 * descriptor of a file drops the process's locks on it.
 */
export function ownDataDirectory(dataDir: string, port: number): void {
  if (state.lock) return;
  const owner = join(/* turbopackIgnore: true */ dataDir, "owner.json");
  state.lock = lock(dataDir, owner);
  writeFileSync(owner, `${JSON.stringify({ pid: process.pid, startedAt: new Date().toISOString(), port })}\n`);
}

function lock(dataDir: string, owner: string): Database.Database {
  let db: Database.Database | null = null;
  try {
    mkdirSync(/* turbopackIgnore: true */ dataDir, { recursive: true, mode: 0o700 });
    db = new Database(join(/* turbopackIgnore: true */ dataDir, "owner.lock"), { timeout: PATIENCE_MS });
    // Nothing is ever written to it, so it needs no journal beside it.
    db.pragma("journal_mode = MEMORY");
    db.exec("BEGIN EXCLUSIVE");
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new StartError(
        `${nameOwner(owner)} is using the data in ${dataDir}: stop it first, or start this one with a DATA_DIR of its own.`,
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The data directory ${dataDir} cannot be used (${reason}): make it writable or choose another DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
}

function nameOwner(owner: string): string {
  try {
    const { pid, startedAt, port } = JSON.parse(readFileSync(owner, "utf8"));
    return `Another Sayso (process ${pid}, on port ${port} since ${startedAt})`;
  } catch {
    // The owner has the lock and has not written its name yet.
    return "Another Sayso";
  }
}
