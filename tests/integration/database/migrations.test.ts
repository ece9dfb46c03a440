import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { postgresqlSchema } from "@/scripts/postgresql-schema";
import { diff, empty, offlinePostgresql, schemaTarget } from "@/scripts/schema-engine";
import type { DatabaseSource } from "@/server/database/database-source";
import { migrate } from "@/server/database/migrate";
import { readMigrations } from "@/server/database/migration-files";
import { provider } from "@/tests/support/database";
import { createPostgresqlDatabase, type ScratchPostgresql } from "@/tests/support/scratch-postgresql";

const shipped = join(process.cwd(), "prisma/migrations");

let folder: string;
let migrations: string;
let scratch: ScratchPostgresql | null;
let source: DatabaseSource;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sayso-migrate-"));
  migrations = join(folder, "migrations");
  cpSync(shipped, migrations, { recursive: true });
  scratch = provider === "postgresql" ? await createPostgresqlDatabase("nothing") : null;
  source = scratch
    ? { kind: "postgresql", url: scratch.url }
    : { kind: "sqlite", file: join(folder, "data", "sayso.db") };
});
afterEach(async () => {
  await scratch?.drop();
  rmSync(folder, { recursive: true });
});

/** Runs SQL beside the application, as a person with a database tool would. */
async function sql(text: string): Promise<Record<string, unknown>[]> {
  if (source.kind === "sqlite") {
    mkdirSync(join(folder, "data"), { recursive: true });
    const db = new Database(source.file);
    try {
      const statement = db.prepare(text);
      if (statement.reader) return statement.all() as Record<string, unknown>[];
      statement.run();
      return [];
    } finally {
      db.close();
    }
  }
  const client = new Client({ connectionString: source.url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function addMigration(name: string, text: string): void {
  mkdirSync(join(migrations, provider, name));
  writeFileSync(join(migrations, provider, name, "migration.sql"), text);
}

const applied = async () =>
  (await sql('SELECT migration_name FROM "_prisma_migrations" ORDER BY migration_name')).map(
    (row) => row.migration_name,
  );
const names = () => readMigrations(join(migrations, provider)).map(({ name }) => name);
const backups = () => (existsSync(join(folder, "data/backups")) ? readdirSync(join(folder, "data/backups")) : []);

describe("migrating", () => {
  test("makes everything from nothing, and a second time does nothing", async () => {
    expect(await migrate(source, migrations)).toEqual({ applied: names(), backup: null });
    expect(await migrate(source, migrations)).toEqual({ applied: [], backup: null });
    const recorded = await sql(
      'SELECT migration_name, checksum, applied_steps_count FROM "_prisma_migrations" ORDER BY 1',
    );
    expect(recorded).toEqual(
      readMigrations(join(migrations, provider)).map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        applied_steps_count: 1,
      })),
    );
  });

  // On SQLite one process owns the file: data-directory.test.ts
  test.skipIf(provider === "sqlite")("twice at the same moment applies everything once", async () => {
    await Promise.all([migrate(source, migrations), migrate(source, migrations)]);
    expect(await applied()).toEqual(names());
  });

  test("undoes a migration that fails, keeps those before it, and says what to do", async () => {
    addMigration("29990101000000_good", 'CREATE TABLE "Good" ("id" TEXT PRIMARY KEY);');
    addMigration("29990102000000_bad", 'CREATE TABLE "Half" ("id" TEXT PRIMARY KEY);\nCREATE TABLE nonsense;');
    await expect(migrate(source, migrations)).rejects.toThrow(/29990102000000_bad failed and was undone/);
    expect((await applied()).at(-1)).toBe("29990101000000_good");
    await expect(sql('SELECT * FROM "Half"')).rejects.toThrow();
  });

  test("refuses a migration that was changed after it was applied", async () => {
    await migrate(source, migrations);
    const [first] = names();
    appendFileSync(join(migrations, provider, first ?? "", "migration.sql"), "-- tampered\n");
    await expect(migrate(source, migrations)).rejects.toThrow(/is not the one this database was made with/);
  });

  test("refuses a database that a newer version has changed, and leaves it as it is", async () => {
    addMigration("29990101000000_future", 'CREATE TABLE "Future" ("id" TEXT PRIMARY KEY);');
    await migrate(source, migrations);
    await expect(migrate(source, shipped)).rejects.toThrow(/newer version of Sayso .*29990101000000_future/);
    expect(await applied()).toEqual(names());
  });

  test("refuses a database of another program", async () => {
    await sql('CREATE TABLE "accounts" ("id" TEXT PRIMARY KEY)');
    await expect(migrate(source, migrations)).rejects.toThrow(/tables of another program/);
  });
});

describe.skipIf(provider !== "sqlite")("migrating a SQLite file", () => {
  test("copies it first, whole and with what is still in its log", async () => {
    await migrate(source, migrations);
    if (source.kind !== "sqlite") return;
    const open = new Database(source.file);
    open.exec(`INSERT INTO "Project" ("id", "name", "pseudonymSecret") VALUES ('p', 'Mine', 's')`);
    addMigration("29990101000000_next", 'DROP TABLE "Comment";');
    const { backup } = await migrate(source, migrations);
    open.close();

    const copy = new Database(backup ?? "", { readonly: true });
    expect(copy.prepare('SELECT "name" FROM "Project"').pluck().all()).toEqual(["Mine"]);
    expect(copy.prepare('SELECT count(*) FROM "Comment"').pluck().get()).toBe(0);
    expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
    copy.close();
  });

  test("keeps the newest ten copies", async () => {
    await migrate(source, migrations);
    for (let n = 10; n < 22; n += 1) {
      addMigration(`299901010000${n}_step`, `CREATE TABLE "Step${n}" ("id" TEXT PRIMARY KEY);`);
      await migrate(source, migrations);
    }
    expect(backups()).toHaveLength(10);
  });

  test("changes nothing when the copy is not whole", async () => {
    await migrate(source, migrations);
    addMigration("29990101000000_next", 'DROP TABLE "Comment";');
    writeFileSync(join(folder, "data/backups"), "a file where the folder belongs");
    await expect(migrate(source, migrations)).rejects.toThrow(/nothing was changed/);
    expect(await applied()).not.toContain("29990101000000_next");
  });

  test("rebuilds a table without deleting the rows that point at it", async () => {
    await migrate(source, migrations);
    await sql(
      `INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ('u', 'Ann', 'ann@example.org', '2026-01-01')`,
    );
    await sql(
      `INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "updatedAt") VALUES ('s', 't', 'u', '2027-01-01', '2026-01-01')`,
    );
    addMigration(
      "29990101000000_rebuild",
      `PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" AS SELECT * FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
CREATE UNIQUE INDEX "User_id" ON "User"("id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;`,
    );
    await migrate(source, migrations);
    expect(await sql('SELECT "id" FROM "Session"')).toEqual([{ id: "s" }]);
  });
});

describe.skipIf(provider !== "postgresql")("the PostgreSQL migrations", () => {
  // The SQLite ones are compared by `npm run db:check`; the engine cannot read a PostgreSQL catalogue through the driver.
  test("make what prisma/schema.prisma says", async () => {
    await migrate(source, migrations);
    const schema = postgresqlSchema(readFileSync(join(process.cwd(), "prisma/schema.prisma"), "utf8"));
    const script = await diff(offlinePostgresql(), empty, schemaTarget(schema));
    const made = await catalogue();
    const other = await createPostgresqlDatabase("nothing");
    source = { kind: "postgresql", url: other.url };
    try {
      await sql(script ?? "");
      expect(made).toEqual(await catalogue());
    } finally {
      await other.drop();
    }
  });

  async function catalogue() {
    return {
      columns: await sql(
        `SELECT table_name, column_name, data_type, is_nullable, column_default, datetime_precision
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
      ),
      indexes: await sql(
        `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
      ),
      keys: await sql(
        `SELECT conrelid::regclass::text AS table, conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u')
           AND conrelid::regclass::text <> '_prisma_migrations' ORDER BY 1, 2`,
      ),
    };
  }
});
