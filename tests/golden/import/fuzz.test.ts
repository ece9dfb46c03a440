import fc from "fast-check";
import { expect, test } from "vitest";
import { FILE_KINDS, type FileKind } from "@/domain/contract/import";
import { readFile } from "@/server/import/read-file";
import { makeDocx, makePdf, makeZip } from "../../support/hostile-zip";

const WHOLE: Readonly<Record<FileKind, Uint8Array>> = {
  txt: Buffer.from("\uFEFFA “text” 👩‍👩‍👧\r\nof lines."),
  markdown: Buffer.from("---\ntitle: A\n---\n# Head\n\ntext"),
  html: Buffer.from(
    "<!doctype html><html lang=en><title>A</title><body><article><p>One.<p>Two.</article></body></html>",
  ),
  pdf: makePdf([
    ["One line of text", 700],
    ["and another one", 686],
  ]),
  docx: makeDocx(["One.", "Two."]),
  csv: Buffer.from('text,title\n"a ""b""",c\n'),
  json: Buffer.from('[{"text":"a","title":["b"],"date":5}]'),
  jsonl: Buffer.from('{"text":"a"}\n{"text":"b"}\n'),
  zip: makeZip([
    { name: "a.txt", content: "One." },
    { name: "b.html", content: "<html><body><p>Two." },
  ]),
};

/** What happens to a byte string on its way here: bytes change, are lost, and come twice. */
const damage = fc.array(fc.record({ at: fc.nat(), length: fc.nat(40), bytes: fc.uint8Array({ maxLength: 20 }) }), {
  minLength: 1,
  maxLength: 6,
});

test.each(FILE_KINDS)("whatever is done to %s, it is read or told", async (kind) => {
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      let bytes: Uint8Array = WHOLE[kind];
      for (const { at, length, bytes: put } of changes) {
        const place = at % (bytes.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + length)]);
      }
      const { documents, problems, table } = await readFile({ name: `a.${kind === "markdown" ? "md" : kind}`, bytes });
      // A table of nothing but its head has neither.
      expect(documents.length + problems.length > 0 || table !== null).toBe(true);
      for (const { text } of documents) expect(/^\uFEFF\uFEFF|\r|\0|\p{Surrogate}/u.test(text)).toBe(false);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
