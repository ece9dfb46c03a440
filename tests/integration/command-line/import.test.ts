import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, database } from "@/server/database/client";
import { Child } from "../../support/child";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type Sample, seedSample } from "../../support/sample";

let scratch: TestDatabase;
let sample: Sample;
let folder: string;

beforeAll(async () => {
  scratch = await createTestDatabase("sample");
  sample = await seedSample();
  folder = mkdtempSync(join(tmpdir(), "sayso-import-command-"));
  const brat = join(folder, "brat");
  for (const annotator of ["ann", "bob"]) {
    mkdirSync(join(brat, annotator), { recursive: true });
    writeFileSync(join(brat, annotator, "trams.txt"), "👧 said the trams are full.\n");
    writeFileSync(join(brat, annotator, "trams.ann"), "T1\tcontent 7 26\tthe trams are full.\n");
  }
  writeFileSync(join(brat, "bob", "trams.ann"), "T1\tcontent 7 26\tthe trams are late.\n");
  mkdirSync(join(folder, "articles"));
  writeFileSync(join(folder, "articles", "a.txt"), "An article about rain.\n\nIt rained.");
  writeFileSync(join(folder, "articles", "b.pdf"), "%PDF-1.7 broken");
});
afterAll(async () => {
  await scratch.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command in a process of its own on the data of this test. */
async function sayso(...args: string[]) {
  // One process may own the embedded data.
  await closeDatabase();
  const env = { DATA_DIR: scratch.dataDir, DATABASE_URL: scratch.url ?? "", NODE_OPTIONS: "" };
  return new Child("scripts/sayso/main.ts", { args: ["import", ...args], env }).ended();
}

async function saysoJson(...args: string[]) {
  const { code, output } = await sayso(...args, "--json");
  return { code, value: JSON.parse(output) as Record<string, unknown> };
}

test("a folder of annotated data is looked at, then imported", { timeout: 60_000 }, async () => {
  const looked = await saysoJson(join(folder, "brat"), "--dry-run");
  expect(looked.code).toBe(0);
  expect(looked.value).toMatchObject({ format: "brat standoff", importable: true, import: null });
  expect(looked.value.counts).toMatchObject({ documents: 1, readings: 2, statements: 1 });
  expect(JSON.stringify(looked.value.groups)).toContain("quote_mismatch");
  expect(await database().document.count()).toBe(1);
  const { code, output } = await sayso(join(folder, "brat"), "--project", sample.projectId);
  expect(code, output).toBe(0);
  expect(output).toMatch(/Imported into .*; the import is [0-9a-f-]{36}\.\n$/);
  expect(await database().document.count()).toBe(2);
});

test("articles come in as well; what cannot be read is said, and the exit code with it", {
  timeout: 60_000,
}, async () => {
  const { code, value } = await saysoJson(join(folder, "articles"));
  expect(code).toBe(1);
  expect(value).toMatchObject({ format: "articles", documents: 1, problems: [{ file: "b.pdf" }] });
  const again = await saysoJson(join(folder, "articles", "a.txt"), "--dry-run");
  expect(again.value).toMatchObject({ documents: 0, repeated: [expect.anything()] });
});

test("what was called wrongly says so", async () => {
  expect((await sayso()).code).toBe(2);
  expect((await sayso("x.json", "--format", "word")).code).toBe(2);
  expect((await sayso(join(folder, "nothing-there"))).code).toBe(1);
});
