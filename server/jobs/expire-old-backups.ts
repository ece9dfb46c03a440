import { join } from "node:path";
import { expireBackups } from "@/server/database/expire-backups";
import { env } from "@/server/env";
import { perProcess } from "@/server/per-process";

const HOUR = 60 * 60 * 1000;

const state = perProcess<{ timer: NodeJS.Timeout | null }>("backups", () => ({ timer: null }));

/** Now, and every hour from now on while the server runs: old backups of its own go, each with a line that says so. */
export function keepExpiringBackups(say: (line: string) => void): void {
  const expire = () => {
    try {
      const folder = join(/* turbopackIgnore: true */ env().dataDir, "backups");
      for (const name of expireBackups(folder, new Date())) say(`Removed ${name}: a backup is kept for 35 days`);
    } catch (error) {
      console.error("Old backups could not be removed:", error);
    }
  };
  expire();
  state.timer ??= setInterval(expire, HOUR).unref();
}
