import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { readFile } from "@/server/import/read-file";
import { makeDocx, makeZip } from "../../support/hostile-zip";

const read = (name: string, bytes: Uint8Array) => readFile({ name, bytes });

test("one bad file in a hundred is told, and the other ninety-nine are read", async () => {
  const parts = Array.from({ length: 100 }, (_, at) => ({
    name: `news/${at}.txt`,
    content: at === 41 ? "a\0b" : `Text ${at}.`,
  }));
  const { documents, problems } = await read("a.zip", makeZip([...parts, { name: "__MACOSX/._0.txt", content: "x" }]));
  expect(documents).toHaveLength(99);
  expect(documents[0]).toMatchObject({ place: "news/0.txt", title: "0", text: "Text 0." });
  expect(problems).toEqual([
    { place: "news/41.txt", message: "The file is no text: it holds bytes that no text has." },
  ]);
});

test.each([
  ["../../etc/passwd"],
  ["/etc/passwd"],
  ["C:/x.txt"],
  ["..\\x.txt"],
  ["a/../../x.txt"],
  ["a\0.txt"],
  ["__proto__/x.txt"],
])("a name that leads out is left out: %j", async (name) => {
  const { documents, problems } = await read(
    "a.zip",
    makeZip([
      { name, content: "x" },
      { name: "good.txt", content: "y" },
    ]),
  );
  expect(documents.map(({ text }) => text)).toEqual(["y"]);
  expect(problems.map(({ message }) => message)).toEqual(["Its name would lead out of the ZIP; it is left out."]);
});

test.each([
  ["a link", { mode: 0o120777 }, "It is a link and no file; it is left out."],
  ["a locked file", { flags: 0x801 }, "It is protected by a password; unpack it first."],
  ["a wrong checksum", { crc: 1 }, "It is damaged: its checksum differs."],
  ["no deflate", { deflated: Buffer.from("ffffff", "hex") }, "It is damaged."],
  ["a ZIP", { content: makeZip([{ name: "b.txt", content: "x" }]) }, "It is a ZIP in a ZIP: unpack it first."],
])("%s is left out", async (_what, part, message) => {
  const { documents, problems } = await read("a.zip", makeZip([{ name: "a.txt", content: "x", ...part }]));
  expect([documents, problems]).toEqual([[], [{ place: "a.txt", message }]]);
});

/** Zeros that deflate a thousand to one; the ZIP may say what it likes of their size. */
const MANY_ZEROS = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));

const DAMAGED = "It is damaged: more or less comes out of it than the ZIP says.";
const BOMB = "It is refused: more than 200 times its size is packed in it.";
const TOO_LARGE = "What is packed in it is larger than 48 MB; split it.";

test.each([
  [0, [DAMAGED]],
  [1, [DAMAGED]],
  [64 * 1024 * 1024, [BOMB]],
  [0xffffffff, [BOMB, TOO_LARGE]],
])("a bomb that claims %i bytes is stopped at the bytes that really come", async (claimedSize, told) => {
  const bomb = { name: "bomb.txt", deflated: MANY_ZEROS, claimedSize };
  // Together they would be ten gigabytes.
  const { documents, problems } = await read(
    "a.zip",
    makeZip([{ name: "good.txt", content: "y" }, ...Array(160).fill(bomb)]),
  );
  expect(documents.map(({ text }) => text)).toEqual(["y"]);
  expect(problems).toHaveLength(160);
  expect([...new Set(problems.map(({ message }) => message))]).toEqual(told);
});

test("files that are harmless one by one may not be too large together", async () => {
  const large = { content: randomBytes(10 * 1024 * 1024).toString("hex") };
  const parts = Array.from({ length: 3 }, (_, at) => ({ name: `${at}.txt`, ...large }));
  const { problems } = await read("a.zip", makeZip(parts));
  expect(problems.at(-1)).toEqual({ place: "2.txt", message: TOO_LARGE });
});

test("entries that share bytes are refused, and so are too many", async () => {
  const shared = makeZip([
    { name: "a.txt", content: "x" },
    { name: "b.txt", content: "x", sharesWith: 0 },
  ]);
  expect((await read("a.zip", shared)).problems).toMatchObject([
    { message: "The ZIP is refused: files in it share the same bytes." },
  ]);
  const many = makeZip(
    Array.from({ length: 60_000 }, (_, at) => ({ name: `${at}`, deflated: new Uint8Array(), crc: 0 })),
  );
  expect((await read("a.zip", many)).problems).toMatchObject([
    { message: "The ZIP holds 60000 files; 2000 at most can be read at once." },
  ]);
});

test("a Word document may neither declare entities, nor explode, nor open what lies outside", async () => {
  const declares =
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>';
  const entities = await read("a.docx", makeDocx([], [{ name: "word/document.xml", content: declares }]));
  expect(entities.problems).toMatchObject([{ message: "The Word document is refused: it declares entities." }]);
  const bomb = await read(
    "a.docx",
    makeDocx(["x"], [{ name: "word/styles.xml", deflated: MANY_ZEROS, claimedSize: 64 * 1024 * 1024 }]),
  );
  expect(bomb.problems).toMatchObject([{ message: "It is refused: more than 200 times its size is packed in it." }]);
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/x.dotx" TargetMode="External"/></Relationships>';
  const linked = await read(
    "a.docx",
    makeDocx(["Plain &amp; simple."], [{ name: "word/_rels/document.xml.rels", content: relations }]),
  );
  expect(linked.documents).toMatchObject([{ text: "Plain & simple." }]);
});
