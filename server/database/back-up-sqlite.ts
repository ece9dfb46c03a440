import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { StartError } from "../start-error";

const KEPT = 10;
const PREFIX = "sayso-";

/**
 * Copies the database to backups/ beside it and proves that the copy is whole; keeps the newest ten. Returns its path.
 * Throws `StartError` when there is no trustworthy copy.
 */
export function backUpSqlite(file: string, now: Date): string {
  const folder = join(/* turbopackIgnore: true */ dirname(file), "backups");
  const target = join(folder, `${PREFIX}${now.toISOString().replace(/[:.]/g, "-")}.db`);
  const unproved = `${target}.partial`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    copy(file, unproved);
    verify(unproved);
    flush(unproved);
    renameSync(unproved, target);
    flush(folder);
  } catch (error) {
    if (existsSync(unproved)) rmSync(unproved);
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The data could not be copied to ${folder} before it is migrated, so nothing was changed (${reason}): make room or correct this and start again.`,
      { cause: error },
    );
  }
  const copies = readdirSync(folder).filter((name) => name.startsWith(PREFIX) && name.endsWith(".db"));
  for (const old of copies.sort().slice(0, -KEPT)) rmSync(join(folder, old));
  return target;
}

function copy(file: string, target: string): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    // Unlike a copy of the file, it holds what is still in the write-ahead log.
    db.prepare("VACUUM INTO ?").run(target);
  } finally {
    db.close();
  }
}

function verify(file: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const verdict = db.pragma("integrity_check", { simple: true });
    if (verdict !== "ok") throw new Error(`the copy is damaged: ${String(verdict)}`);
  } finally {
    db.close();
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
