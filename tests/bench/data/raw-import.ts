import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { provideSqliteProgram } from "@/scripts/test/provisions";
import { findPostgres } from "@/tests/support/postgres";
import type { ServerData } from "@/tests/support/server";

export interface RawImport {
  /** What was run, for people. */
  name: string;
  /** Milliseconds. */
  time: number;
}

/** The tables that an import fills, with which of their rows are the project's. */
const TABLES = [
  ["Document", `"projectId" = 'PROJECT'`],
  ["Assignment", `"documentId" IN (SELECT "id" FROM "Document" WHERE "projectId" = 'PROJECT')`],
  [
    "Statement",
    `"assignmentId" IN (SELECT a."id" FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId" WHERE d."projectId" = 'PROJECT')`,
  ],
  [
    "StatementStance",
    `"statementId" IN (SELECT s."id" FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId" JOIN "Document" d ON d."id" = a."documentId" WHERE d."projectId" = 'PROJECT')`,
  ],
] as const;

/**
 * The same rows from CSV files into empty tables with the same indexes, by the database's own tool in one transaction:
 * nothing of them is looked at. The server is not running. Null where there is no such tool.
 */
export async function importRaw(data: ServerData, projectId: string): Promise<RawImport | null> {
  const files = TABLES.map(([table, condition]) => ({
    ...{ table, file: join(data.dataDir, `${table}.csv`), rows: condition.replaceAll("PROJECT", projectId) },
  }));
  if (data.provider === "postgresql") return byCopy(data.databaseUrl, files);
  return (await provideSqliteProgram()) ? byShell(data.dataDir, files) : null;
}

const SHELL = "sqlite3";

type Files = readonly { table: string; file: string; rows: string }[];

function byShell(folder: string, files: Files): RawImport {
  const shell = (file: string, script: string) =>
    execFileSync(SHELL, [join(folder, file)], { input: script, stdio: "pipe" });
  for (const { table, file, rows } of files) {
    shell("sayso.db", `.mode csv\n.output "${file}"\nSELECT * FROM "${table}" WHERE ${rows};\n`);
  }
  const names = files.map(({ table }) => `'${table}'`).join();
  const made = shell(
    "sayso.db",
    `SELECT sql || ';' FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL AND tbl_name IN (${names}) ORDER BY type DESC;`,
  );
  // To .import what is empty is an empty text and not nothing: what may be missing would not be unique.
  const tables = made.toString().replaceAll("CREATE UNIQUE INDEX", "CREATE INDEX");
  shell("raw.db", `PRAGMA journal_mode = WAL;\n${tables}`);
  const begun = performance.now();
  const commands = files.map(({ table, file }) => `.import "${file}" ${table}`);
  shell("raw.db", ["PRAGMA synchronous = FULL;", ".mode csv", "BEGIN;", ...commands, "COMMIT;", ""].join("\n"));
  return { name: ".import", time: performance.now() - begun };
}

function byCopy(url: string, files: Files): RawImport {
  const beside = join(findPostgres() ?? "", "psql");
  const psql = existsSync(beside) ? beside : "psql";
  const run = (script: string) => execFileSync(psql, ["-X", "-q", "-v", "ON_ERROR_STOP=1", url], { input: script });
  for (const { table, file, rows } of files) {
    run(`\\copy (SELECT * FROM "${table}" WHERE ${rows}) TO '${file}' (FORMAT csv)\n`);
  }
  run(
    `CREATE SCHEMA raw;\n${files.map(({ table }) => `CREATE TABLE raw."${table}" (LIKE "${table}" INCLUDING ALL);\n`).join("")}`,
  );
  const begun = performance.now();
  const copies = files.map(({ table, file }) => `\\copy raw."${table}" FROM '${file}' (FORMAT csv)`);
  run(["BEGIN;", ...copies, "COMMIT;", ""].join("\n"));
  return { name: "COPY", time: performance.now() - begun };
}
