import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { writeFiles } from "@/tests/support/flat-dataset";
import { goldenDataset } from "@/tests/support/golden-dataset";

const FOLDER = path.join(import.meta.dirname, "formats");
const READER = path.join(import.meta.dirname, "../support/read_formats.py");
const formats = Object.entries(EXPORT_FORMATS);

// `UPDATE_GOLDEN=1 npx vitest run --project unit tests/golden/formats` writes them anew; read the difference before it
// is committed.
test.each(formats)("%s is byte for byte what it was", async (name, format) => {
  const folder = path.join(FOLDER, name);
  const files = await writeFiles(format, goldenDataset);
  if (process.env.UPDATE_GOLDEN) replace(folder, files);
  expect([...files.keys()].sort()).toEqual(listFiles(folder));
  for (const [file, bytes] of files) {
    const golden = readFileSync(path.join(folder, file));
    if (!golden.equals(bytes)) expect(bytes.toString("utf8"), file).toBe(golden.toString("utf8"));
    expect(golden.equals(bytes), file).toBe(true);
  }
});

function replace(folder: string, files: ReadonlyMap<string, Buffer>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, bytes] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  }
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

test("a reader in Python finds in every format what is in the JSON", () => {
  const counts = JSON.parse(execFileSync("python3", [READER, FOLDER], { encoding: "utf8" }));
  const read = Object.keys(counts).sort();
  // The JSON is what they are held against, the CSV what the workbook is; Parquet is read below.
  const others = ["json", "csv", "parquet"];
  expect(read).toEqual(
    formats
      .map(([name]) => name)
      .filter((name) => !others.includes(name))
      .sort(),
  );
});

test("DuckDB reads from Parquet what it reads from CSV, with types", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const file = path.join(FOLDER, "parquet/statements.parquet");
  const columns = await ask(`DESCRIBE SELECT * FROM read_parquet('${file}')`);
  const typeOf = Object.fromEntries(columns.map(({ column_name, column_type }) => [column_name, column_type]));
  expect(typeOf).toMatchObject({
    content_start: "INTEGER",
    blind: "BOOLEAN",
    origin_score: "DOUBLE",
    created_at: "TIMESTAMP WITH TIME ZONE",
    content_quote: "VARCHAR",
  });
  const csv = path.join(FOLDER, "csv/statements.csv");
  const names = columns.map(({ column_name }) => `"${column_name}"`);
  // Times as CSV has them, and everything else as DuckDB writes it as text.
  const asText = names.map((name) =>
    typeOf[name.slice(1, -1)] === "BOOLEAN"
      ? `upper(${name}::VARCHAR) AS ${name}`
      : name.endsWith('_at"')
        ? `strftime(${name} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ') AS ${name}`
        : `${name}::VARCHAR AS ${name}`,
  );
  const stored = await ask(`SELECT ${asText.join(", ")} FROM read_parquet('${file}')`);
  const rows = await ask(`SELECT ${names.join(", ")} FROM read_csv('${csv}', all_varchar = true, nullstr = '')`);
  expect(stored).toEqual(rows);
  expect(stored).toHaveLength(8);
  const metadata = await ask(`SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${file}')`);
  expect(metadata).toContainEqual({ key: "offset_unit", value: "unicode_code_point" });
});
