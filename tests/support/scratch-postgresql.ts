import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { Client } from "pg";
import { migrate } from "@/server/database/migrate";
import { readMigrations } from "@/server/database/migration-files";

export interface ScratchPostgresql {
  url: string;
  drop(): Promise<void>;
}

/** Any number that nothing else locks; test files run in parallel and share the template. */
const TEMPLATE_LOCK = 20_261_122;

/** A database of its own on the server TEST_DATABASE_URL names: empty, or copied from a migrated template. */
export async function createPostgresqlDatabase({ migrated }: { migrated: boolean }): Promise<ScratchPostgresql> {
  const name = `sayso_test_${randomUUID().replaceAll("-", "")}`;
  const template = migrated ? await ensureTemplate() : "template0";
  await onServer((client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  return {
    url: urlOf(name),
    drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE "${name}" WITH (FORCE)`))),
  };
}

async function ensureTemplate(): Promise<string> {
  const migrations = readMigrations(join(process.cwd(), "prisma/migrations/postgresql"));
  const version = createHash("sha256")
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest("hex")
    .slice(0, 16);
  const template = `sayso_template_${version}`;
  await onServer(async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS "${unfinished}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${unfinished}" TEMPLATE template0`);
    await migrate({ kind: "postgresql", url: urlOf(unfinished) });
    // Renamed when it is whole, so that an interrupted run leaves no half template behind.
    await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${template}"`);
  });
  return template;
}

async function onServer<T>(run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl().href });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const url = serverUrl();
  url.pathname = `/${name}`;
  return url.href;
}

function serverUrl(): URL {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL must name a PostgreSQL server for these tests.");
  return new URL(process.env.TEST_DATABASE_URL);
}
