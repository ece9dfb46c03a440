import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, type Db, database } from "@/server/database/client";
import { forgetEnv } from "@/server/env";
import { createPostgresqlDatabase } from "./scratch-postgresql";
import { type Template, templateOf } from "./templates";

export const provider = process.env.SAYSO_TEST_PROVIDER === "postgresql" ? "postgresql" : "sqlite";

export interface TestDatabase {
  db: Db;
  /** A folder of this database alone; on SQLite the file is `sayso.db` in it. */
  dataDir: string;
  /** Null on SQLite. */
  url: string | null;
  /** Closes and removes it. */
  close(): Promise<void>;
}

/**
 * A migrated database of the provider under test, empty unless the template with the sample project is asked for. Until
 * `close()`, `env()` and `database()` of this process mean this one; a process has one at a time.
 */
export async function createTestDatabase(template: Template = "empty"): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "sayso-test-"));
  const scratch = provider === "postgresql" ? await createPostgresqlDatabase(template) : null;
  if (!scratch) copyFileSync(templateOf(provider, template), join(dataDir, "sayso.db"));
  const restore = await pointAt({ DATA_DIR: dataDir, DATABASE_URL: scratch?.url });
  return {
    db: database(),
    dataDir,
    url: scratch?.url ?? null,
    async close() {
      await restore();
      await scratch?.drop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Makes the process use another database; resolves with what undoes that. */
async function pointAt(
  variables: Record<"DATA_DIR" | "DATABASE_URL", string | undefined>,
): Promise<() => Promise<void>> {
  const before = { DATA_DIR: process.env.DATA_DIR, DATABASE_URL: process.env.DATABASE_URL };
  await use(variables);
  return () => use(before);
}

async function use(variables: Record<string, string | undefined>): Promise<void> {
  await closeDatabase();
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  forgetEnv();
}
