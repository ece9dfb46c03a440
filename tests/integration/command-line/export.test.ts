import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ExportQuery } from "@/domain/contract/export";
import { database } from "@/server/database/client";
import { exportDataset } from "@/server/queries/export-dataset";
import { Child } from "../../support/child";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

let scratch: TestDatabase;
let sample: Sample;
let folder: string;

beforeAll(async () => {
  scratch = await createTestDatabase("sample");
  sample = await seedSample();
  folder = mkdtempSync(join(tmpdir(), "sayso-export-"));
});
afterAll(async () => {
  await scratch.close();
  rmSync(folder, { recursive: true });
});

/** Runs `sayso export` beside this process, which has the data open as a server has. */
async function exportTo(...args: string[]) {
  const env = { DATA_DIR: scratch.dataDir, DATABASE_URL: scratch.url ?? "", SAYSO_CALLED_IN: folder };
  return new Child("scripts/sayso/main.ts", { args: ["export", ...args], env }).ended();
}

test("writes what the API answers, once, and says so to people and to programs", async () => {
  const file = join(folder, "dataset.json");
  const done = await exportTo("--format", "json", "--layers", "annotation", "--out", "dataset.json", "--json");
  expect(done.code, done.output).toBe(0);
  const answer = await exportDataset(
    await makeActor(sample, "manager"),
    sample.projectId,
    ExportQuery.parse({ format: "json", layers: "annotation" }),
  );
  expect(readFileSync(file, "utf8")).toBe(await answer.text());
  expect(JSON.parse(done.output)).toMatchObject({ project: { id: sample.projectId }, format: "json", file });

  writeFileSync(file, "mine");
  const refused = await exportTo("--out", "dataset.json");
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("--force") });
  expect(readFileSync(file, "utf8")).toBe("mine");
  const forced = await exportTo("--project", sample.projectId, "--format", "csv", "--out", file, "--force");
  expect(forced).toMatchObject({ code: 0, output: expect.stringContaining("Wrote 1 document") });
  expect(readFileSync(file, "utf8")).toMatch(/^document_id,/);
});

test("goes to the standard output alone, and is called wrongly with what does not exist", async () => {
  const { code, output } = await exportTo("--format", "jsonl", "--out", "-");
  expect(code).toBe(0);
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  expect(lines.map((line) => JSON.parse(line) as object)).toHaveLength(30);
  const wrong = await exportTo("--network-type", "round");
  expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining("--network-type: ") });
  expect(await exportTo("--project", "nothing")).toMatchObject({
    code: 1,
    output: expect.stringContaining("no project"),
  });
});

test("leaves nothing behind where the data contradicts itself", async () => {
  const { id, spans } = await database().statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } });
  const broken = JSON.parse(JSON.stringify(spans).replace(/"quote":"[^"]*"/, '"quote":"never said"')) as object;
  await database().statement.update({ where: { id }, data: { spans: broken } });
  const failed = await exportTo("--format", "bundle", "--out", "broken.zip");
  expect(failed).toMatchObject({ code: 1, output: expect.stringContaining("Nothing was exported") });
  expect(existsSync(join(folder, "broken.zip"))).toBe(false);
  expect(readdirSync(folder)).toEqual(["dataset.json"]);
});
