import { spawnSync } from "node:child_process";
import { StartError } from "../start-error";

/** Runs one of PostgreSQL's own programs; its output. Throws `StartError` with what it said, or when it is not installed. */
export function runPostgresqlTool(name: "pg_dump" | "pg_restore", args: string[]): string {
  const { status, error, stdout, stderr } = spawnSync(name, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (error && "code" in error && error.code === "ENOENT") {
    throw new StartError(
      `${name} is not installed here: install PostgreSQL's client programs, of the server's version.`,
    );
  }
  if (error || status !== 0) throw new StartError(`${name} failed: ${(error?.message ?? stderr).trim()}`);
  return stdout;
}
