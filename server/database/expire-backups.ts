import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** People who deleted their account stand in a backup from before for no longer than this. */
const KEPT_DAYS = 35;
const DAY = 24 * 60 * 60 * 1000;

/** Names that only this program gives (`timeInName`); a file that somebody named, renamed or put there is theirs. */
const OWN = /^(?:sayso|backup|replaced)-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.(?:db|pgdump)$/;

/**
 * Removes the backups of a folder that this program made more than 35 days before `now`, going by their names, but never
 * the newest of them. Returns the names of those that are gone, the oldest first.
 */
export function expireBackups(folder: string, now: Date): string[] {
  if (!existsSync(folder)) return [];
  const own = readdirSync(folder)
    .flatMap((name) => {
      const [, day, hours, minutes, seconds, rest] = OWN.exec(name) ?? [];
      const made = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${rest}Z`);
      return Number.isNaN(made) ? [] : [{ name, made }];
    })
    .sort((a, b) => a.made - b.made);
  const over = own.slice(0, -1).filter(({ made }) => now.getTime() - made > KEPT_DAYS * DAY);
  for (const { name } of over) rmSync(join(folder, name));
  return over.map(({ name }) => name);
}
