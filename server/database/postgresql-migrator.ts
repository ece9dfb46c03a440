import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { StartError } from "../start-error";
import type { Migrator } from "./migrate";
import { RECORDED_SQL, type RecordedMigration } from "./plan-migrations";

// Column for column what Prisma creates.
const RECORDS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** The advisory lock `prisma migrate` takes, so that the two exclude each other as well. */
const LOCK = 72_707_369;
const LOCK_TIMEOUT_MS = 60_000;

/** Connects and waits up to a minute for others who migrate. Throws `StartError` when the server will not have us. */
export async function openPostgresqlMigrator(url: string): Promise<Migrator> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "sayso-migrate",
  });
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(explainRefusal(error, url), { cause: error });
  }
  try {
    await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    // The migrations themselves may wait for the tables of a server that is still running.
    await client.query("SET lock_timeout = 0");
  } catch (error) {
    await client.end();
    throw new StartError(
      "Another Sayso has been changing this database for a minute: wait for it to finish and start again.",
      {
        cause: error,
      },
    );
  }

  const has = async (relation: string) =>
    (await client.query<{ present: boolean }>(`SELECT EXISTS (${relation}) AS present`)).rows[0]?.present === true;
  const tables = "SELECT 1 FROM pg_tables WHERE schemaname = current_schema()";
  return {
    async recorded() {
      if (!(await has(`${tables} AND tablename = '_prisma_migrations'`))) return null;
      const { rows } = await client.query<RecordedMigration>(RECORDED_SQL);
      return rows;
    },
    hasTables: () => has(tables),
    async apply({ name, sql, checksum }) {
      await client.query("BEGIN");
      try {
        await client.query(RECORDS);
        await client.query(sql);
        await client.query(
          `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
           VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
          [randomUUID(), checksum, name],
        );
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      }
    },
    // Ending the session releases the lock.
    close: () => client.end(),
  };
}

function explainRefusal(error: unknown, url: string): string {
  const { hostname, port, pathname } = new URL(url);
  const server = `PostgreSQL at ${hostname}:${port || 5432}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "28P01" || code === "28000")
    return `${server} refused the user or the password: correct them in DATABASE_URL.`;
  if (code === "3D000")
    return `${server} has no database "${decodeURIComponent(pathname.slice(1))}": create it or correct DATABASE_URL.`;
  const reason = error instanceof Error ? error.message || code : String(error);
  return `${server} cannot be reached (${reason}): check that it runs and that DATABASE_URL names it.`;
}
