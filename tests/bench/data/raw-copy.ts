import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { provideSqliteProgram } from "@/scripts/test/provisions";
import { findPostgres } from "@/tests/support/postgres";
import type { ServerData } from "@/tests/support/server";

export type RawFormat = "csv" | "jsonl";

export interface RawCopy {
  /** What was run, for people. */
  name: string;
  /** Milliseconds. */
  time: number;
  bytes: number;
}

/** What of each statement and stance the wide table has, as it is stored: spans, chain and answers as their JSON. */
const COLUMNS = `d."id", d."sha256", d."title", a."kind", a."userId", a."unblindedAt", a."suggestionsShownAt", s."id",
  s."spans", s."speakerId", sp."name", s."chain", t."key", t."name", st."value", st."basis", s."fields", s."confidence",
  s."unsureComment", s."note", s."parentId", s."sameClaimAsId", s."derivedFromId", c."version", s."revision",
  s."createdAt", s."updatedAt"`;

const PARTS = [
  ["id", 's."id"'],
  [
    "document",
    "OBJECT('id', d.\"id\", 'title', d.\"title\", 'outlet', d.\"outlet\", 'author', d.\"author\", 'published', d.\"published\", 'url', d.\"url\", 'language', d.\"language\", 'sha256', d.\"sha256\")",
  ],
  ["layer", 'a."kind"'],
  ["annotator", 'a."userId"'],
  ["spans", 'JSON(s."spans")'],
  ["speaker", "OBJECT('id', sp.\"id\", 'name', sp.\"name\", 'kind', sp.\"kind\")"],
  ["chain", 'JSON(s."chain")'],
  [
    "stance",
    "OBJECT('target_id', t.\"id\", 'target_key', t.\"key\", 'target', t.\"name\", 'value', st.\"value\", 'basis', st.\"basis\")",
  ],
  ["fields", 'JSON(s."fields")'],
  ...["confidence", "note", "parentId", "sameClaimAsId", "derivedFromId", "revision", "createdAt", "updatedAt"].map(
    (name) => [name, `s."${name}"`],
  ),
];

const rowsOf = (projectId: string) => `FROM "Document" d
  JOIN "Assignment" a ON a."documentId" = d."id" AND a."kind" = 'annotation' AND a."state" = 'submitted'
  JOIN "Statement" s ON s."assignmentId" = a."id" AND s."deletedAt" IS NULL
  JOIN "CodebookVersion" c ON c."id" = s."codebookVersionId"
  LEFT JOIN "Speaker" sp ON sp."id" = s."speakerId"
  LEFT JOIN "StatementStance" st ON st."statementId" = s."id"
  LEFT JOIN "Target" t ON t."id" = st."targetId"
  WHERE d."projectId" = '${projectId}'
  ORDER BY d."position", d."id", a."kind", a."id", s."start", s."id"`;

function queryOf(projectId: string, format: RawFormat, words: { object: string; json: (column: string) => string }) {
  if (format === "csv") return `SELECT ${COLUMNS} ${rowsOf(projectId)}`;
  const parts = PARTS.map(([name, sql]) => `'${name}', ${sql}`).join(", ");
  const sql = `OBJECT(${parts})`
    .replaceAll("OBJECT(", `${words.object}(`)
    .replace(/JSON\((s\."\w+")\)/g, (_, column) => words.json(column));
  return `SELECT ${sql} ${rowsOf(projectId)}`;
}

/**
 * The same rows by the database's own tool: `sqlite3 -csv` and `json_object`, PostgreSQL's COPY. Like the export they are read
 * through a pipe and thrown away. Null where there is no such tool and none can be installed.
 */
export async function copyRaw(data: ServerData, projectId: string, format: RawFormat): Promise<RawCopy | null> {
  if (data.provider === "sqlite") {
    const words = { object: "json_object", json: (column: string) => `json(${column})` };
    const options = format === "csv" ? ["-csv", "-header"] : ["-list"];
    const file = join(data.dataDir, "sayso.db");
    const args = ["-readonly", ...options, file, queryOf(projectId, format, words)];
    if (!(await provideSqliteProgram())) return null;
    return { name: format === "csv" ? "sqlite3 -csv" : "json_object", ...(await piped("sqlite3", args)) };
  }
  const words = { object: "json_build_object", json: (column: string) => column };
  const written = format === "csv" ? "(FORMAT csv, HEADER)" : "";
  const sql = `COPY (${queryOf(projectId, format, words)}) TO STDOUT ${written}`;
  const beside = join(findPostgres() ?? "", "psql");
  const psql = existsSync(beside) ? beside : "psql";
  const found = await piped(psql, ["-X", "-q", data.databaseUrl, "-c", sql]);
  return { name: format === "csv" ? "COPY" : "COPY of json_build_object", ...found };
}

function piped(program: string, args: readonly string[]): Promise<{ time: number; bytes: number }> {
  const begun = performance.now();
  const child = spawn(program, [...args], { stdio: ["ignore", "pipe", "pipe"] });
  let bytes = 0;
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve({ time: performance.now() - begun, bytes });
      else reject(new Error(`${program} ended with ${code}: ${told}`));
    });
  });
}
