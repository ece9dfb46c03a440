import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { StartError } from "../start-error";
import { copySqlite } from "./copy-sqlite";

const KEPT = 10;
const PREFIX = "sayso-";

/**
 * Copies the database to backups/ beside it and proves that the copy is whole; keeps the newest ten of its own. Returns
 * its path. Throws `StartError` when there is no trustworthy copy.
 */
export function backUpSqlite(file: string, now: Date): string {
  const folder = join(/* turbopackIgnore: true */ dirname(file), "backups");
  const target = join(folder, `${PREFIX}${timeInName(now)}.db`);
  try {
    copySqlite(file, target);
  } catch (error) {
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

/** A moment as a part of a file's name; later ones sort behind. */
export const timeInName = (now: Date) => now.toISOString().replace(/[:.]/g, "-");
