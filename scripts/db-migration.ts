import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readMigrations } from "@/server/database/migration-files";
import { postgresqlSchema } from "./postgresql-schema";
import {
  diff,
  empty,
  migrationsTarget,
  offlinePostgresql,
  type Provider,
  schemaTarget,
  scratchSqlite,
} from "./schema-engine";

// npm run db:migration <name>            writes the next migration for both databases, without either
// npm run db:migration <name> -- --empty the same for SQL written by hand
// npm run db:migration -- --check        fails when schema and migrations disagree

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean" }, empty: { type: "boolean" } },
});

const root = join(import.meta.dirname, "..");
const folder = join(root, "prisma/migrations");
/** The schema as the newest migration left it: PostgreSQL's next migration is found from it without a server. */
const snapshot = join(folder, "schema.prisma");
/** Prisma begins a PostgreSQL history with this; it needs a right that users of hosted servers often lack. */
const CREATE_SCHEMA = '-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n';
const providers: Provider[] = ["sqlite", "postgresql"];
const schema = readFileSync(join(root, "prisma/schema.prisma"), "utf8");
const previous = existsSync(snapshot) ? readFileSync(snapshot, "utf8") : null;

if (values.check) await check();
else await write(positionals[0]);

async function write(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    fail("Give the migration a name of small letters, digits and _, as in: npm run db:migration add_note");
  }
  const changes = await Promise.all(providers.map(async (provider) => ({ provider, sql: await changesOf(provider) })));
  if (!values.empty && changes.every(({ sql }) => sql === null)) {
    fail("The migrations already make this schema. Add -- --empty for a migration written by hand.");
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  for (const { provider, sql } of changes) {
    const file = join(folder, provider, `${stamp}_${name}`, "migration.sql");
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, sql?.replace(CREATE_SCHEMA, "") ?? "-- Nothing changes on this database.\n");
    writeFileSync(join(folder, provider, "migration_lock.toml"), lockfile(provider));
    console.log(`Wrote ${file.slice(root.length + 1)}`);
  }
  writeFileSync(snapshot, schema);
}

/**
 * Applies the SQLite migrations to a scratch database and compares; PostgreSQL's are compared through the snapshot, and
 * applied to a real server by tests/integration/database/migrations.test.ts.
 */
async function check(): Promise<void> {
  const problems: string[] = [];
  for (const provider of providers) {
    if ((await changesOf(provider)) === null) continue;
    problems.push(`${provider}: prisma/schema.prisma changed after the newest migration.`);
  }
  const sqliteFolder = join(folder, "sqlite");
  const made = migrationsTarget(sqliteFolder, lockfile("sqlite"), readMigrations(sqliteFolder));
  const missing = await diff(scratchSqlite(), made, schemaTarget(schema));
  if (missing !== null) problems.push(`sqlite: the migrations do not make prisma/schema.prisma. Missing:\n${missing}`);
  const names = await Promise.all(
    providers.map((provider) => readMigrations(join(folder, provider)).map((m) => m.name)),
  );
  if (new Set(names.map((list) => list.join())).size > 1) problems.push("The two databases have different migrations.");
  if (problems.length > 0) fail(`${problems.join("\n")}\nRun: npm run db:migration <name>`);
  console.log("The schema and the migrations agree on both databases.");
}

function changesOf(provider: Provider): Promise<string | null> {
  const from = previous === null ? empty : schemaTarget(schemaOf(provider, previous));
  const adapter = provider === "sqlite" ? scratchSqlite() : offlinePostgresql();
  return diff(adapter, from, schemaTarget(schemaOf(provider, schema)));
}

function schemaOf(provider: Provider, text: string): string {
  return provider === "sqlite" ? text : postgresqlSchema(text);
}

function lockfile(provider: Provider): string {
  return `# Written by npm run db:migration; \`prisma migrate\` reads it.\nprovider = "${provider}"\n`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
