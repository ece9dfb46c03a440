import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildPrograms } from "./programs.mjs";
import { distDir, quietTools, root } from "./settings.mjs";
import { run } from "./step.mjs";

const stamp = path.join(distDir, "sayso-build-stamp");

/** Files and folders that a build reads. build.test.mjs notices when one is forgotten here. */
export const inputs = [
  "app",
  "components",
  "domain",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "prisma/migrations",
  "prisma/schema.prisma",
  "proxy.ts",
  "public",
  "seeds",
  "server",
  "tsconfig.json",
];

/** One hash over every input of the build: sources, lock file, Node's version, and what is frozen into browser code. */
function fingerprintOfSources() {
  const hash = createHash("sha256").update(`${process.version}\n`);
  for (const [name, value] of Object.entries(process.env).sort())
    if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${value}\n`);
  for (const file of inputs.flatMap((input) => listFiles(path.join(root, input))).sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function listFiles(input) {
  if (!existsSync(input)) return [];
  if (statSync(input).isFile()) return [input];
  return readdirSync(input, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** True when the build on disk is of the sources on disk. */
export function buildIsCurrent() {
  return (
    existsSync(path.join(distDir, "BUILD_ID")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === fingerprintOfSources()
  );
}

export async function buildApplication() {
  // Taken before the build: a file edited while it runs makes the next start build again.
  const fingerprint = fingerprintOfSources();
  rmSync(stamp, { force: true });
  await run(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
    env: { ...quietTools, NODE_ENV: "production" },
    activity: "The build",
  });
  await buildPrograms(path.join(distDir, "programs"));
  writeFileSync(stamp, fingerprint);
}

/** The stamp is written once the client is whole (scripts/db-generate.ts). */
export function databaseClientIsThere() {
  return existsSync(path.join(root, "prisma/generated/stamp"));
}

/** The database client is generated from prisma/schema.prisma; the script does nothing when it is up to date. */
export async function generateDatabaseClient() {
  await run(process.execPath, ["--import", "tsx", "scripts/db-generate.ts"], {
    env: quietTools,
    activity: "Generating the database client",
  });
}
