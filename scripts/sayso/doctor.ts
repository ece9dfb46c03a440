import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { version } from "@/package.json";
import { openSnapshot } from "@/server/bulk/snapshot";
import { databaseSource } from "@/server/database/database-source";
import { readMigrations } from "@/server/database/migration-files";
import { planMigrations } from "@/server/database/plan-migrations";
import { env } from "@/server/env";
import { type Answer, UsageError } from "./command";

type Checked = { name: string; isGood: boolean; says: string };

const ROOM = 1e9;

export async function doctor(words: string[]): Promise<Answer> {
  if (words.length > 0) throw new UsageError(`"${words[0]}" means nothing here.`);
  const checks: Checked[] = [];
  for (const check of [checkNode, checkSettings, checkBuild, checkFolder, checkServer, checkDatabase, checkBackups]) {
    checks.push(await check());
  }
  return {
    value: { version, checks },
    lines: checks.map(({ name, isGood, says }) => `${isGood ? "✓" : "✗"} ${name.padEnd(10)} ${says}`),
    isGood: checks.every(({ isGood }) => isGood),
  };
}

const good = (name: string, says: string): Checked => ({ name, isGood: true, says });
const bad = (name: string, says: string): Checked => ({ name, isGood: false, says });
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function checkNode(): Checked {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isEnough = major > 20 || (major === 20 && minor >= 19);
  const says = `${process.versions.node}${isEnough ? "" : ": install 20.19 or later"}`;
  return (isEnough ? good : bad)("Node", says);
}

function checkSettings(): Checked {
  const { databaseUrl, dataDir, appUrl } = env();
  return good(
    "Settings",
    `${databaseUrl ? "PostgreSQL" : "embedded database"}, data in ${dataDir}, opened at ${appUrl}`,
  );
}

function checkBuild(): Checked {
  const isBuilt = existsSync(join(process.cwd(), process.env.NEXT_DIST_DIR || ".next", "BUILD_ID"));
  return isBuilt ? good("Build", `version ${version}`) : bad("Build", "there is none: run npm start or npm run build");
}

function checkFolder(): Checked {
  const { dataDir } = env();
  try {
    const folder = existsSync(dataDir) ? dataDir : dirname(dataDir);
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    const room = `${((bavail * bsize) / 1e9).toFixed(1)} GB free`;
    return bavail * bsize >= ROOM ? good("Folder", room) : bad("Folder", `${room}: make room, at least one GB`);
  } catch (error) {
    return bad("Folder", `${dataDir} cannot be written (${reasonOf(error)})`);
  }
}

async function checkServer(): Promise<Checked> {
  const { appUrl } = env();
  try {
    const answer = await fetch(`${appUrl}/api/health`, { signal: AbortSignal.timeout(3_000) });
    const health = (await answer.json()) as { status?: string; version?: string };
    const says = `answers at ${appUrl}, version ${health.version}, ${health.status}`;
    return health.status === "ok" ? good("Server", says) : bad("Server", says);
  } catch (error) {
    const isAbsent = error instanceof TypeError && (error.cause as NodeJS.ErrnoException)?.code === "ECONNREFUSED";
    return isAbsent
      ? good("Server", `does not run at ${appUrl}`)
      : bad("Server", `what is at ${appUrl} does not answer as Sayso does (${reasonOf(error)})`);
  }
}

async function checkDatabase(): Promise<Checked> {
  const source = databaseSource();
  if (source.kind === "sqlite" && !existsSync(source.file))
    return good("Database", "none yet: the first start makes it");
  try {
    const snapshot = await openSnapshot(source);
    try {
      const rows = await snapshot.query(
        'SELECT "migration_name" AS "name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
      );
      const recorded = rows.map(({ name, checksum, finished_at }) => ({
        name: String(name),
        checksum: String(checksum),
        finished: finished_at !== null,
      }));
      const known = readMigrations(join(process.cwd(), "prisma/migrations", source.kind));
      const pending = planMigrations(known, recorded);
      return good(
        "Database",
        pending.length === 0 ? "up to date" : `${pending.length} migrations come with the next start`,
      );
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    return bad("Database", reasonOf(error));
  }
}

function checkBackups(): Checked {
  const folder = join(env().dataDir, "backups");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(db|pgdump)$/.test(name)) : [];
  const newest = Math.max(...files.map((name) => statSync(join(folder, name)).mtimeMs));
  if (files.length === 0) return good("Backups", `none in ${folder}: sayso backup makes one`);
  return good("Backups", `${files.length} in ${folder}, the newest of ${new Date(newest).toISOString()}`);
}
