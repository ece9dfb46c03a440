import type { FileKind } from "@/domain/contract/import";
import { ReadError } from "./read-error";
import { listEntries } from "./zip-entries";

/** What bytes begin with, of kinds that cannot be read, and what to do instead. */
const UNREADABLE: readonly [start: string, what: string][] = [
  ["d0cf11e0a1b11ae1", "an old Word, Excel or PowerPoint file: save it as DOCX or as text"],
  ["7b5c727466", "RTF: save it as DOCX or as text"],
  ["89504e47", "an image"],
  ["ffd8ff", "an image"],
  ["47494638", "an image"],
  ["1f8b", "packed with gzip: unpack it first, or use ZIP"],
  ["377abcaf271c", "packed with 7z: unpack it first, or use ZIP"],
  ["526172211a07", "packed with RAR: unpack it first, or use ZIP"],
  ["7f454c46", "a program"],
  ["4d5a9000", "a program"],
  ["50415231", "Parquet: export it as CSV or JSON Lines"],
  ["53514c69746520666f726d6174", "a database"],
];

const BY_NAME: Readonly<Record<string, FileKind>> = {
  txt: "txt",
  text: "txt",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  csv: "csv",
  tsv: "csv",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
  pdf: "pdf",
  docx: "docx",
  zip: "zip",
};

/** What a file is: by its bytes where they tell, else by its name. Throws ReadError for what cannot be read. */
export function recognise(name: string, bytes: Uint8Array): { kind: FileKind; note: string | null } {
  const named = BY_NAME[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""];
  if (bytes.length === 0) throw new ReadError("The file is empty.");
  const start = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  const unreadable = UNREADABLE.find(([magic]) => start.startsWith(magic));
  if (unreadable) throw new ReadError(`The file is ${unreadable[1]}.`);
  const found = byBytes(bytes, start);
  // A text may begin like anything: only what is packed or set tells for sure.
  if (found === "html" && named && named !== "html") return { kind: named, note: null };
  const kind = found ?? (named === "pdf" || named === "docx" || named === "zip" ? "txt" : (named ?? "txt"));
  const lies = named !== undefined && named !== kind;
  return { kind, note: lies ? `The name ends like ${named.toUpperCase()}, but the file is ${SAID[kind]}.` : null };
}

const SAID: Readonly<Record<FileKind, string>> = {
  ...{ txt: "plain text", markdown: "Markdown", html: "HTML", pdf: "a PDF", docx: "a Word document", csv: "a table" },
  ...{ json: "JSON", jsonl: "JSON Lines", zip: "a ZIP" },
};

function byBytes(bytes: Uint8Array, start: string): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (head.includes("%PDF-")) return "pdf";
  if (start.startsWith("504b0304") || start.startsWith("504b0506")) return isWord(bytes) ? "docx" : "zip";
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)\b/i.test(head) ? "html" : null;
}

function isWord(bytes: Uint8Array): boolean {
  const names = new Set(listEntries(bytes).map(({ name }) => name));
  if (names.has("xl/workbook.xml")) throw new ReadError("The file is an Excel table: save it as CSV.");
  if (names.has("ppt/presentation.xml")) throw new ReadError("The file is a presentation: save it as PDF.");
  if (names.has("mimetype") && names.has("content.xml")) {
    throw new ReadError("The file is an OpenDocument file: save it as DOCX or as text.");
  }
  return names.has("[Content_Types].xml") && names.has("word/document.xml");
}
