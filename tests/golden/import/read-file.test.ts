import { expect, test } from "vitest";
import { readFile } from "@/server/import/read-file";
import { makeDocx, makePages, makePdf } from "../../support/hostile-zip";

const bytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);

async function readOne(name: string, content: Uint8Array) {
  const { documents, problems } = await readFile({ name, bytes: content });
  expect(problems).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0];
}

async function problemOf(name: string, content: Uint8Array) {
  const { documents, problems } = await readFile({ name, bytes: content });
  expect(documents).toEqual([]);
  return problems.map(({ message }) => message).join(" ");
}

const CYRILLIC = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);

test.each([
  ["UTF-8 with a mark and CRLF", bytes("\uFEFFa “b”\r\nc\rd"), "a “b”\nc\nd", "utf-8"],
  ["UTF-16LE with a mark", bytes("\uFEFFnaïve 👩‍👩‍👧", "utf16le"), "naïve 👩‍👩‍👧", "utf-16le"],
  ["UTF-16LE without", bytes("A plain sentence.", "utf16le"), "A plain sentence.", "utf-16le"],
  [
    "windows-1251",
    Buffer.concat(Array.from({ length: 20 }, () => Buffer.concat([CYRILLIC, bytes(" ")]))),
    "Привет ".repeat(20),
    "windows-1251",
  ],
  ["composed and straight as they are", bytes('e\u0301 "x" \u202Eabc'), 'e\u0301 "x" \u202Eabc', "utf-8"],
  ["a text that begins like a page", bytes("<html> is an element."), "<html> is an element.", "utf-8"],
])("plain text: %s", async (_what, content, text, encoding) => {
  expect(await readOne("a.txt", content)).toMatchObject({ text, encoding, kind: "txt" });
});

test.each([
  ["empty.txt", bytes(""), "The file is empty."],
  ["blank.txt", bytes(" \n\t"), "It has no text."],
  ["nul.txt", bytes("a\0b"), "The file is no text: it holds bytes that no text has."],
  [
    "old.doc",
    Buffer.from("d0cf11e0a1b11ae100", "hex"),
    "The file is an old Word, Excel or PowerPoint file: save it as DOCX or as text.",
  ],
  ["photo.txt", Buffer.from("89504e470d0a1a0a", "hex"), "The file is an image."],
  ["not.pdf", bytes("%PDF-1.7 and nothing else"), "The PDF is damaged."],
  ["half.zip", bytes("PK\u0003\u0004 and no end"), "The ZIP is damaged or not whole: its end is missing."],
  ["bad.json", bytes("{"), "The file is not valid JSON."],
  ["deep.json", bytes(`${"[".repeat(200_000)}`), "The file is not valid JSON."],
  [
    "mark.txt",
    Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
    "The file says it is utf-16le, but it is not: save it again as UTF-8.",
  ],
  [
    "locked.pdf",
    makePdf(
      [["x", 700]],
      "/Encrypt << /Filter /Standard /V 1 /R 2 /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) /P -4 >> /ID [(a) (b)] ",
    ),
    "The PDF is protected by a password.",
  ],
  ["scan.pdf", makePdf([]), "The PDF has no text: its pages are pictures. Recognise the text first (OCR)."],
])("%s is told and not imported", async (name, content, message) => {
  expect(await problemOf(name, content)).toBe(message);
});

test("takes a file for what it is, whatever its name says", async () => {
  expect(await readOne("article.txt", makeDocx(["One.", "Two."]))).toMatchObject({
    kind: "docx",
    text: "One.\n\nTwo.",
    notes: ["The name ends like TXT, but the file is a Word document."],
  });
});

test("Markdown keeps its marks and gives up its metadata", async () => {
  const text =
    '---\ntitle: "A title"\ndate: 5 January 2022\nurl: javascript:alert(1)\nlang: pt_br\n__proto__: x\n---\n\n# Head\n\n**Bold**';
  expect(await readOne("a.md", bytes(text))).toMatchObject({
    ...{ kind: "markdown", title: "A title", published: "2022-01-05", url: null, language: "pt-BR" },
    text: "# Head\n\n**Bold**",
    notes: [
      "The metadata above the article was taken out of its text.",
      "The address “javascript:alert(1)” could not be read; it is left empty.",
    ],
  });
});

const PARAGRAPH =
  "The ministry said on Wednesday that the squares were empty, and that nobody had been hurt, which two witnesses denied.";

test("HTML gives the article without what stands around it, and fetches nothing", async () => {
  const page = `<!doctype html><html lang="en-GB"><head><meta charset="windows-1252"><title>Squares empty | The Daily</title>
    <meta property="og:site_name" content="The Daily"><meta property="article:published_time" content="2022-01-06T10:00:00Z">
    <meta name="author" content="A. Reporter"><link rel="canonical" href="https://daily.example/squares">
    <link rel="stylesheet" href="http://127.0.0.1:9/x.css"><script src="http://127.0.0.1:9/x.js">alert(1)</script></head>
    <body><nav><ul><li><a href="/a">Politics</a></li><li><a href="/b">Sport</a></li></ul></nav>
    <article><h1>Squares empty</h1>${`<p>${PARAGRAPH} \x93Never again,\x94 he&nbsp;said.<br>She agreed.</p>`.repeat(6)}<iframe src="http://127.0.0.1:9/"></iframe></article>
    <footer>Subscribe to our newsletter</footer></body></html>`;
  const read = await readOne("a.html", bytes(page, "latin1"));
  expect(read).toMatchObject({
    ...{
      kind: "html",
      encoding: "windows-1252",
      title: "Squares empty",
      outlet: "The Daily",
      author: "A. Reporter",
      published: "2022-01-06",
    },
    ...{ url: "https://daily.example/squares", language: "en-GB" },
  });
  expect(read?.text).toContain(`${PARAGRAPH} “Never again,” he\u00A0said.\nShe agreed.\n\n`);
  expect(read?.text).not.toMatch(/Politics|Subscribe|alert|</);
});

test("PDF lines are joined to paragraphs", async () => {
  const read = await readOne(
    "a.pdf",
    makePdf([
      ["The ministry said on Wednesday that the squares", 700],
      ["were empty, and the govern-", 686],
      ["ment had won.", 672],
      ["Two witnesses denied it, and said that they", 640],
      ["had seen people there.", 626],
    ]),
  );
  expect(read).toMatchObject({ kind: "pdf", title: "A title from the file", author: "Aigerim" });
  expect(read?.text).toBe(
    "The ministry said on Wednesday that the squares were empty, and the government had won.\n\nTwo witnesses denied it, and said that they had seen people there.",
  );
});

test("PDF pages of two columns are read column by column, without what runs over and under them", async () => {
  const column = (x: number, lines: string[]) =>
    lines.map((line, at): [string, number, number] => [line, x, 700 - 14 * at]);
  const page = (number: number, left: string[], right: string[]): [string, number, number][] => [
    ["The Daily, 6 January 2022", 72, 770],
    // Line by line across both columns, as some programs write them.
    ...column(72, left).flatMap((line, at) => [line, column(320, right)[at] ?? line]),
    [`${number}`, 300, 30],
  ];
  const left = [
    "The ministry said on Wednesday that",
    "the squares were empty and that the",
    "shops would be open again soon, in",
    "the whole of the city and in all of",
  ];
  const right = [
    "its suburbs, which the witnesses that",
    "were asked by this paper did in no",
    "way confirm when they were asked to",
    "say what they had seen on that day.",
  ];
  const read = await readOne("a.pdf", makePages([page(1, left, right), page(2, right, left)]));
  expect(read?.text.replaceAll("\n\n", " ")).toBe([...left, ...right, ...right, ...left].join(" "));
  expect(read?.notes).toContain(
    "Left out, as they repeat at the top or bottom of pages: “The Daily, 6 January 2022”, “1”.",
  );
});

test("a table gives an article for each whole row, and tells of the others", async () => {
  const table = `Headline;Body;Date;URL\r\n=1+1;"A ""quoted""\r\ntext";05.01.2022;https://a.example/\r\nshort;row\r\nEmpty;;;\r\n@cmd;plain;03/04/2022;ftp://x\r\n`;
  const { documents, problems, table: columns } = await readFile({ name: "a.csv", bytes: bytes(table) });
  expect(documents.map(({ title, text, published, url }) => [title, text, published, url])).toEqual([
    ["=1+1", 'A "quoted"\ntext', "2022-01-05", "https://a.example/"],
    ["@cmd", "plain", null, null],
  ]);
  expect(problems).toEqual([
    { place: "line 4", message: "The row has 2 cells, the first one 4." },
    { place: "line 5", message: "It has no text." },
  ]);
  expect(columns?.mapping).toMatchObject({ text: "Body", title: "Headline", published: "Date" });
});

test("columns nobody can guess are asked for, and then used", async () => {
  const content = bytes("a,b\nOne,Two");
  const asked = await readFile({ name: "a.csv", bytes: content });
  expect(asked).toMatchObject({ documents: [], table: { columns: ["a", "b"], mapping: null } });
  const mapping = { text: "b", title: "a", outlet: null, author: null, published: null, url: null, language: null };
  const read = await readFile({ name: "a.csv", bytes: content, mapping });
  expect(read.documents).toMatchObject([{ title: "One", text: "Two" }]);
  const wrong = await readFile({ name: "a.csv", bytes: content, mapping: { ...mapping, text: "c" } });
  expect(wrong.problems).toEqual([{ place: "", message: "The table has no column “c”." }]);
});

test("a cell of ten megabytes is too long, and says so", async () => {
  const { problems } = await readFile({ name: "a.csv", bytes: bytes(`text\n${"x".repeat(10_000_000)}\nfine\n`) });
  expect(problems).toEqual([{ place: "line 2", message: "It is longer than five million characters; split it." }]);
});

test("JSON and JSON Lines, with names that mean something to JavaScript", async () => {
  const json =
    '{"articles":[{"__proto__":{"polluted":1},"constructor":"x","text":"One","authors":["A","B"],"source":{"name":"The Daily"}},3]}';
  const read = await readFile({ name: "a.json", bytes: bytes(json) });
  expect(read.documents).toMatchObject([{ text: "One", title: "One", author: "A, B", outlet: "The Daily" }]);
  expect(read.problems).toEqual([{ place: "row 2", message: "It is no object with named values." }]);
  expect("polluted" in {}).toBe(false);
  const lines = await readFile({ name: "a.jsonl", bytes: bytes('{"text":"One"}\n{"text":\n\n{"text":"Three"}\n') });
  expect(lines.documents.map(({ place, text }) => [place, text])).toEqual([
    ["line 1", "One"],
    ["line 4", "Three"],
  ]);
  expect(lines.problems).toEqual([{ place: "line 2", message: "The line is not valid JSON." }]);
});
