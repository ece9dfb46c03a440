import fc from "fast-check";
import type { FileKind } from "@/domain/contract/import";
import { makeDocx, makePdf, makeZip } from "./hostile-zip";

/** A whole file of each kind. */
export const WHOLE: Readonly<Record<FileKind, Uint8Array>> = {
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
export const damage = fc.array(
  fc.record({ at: fc.nat(), length: fc.nat(40), bytes: fc.uint8Array({ maxLength: 20 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

type Damage = typeof damage extends fc.Arbitrary<infer Changes> ? Changes : never;

/** The bytes after all of that. */
export function damaged(whole: Uint8Array, changes: Damage): Uint8Array {
  let bytes = whole;
  for (const { at, length, bytes: put } of changes) {
    const place = at % (bytes.length + 1);
    bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + length)]);
  }
  return bytes;
}
