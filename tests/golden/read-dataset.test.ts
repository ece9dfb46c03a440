import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { csv as csvFormat } from "@/domain/formats/csv-formats";
import { json as jsonFormat } from "@/domain/formats/json";
import { hostileDataset, sampleDataset } from "@/tests/support/dataset";
import { type FlatDataset, writeText } from "@/tests/support/flat-dataset";

const READER = join(import.meta.dirname, "../support/read_dataset.py");
const folder = mkdtempSync(join(tmpdir(), "sayso-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hashed = (dataset: FlatDataset): FlatDataset => ({
  ...dataset,
  documents: dataset.documents.map((document) => ({ ...document, sha256: sha256(document.text) })),
});

/** Runs the reader; its first line as an object, and the rest. */
function read(...files: string[]): { counts: Record<string, number>; complaints: string[] } {
  let output: string;
  try {
    output = execFileSync("python3", [READER, ...files], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
    if (!output.startsWith("{")) throw error;
  }
  const [counts = "", ...complaints] = output.trimEnd().split("\n");
  return { counts: JSON.parse(counts), complaints };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

// Each reading is a process of its own, which takes its time on a busy machine.
describe("a researcher's reader", { timeout: 30_000 }, () => {
  it.each(["raw", "spreadsheet"] as const)("finds no mismatch in the sample, cells %s", async (cells) => {
    const dataset = hashed(sampleDataset());
    const json = write("sample.json", await writeText(jsonFormat, dataset));
    const csv = write("sample.csv", await writeText(csvFormat, dataset, { cells }));
    const result = read(json, csv, ...(cells === "spreadsheet" ? ["--spreadsheet"] : []));
    expect(result.complaints).toEqual([]);
    expect(result.counts).toMatchObject({ documents: 1, assignments: 2, statements: 30, mismatches: 0 });
    // 18 and 12 statements; S04 and S05 take two stances each.
    expect(result.counts.rows).toBe(32);
  });

  it("finds no mismatch in datasets made of hostile texts", async () => {
    const files: string[][] = [];
    for (const [index, generated] of fc.sample(hostileDataset, { numRuns: 3, seed: 20220121 }).entries()) {
      const dataset = hashed(generated);
      const json = write(`hostile-${index}.json`, await writeText(jsonFormat, dataset));
      files.push(
        [json, write(`hostile-${index}.csv`, await writeText(csvFormat, dataset, { cells: "raw" }))],
        [
          json,
          write(`hostile-${index}-sheet.csv`, await writeText(csvFormat, dataset, { cells: "spreadsheet" })),
          "--spreadsheet",
        ],
      );
    }
    let spans = 0;
    for (const arguments_ of files) {
      const { counts, complaints } = read(...arguments_);
      expect(complaints).toEqual([]);
      spans += counts.spans ?? 0;
    }
    expect(spans).toBeGreaterThan(100);
  });

  it("notices a shifted span, a changed text, a lost row and a broken reference", async () => {
    const dataset = hashed(sampleDataset());
    const json = await writeText(jsonFormat, dataset);
    const csv = await writeText(csvFormat, dataset, { cells: "raw" });
    const complain = (changedJson: string, changedCsv = csv) =>
      read(write("broken.json", changedJson), write("broken.csv", changedCsv)).complaints.join("\n");
    expect(complain(json.replace('"start":76,', '"start":75,'))).toMatch(/text\[75:207\] is ' the resolution/);
    expect(complain(json.replace("on Friday", "on friday"))).toMatch(/SHA-256/);
    expect(complain(json.replace(/"speaker_id":"[^"]*"/, '"speaker_id":null'))).toMatch(/chain does not end/);
    expect(complain(json, csv.replace(/\r\n[^\r]*\r\n$/, "\r\n"))).toMatch(/31 rows, the JSON has 32/);
    expect(complain(json, csv.replace(",76,207,", ",77,207,"))).toMatch(/content differs/);
  });
});
