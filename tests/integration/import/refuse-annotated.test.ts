import { beforeAll, describe, expect, it } from "vitest";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { readFile } from "@/server/import/read-file";
import { writeFiles } from "../../support/flat-dataset";
import { goldenDataset } from "../../support/golden-dataset";

const ANNOTATED = [
  "json",
  "jsonl",
  "csv",
  "brat",
  "label-studio",
  "web-annotation",
  "webanno-tsv",
  "cas-json",
  "dna-events",
] as const;

describe.each(ANNOTATED)("an export as %s among articles", (key) => {
  let files: [string, Buffer][] = [];
  beforeAll(async () => {
    files = [...(await writeFiles(EXPORT_FORMATS[key], goldenDataset))];
  });

  it("is told to be annotated data", async () => {
    const [name = "", bytes = Buffer.alloc(0)] =
      files.find(([path]) => /\.(?:json|jsonl|jsonld|csv|tsv|ann)$/.test(path)) ?? [];
    const { documents, problems } = await readFile({ name, bytes });
    expect(documents).toEqual([]);
    expect(problems[0]?.message).toContain("annotated data");
  });
});

it("leaves articles in tables and lists be", async () => {
  const list = JSON.stringify({ data: [{ title: "One", text: "A text.", start: 1, source: "x" }] });
  const table = "title,text,source,quote\nOne,A text.,Daily,yes\n";
  for (const [name, text] of [
    ["a.json", list],
    ["a.csv", table],
    ["a.txt", "#FORMAT of this text"],
  ] as const) {
    expect((await readFile({ name, bytes: Buffer.from(text) })).documents).toHaveLength(1);
  }
});
