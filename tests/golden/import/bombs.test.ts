import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Child } from "../../support/child";
import { makeDocx, makeZip, type ZipPart } from "../../support/hostile-zip";

// What a ZIP can do to a server that opens it: each is refused within 2 s of processor time and 64 MB more memory, and
// nothing is written but below the folder it may unpack into. T27.

interface Told {
  name: string;
  told: string[];
  /** Milliseconds of processor time. */
  time: number;
  /** Bytes, since before the first of them. */
  growth: number;
}

const MOST_TIME = 2000;
const MOST_MEMORY = 64 * 1024 * 1024;

/** A thousand to one: 100 MB each. */
const ZEROS = deflateRawSync(Buffer.alloc(100 * 1024 * 1024));
const bomb = (name: string, lie: Partial<ZipPart> = {}): ZipPart => ({
  ...{ name, deflated: ZEROS, claimedSize: 100 * 1024 * 1024, ...lie },
});

function nested(depth: number): Uint8Array {
  return depth === 0 ? makeZip([bomb("zeros.txt")]) : makeZip([{ name: "inner.zip", content: nested(depth - 1) }]);
}

const BOMB = /more than 200 times its size|larger than \d+ MB/;
const LIE = /comes out of it than the ZIP says/;
const LEADS_OUT = /would lead out of the ZIP/;

const outside = (folder: string) => [
  ...["../out.txt", "../../out.txt", "a/../../../out.txt", path.join(folder, "out.txt"), "C:/out.txt"],
  ...["..\\out.txt", "a\0out.txt", "__proto__/out.txt", "\\\\host\\share\\out.txt"],
];

/** File → what it is, and what is said of it. */
const hostile = (folder: string): Record<string, { bytes: Uint8Array; refused: RegExp }> => ({
  "ratio.zip": { bytes: makeZip([bomb("zeros.txt")]), refused: BOMB },
  "size-0.zip": { bytes: makeZip([bomb("zeros.txt", { claimedSize: 0 })]), refused: LIE },
  "size-false.zip": { bytes: makeZip([bomb("zeros.txt", { claimedSize: 10 })]), refused: LIE },
  "size-elsewhere.zip": { bytes: makeZip([bomb("zeros.txt", { claimedSize: 0xffffffff })]), refused: BOMB },
  "many.zip": { bytes: makeZip(Array.from({ length: 50 }, (_, at) => bomb(`${at}.txt`))), refused: BOMB },
  "overlapping.zip": {
    bytes: makeZip([
      bomb("0.txt"),
      ...Array.from({ length: 5000 }, (_, at) => ({ name: `${at + 1}.txt`, sharesWith: 0 })),
    ]),
    refused: /share the same bytes|holds 5001 files/,
  },
  "overlapping-few.zip": {
    bytes: makeZip([bomb("0.txt"), { name: "1.txt", sharesWith: 0 }]),
    refused: /share the same bytes/,
  },
  "entries.zip": {
    bytes: makeZip(Array.from({ length: 100_000 }, (_, at) => ({ name: `${at}`, deflated: EMPTY, crc: 0 }))),
    refused: /holds 65535 files/,
  },
  "nested.zip": { bytes: nested(5), refused: /ZIP in a ZIP|file inner\.zip/ },
  "document.docx": { bytes: makeDocx(["x"], [bomb("word/document.xml")]), refused: BOMB },
  "styles.docx": { bytes: makeDocx(["x"], [bomb("word/styles.xml", { claimedSize: 0 })]), refused: LIE },
  "names.zip": {
    bytes: makeZip(outside(folder).map((name) => ({ name, content: "out" }))),
    refused: LEADS_OUT,
  },
  "links.zip": {
    bytes: makeZip([
      { name: "link", content: path.join(folder, "out.txt"), mode: 0o120777 },
      { name: "folder-link", content: "..", mode: 0o120777 },
    ]),
    refused: /is a link and no file/,
  },
});

const EMPTY = new Uint8Array();

let folder: string;
let told: Told[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "sayso-bombs-"));
  const unpacked = path.join(folder, "deep", "er");
  const files = path.join(folder, "files");
  for (const made of [unpacked, files]) mkdirSync(made, { recursive: true });
  const harmless = {
    "first.docx": makeDocx(["One."]),
    "first.zip": makeZip([{ name: "a.txt", content: "One ".repeat(50_000) }]),
  };
  const all = Object.entries(hostile(folder)).map(([name, { bytes }]) => [name, bytes] as const);
  for (const [name, bytes] of [...Object.entries(harmless), ...all]) writeFileSync(path.join(files, name), bytes);
  const names = [...Object.keys(harmless), ...all.map(([name]) => name)];
  const args = [unpacked, ...names.map((name) => path.join(files, name))];
  const { code, output } = await new Child("tests/golden/import/processes/read-bombs.ts", { args }).ended();
  expect(code, output).toBe(0);
  told = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Told);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(hostile("/tmp")).map(([name, { refused }]) => [name, refused] as const))(
  "%s is refused",
  (name, refused) => {
    const one = told.find((some) => some.name === name);
    expect(one?.told.length).toBeGreaterThan(0);
    // Of a Word document that is unpacked as a ZIP the harmless parts are files.
    const parts = /^file (?:\[Content_Types\]\.xml|_rels\/\.rels|word\/document\.xml)$/;
    for (const message of one?.told ?? []) if (!parts.test(message)) expect(message).toMatch(refused);
    expect(one?.time).toBeLessThan(MOST_TIME);
  },
);

test("all of them together take no more than 64 MB", () => {
  expect(Math.max(...told.map(({ growth }) => growth))).toBeLessThan(MOST_MEMORY);
});

test("nothing is written outside the folders that were given", () => {
  const written = readdirSync(folder, { recursive: true }).map(String);
  const strange = written.filter(
    (name) => !/^(?:files(?:\/[\w-]+\.\w+)?|deep(?:\/er(?:\/\d+(?:\/\d+)?)?)?)$/.test(name),
  );
  expect(strange).toEqual([]);
});
