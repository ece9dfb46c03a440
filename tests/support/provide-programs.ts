import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "../..");

/** What tests start in processes of their own, most of it many times. */
const PROGRAMS = [
  "scripts/sayso/main.ts",
  "tests/integration/database/processes/boot-server.ts",
  "tests/integration/database/processes/own-data-directory.ts",
  "tests/integration/database/processes/write-projects.ts",
  "tests/support/processes/make-templates.ts",
];

/**
 * Puts the programs that tests start in files that load in a fraction of the time their hundreds of modules take one by
 * one; what is not built is loaded from its source. Resolves with what removes them.
 */
export async function providePrograms(): Promise<() => void> {
  // Below the project, for the driver of SQLite is found from there.
  const caches = path.join(root, "node_modules/.cache");
  mkdirSync(caches, { recursive: true });
  const folder = mkdtempSync(path.join(caches, "test-programs-"));
  await build({
    absWorkingDir: root,
    entryPoints: PROGRAMS,
    outbase: ".",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // Packages that are no modules ask for Node's own by `require`.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    // Native, or optional.
    external: ["better-sqlite3", "pg-native"],
    logLevel: "warning",
  });
  process.env.SAYSO_TEST_PROGRAMS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
