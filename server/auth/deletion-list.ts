import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/server/env";

/**
 * Ids of accounts that were deleted on this installation, a line each. They stand beside the database and not only in it, so
 * that no backup from before brings anybody back. An id alone names nobody.
 */
const file = () => join(/* turbopackIgnore: true */ env().dataDir, "deleted-accounts");

/** Ids of the accounts that are to stay deleted. A line that broke off while it was written is left out. */
export function readDeletions(): Set<string> {
  if (!existsSync(file())) return new Set();
  const lines = readFileSync(file(), "utf8").split("\n");
  return new Set(lines.filter((line) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(line)));
}

/** Adds accounts. On the disk when it returns; throws where it cannot be written. */
export function noteDeletions(userIds: readonly string[]): void {
  // A line of its own also after one that broke off.
  const lines = userIds.map((id) => `\n${id}\n`).join("");
  appendFileSync(file(), lines, { mode: 0o600, flush: true });
}
