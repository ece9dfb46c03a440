import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { writeFiles } from "@/tests/support/flat-dataset";
import { goldenDataset } from "@/tests/support/golden-dataset";

const FOLDER = path.join(import.meta.dirname, "formats");
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
