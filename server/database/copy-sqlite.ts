import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

/**
 * Copies a database to a new file and proves that the copy is whole before it gets its name. Also while the original is
 * in use. Throws when there is no trustworthy copy, and leaves nothing behind then.
 */
export function copySqlite(file: string, target: string): void {
  const unproved = `${target}.partial`;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    copy(file, unproved);
    checkSqlite(unproved);
    flush(unproved);
    renameSync(unproved, target);
    flush(dirname(target));
  } finally {
    if (existsSync(unproved)) rmSync(unproved);
  }
}

/** Throws when a database file is damaged or none. */
export function checkSqlite(file: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const verdict = db.pragma("integrity_check", { simple: true });
    if (verdict !== "ok") throw new Error(`the copy is damaged: ${String(verdict)}`);
  } finally {
    db.close();
  }
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

function flush(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
