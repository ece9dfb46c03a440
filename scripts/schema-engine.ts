import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { DiffTarget } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as background from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Migration } from "@/server/database/migration-files";

// Prisma's schema engine as WebAssembly from the npm registry: the native one comes from a host behind many firewalls.

export type Provider = "sqlite" | "postgresql";

/** The SQL that turns `from` into `to`; null when they are the same. */
export async function diff(adapter: SqlMigrationAwareDriverAdapterFactory, from: DiffTarget, to: DiffTarget) {
  await load();
  const factory = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await background.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const result = await engine.diff({ from, to, script: true, exitCode: true, filters });
    return result.exitCode === 0 ? null : (result.stdout ?? "");
  } catch (error) {
    // The engine names a driver's error by its number only.
    throw factory.errorRegistry.consumeError(0)?.error ?? error;
  } finally {
    engine.free();
  }
}

export const empty: DiffTarget = { tag: "empty" };

export function schemaTarget(content: string): DiffTarget {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}

/** The schema that the migrations make, found by applying them to a scratch database. */
export function migrationsTarget(baseDir: string, lockfile: string, migrations: Migration[]): DiffTarget {
  return {
    tag: "migrations",
    baseDir,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** A database in memory; needs nothing installed. */
export function scratchSqlite(): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url: ":memory:" });
  const connect = async () => {
    const adapter = await factory.connect();
    const executeRaw = adapter.executeRaw.bind(adapter);
    // The engine sends a whole migration as one statement, which the driver takes only as a script.
    adapter.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw(query);
      await adapter.executeScript(query.sql);
      return 0;
    };
    return adapter;
  };
  return { provider: "sqlite", adapterName: factory.adapterName, connect, connectToShadowDb: connect };
}

/** Answers what the engine asks before it compares two PostgreSQL schemas, so that no server is needed for that. */
export function offlinePostgresql(): SqlMigrationAwareDriverAdapterFactory {
  const info = { provider: "postgres", adapterName: "@prisma/adapter-pg" } as const;
  const refuse = async () => {
    throw new Error("Comparing two schemas reads and writes no database.");
  };
  const connect = async () => ({
    ...info,
    // The one question: does the schema "public" exist, and which version is this?
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 15.0", 150000]],
    }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => {},
  });
  return { ...info, connect, connectToShadowDb: connect };
}

let loaded: Promise<void> | undefined;

function load(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const binary = readFileSync(script.replace(/\.js$/, ".wasm"));
  const imports = { "./schema_engine_bg.js": background as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(binary, imports);
  background.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
