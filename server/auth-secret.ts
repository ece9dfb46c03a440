import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "./env";

/** The key that signs sessions: BETTER_AUTH_SECRET, or one made on first use and kept in the data directory. */
export function authSecret(): string {
  const { authSecret: given, dataDir } = env();
  if (given) return given;
  const file = join(/* turbopackIgnore: true */ dataDir, "auth-secret");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // "wx" never overwrites: a secret that changed would sign everybody out.
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
