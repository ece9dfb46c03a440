import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * The file of a program that `npm start` built (scripts/start/programs.mjs), to be run in a thread or a process of its
 * own; null where nothing is built, as in tests, on the command line before the first start, and in `next dev`.
 */
export function builtProgram(name: string): string | null {
  if (process.env.NODE_ENV !== "production") return null;
  const built = process.env.NEXT_DIST_DIR || ".next";
  const file = join(/* turbopackIgnore: true */ process.cwd(), built, "programs", `${name}.cjs`);
  return existsSync(/* turbopackIgnore: true */ file) ? file : null;
}
