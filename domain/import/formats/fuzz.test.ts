import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { brat } from "@/domain/formats/brat";
import { casJson } from "@/domain/formats/cas-json";
import { csv } from "@/domain/formats/csv-formats";
import { dnaEvents } from "@/domain/formats/dna-events";
import type { ExportFormat } from "@/domain/formats/export-format";
import { jsonl } from "@/domain/formats/jsonl";
import { labelStudio } from "@/domain/formats/label-studio";
import { webAnnotation } from "@/domain/formats/web-annotation";
import { webannoTsv } from "@/domain/formats/webanno-tsv";
import type { AnnotatedDocument } from "@/domain/import/annotated/annotated-data";
import { AnnotatedFormatError, type ArticleReference } from "@/domain/import/annotated/annotated-format";
import { ANNOTATED_FORMATS, recogniseFormat } from "@/domain/import/annotated/annotated-formats";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import { annotatedFiles, parseAll } from "@/tests/support/annotated-files";
import { writeFiles } from "@/tests/support/flat-dataset";
import { goldenDataset } from "@/tests/support/golden-dataset";

const WRITTEN: Readonly<Record<string, ExportFormat>> = {
  ...{ brat, "label-studio": labelStudio, "web-annotation": webAnnotation, "webanno-tsv": webannoTsv },
  ...{ "cas-json": casJson, "dna-events": dnaEvents, statements: csv, "statements in JSON Lines": jsonl },
};

/** What breaks readers: of JSON, of tables, of brat, of WebAnno, of anything. */
const PIECES = [
  ...["", "\0", "\n", "\r\n", "\t", "\uFEFF", "👩‍👧", "\u202E", '"', "\\", "'", " "],
  ...["{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e999", "99999999999999999999", "0.5", "[[[[[[[["],
  ...["__proto__", "constructor", "toString", '{"__proto__":{"a":1}}'],
  ...[";", "|", "_", "*", "->", "[1]", "1-1", "2-1.1", "T1", "E1", "R1 ", "\tE1", "Content", "#Text=", "#T_SP=a|b\n"],
];

const edits = fc.array(
  fc.record({
    file: fc.nat(50),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 1, 5, 100),
    put: fc.constantFrom(...PIECES),
    times: fc.constantFrom(1, 1, 1, 20),
  }),
  { minLength: 1, maxLength: 8 },
);
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function damaged(files: readonly (readonly [string, string])[], all: Edits): Record<string, string> {
  const changed = files.map(([name, text]): [string, string] => [name, text]);
  for (const { file, at, removed, put, times } of all) {
    const held = changed[file % changed.length];
    if (!held) continue;
    const place = Math.floor(at * held[1].length);
    held[1] = held[1].slice(0, place) + put.repeat(times) + held[1].slice(place + removed);
  }
  // A file of bytes holds no half of a character.
  return Object.fromEntries(changed.map(([name, text]) => [name, text.toWellFormed()]));
}

const findText = async ({ id }: ArticleReference) => goldenDataset.documents.find((one) => one.id === id) ?? null;

/** Whatever a file holds, what comes of it is whole. */
function expectWhole(documents: readonly AnnotatedDocument[]): void {
  for (const { id, text, passes } of documents) {
    const known = goldenDataset.documents.find((one) => one.id === id)?.text;
    const stored = new DocumentText(text === null ? (known ?? "") : normaliseText(text));
    const keys = passes.flatMap(({ statements }) => statements.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { spans, parent, sameClaimAs, speaker, note } of passes.flatMap(({ statements }) => statements)) {
      for (const { start, end, quote } of spans) expect(quote).toBe(stored.slice(start, end));
      for (const tie of [parent, sameClaimAs]) if (tie !== null) expect(keys).toContain(tie);
      expect([typeof note, speaker === null || speaker !== ""]).toEqual(["string", true]);
    }
  }
}

describe.each(Object.entries(WRITTEN))("damaged files of %s", (name, written) => {
  const format = ANNOTATED_FORMATS.find(({ key }) => name.startsWith(key));
  let files: [string, string][] = [];
  beforeAll(async () => {
    files = [...(await writeFiles(written, goldenDataset))].map(([path, bytes]) => [path, bytes.toString("utf8")]);
  });

  it("are recognised while they are whole", async () => {
    const heads = new Map(files.map(([path, text]) => [path, text.slice(0, 4096)]));
    const found = recogniseFormat(annotatedFiles(Object.fromEntries(files)), (file) => heads.get(file.name) ?? "");
    expect(found?.key).toBe(format?.key);
  });

  it("are read or refused in a sentence, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        if (!format) throw new Error(`No format reads ${name}.`);
        try {
          expectWhole((await parseAll(format, damaged(files, all), { findText })).documents);
        } catch (error) {
          if (!(error instanceof AnnotatedFormatError)) throw error;
          expect(error.message).toMatch(/^\S.*[.:]/s);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect("a" in {}).toBe(false);
      }),
      { numRuns: 120 },
    );
  });
});
