import { type CsvError, parse } from "csv-parse/sync";
import { type ColumnMapping, IMPORT_DOCUMENT_LIMIT, type ReadProblem } from "@/domain/contract/import";
import { guessColumns } from "@/domain/import/guess-columns";
import { decodeText } from "../decode-text";
import type { Draft } from "../draft";
import { ReadError } from "../read-error";

interface Row {
  /** Line or number of the row, as problems name it. */
  place: string;
  cells: ReadonlyMap<string, string>;
}

export interface Table {
  columns: string[];
  mapping: ColumnMapping | null;
  drafts: { place: string; draft: Draft }[];
  problems: ReadProblem[];
}

/** A table whose first row names its columns, with commas, semicolons, tabs or bars between cells. */
export function readCsv(bytes: Uint8Array, mapping?: ColumnMapping): Table {
  const { text: written, encoding, note } = decodeText(bytes, null);
  // Line ends become these anyway when a text is stored; with them the lines of problems are those of an editor.
  const text = written.replace(/\r\n?/g, "\n");
  const problems: ReadProblem[] = [];
  const options = {
    delimiter: delimiterOf(text),
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined): undefined => {
      const line = error && "lines" in error ? error.lines : "?";
      problems.push({ place: `line ${line}`, message: "The row is not whole: look at its quotation marks." });
    },
  } as const;
  // With `info` each record comes with where it ends, which the types of the library do not know.
  const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
  const [head, ...body] = records;
  const columns = namesOf(head?.record ?? []);
  const rows: Row[] = [];
  for (const { record, info } of body) {
    const place = `line ${info.lines}`;
    if (record.length === columns.length)
      rows.push({ place, cells: new Map(columns.map((name, at) => [name, record[at] ?? ""])) });
    else problems.push({ place, message: `The row has ${record.length} cells, the first one ${columns.length}.` });
  }
  return toTable(columns, rows, problems, { mapping, encoding, note });
}

/** JSON: a list of objects, an object that holds one (`articles`, `documents`, …), or one object. */
export function readJson(bytes: Uint8Array, mapping?: ColumnMapping): Table {
  const { text, encoding, note } = decodeText(bytes, null);
  const value = parseJson(text);
  const list = Array.isArray(value) ? value : (listIn(value) ?? [value]);
  const problems: ReadProblem[] = [];
  const rows = list.flatMap((item, at) => toRow(item, `row ${at + 1}`, problems));
  return toTable(columnsOf(rows), rows, problems, { mapping, encoding, note });
}

/** JSON Lines: an object in each line. */
export function readJsonl(bytes: Uint8Array, mapping?: ColumnMapping): Table {
  const { text, encoding, note } = decodeText(bytes, null);
  const problems: ReadProblem[] = [];
  const rows = text.split(/\r?\n/).flatMap((line, at) => {
    const place = `line ${at + 1}`;
    if (line.trim() === "") return [];
    try {
      return toRow(parseJson(line), place, problems);
    } catch {
      problems.push({ place, message: "The line is not valid JSON." });
      return [];
    }
  });
  return toTable(columnsOf(rows), rows, problems, { mapping, encoding, note });
}

interface TableOptions {
  mapping: ColumnMapping | undefined;
  encoding: string;
  note: string | null;
}

function toTable(columns: string[], rows: readonly Row[], problems: ReadProblem[], options: TableOptions): Table {
  if (rows.length > IMPORT_DOCUMENT_LIMIT) {
    throw new ReadError(
      `The table has ${rows.length} rows; ${IMPORT_DOCUMENT_LIMIT} at most can be read at once. Split it.`,
    );
  }
  if (columns.length === 0) throw new ReadError("The table has no columns.");
  const guess = guessColumns(columns);
  const mapping = options.mapping ?? (guess.text === null ? null : { ...guess, text: guess.text });
  if (!mapping) {
    problems.push({
      place: "",
      message:
        "None of the columns is named like a text: choose the one that holds it (of a table in a ZIP: bring it by itself).",
    });
    return { columns, mapping, drafts: [], problems };
  }
  if (!columns.includes(mapping.text)) throw new ReadError(`The table has no column “${mapping.text}”.`);
  const drafts = rows.map(({ place, cells }) => {
    const cell = (name: string | null) => (name === null ? null : (cells.get(name) ?? null));
    const { text, ...rest } = mapping;
    const metadata = Object.fromEntries(Object.entries(rest).map(([part, name]) => [part, cell(name)]));
    const title = metadata.title || firstWords(cell(text) ?? "");
    return {
      place,
      draft: { ...metadata, title, text: cell(text) ?? "", encoding: options.encoding, notes: [options.note] },
    };
  });
  return { columns, mapping, drafts, problems };
}

/** What a row without a title is called. */
const firstWords = (text: string) => text.trim().split(/\s+/, 8).join(" ").slice(0, 80);

/** The one of the usual delimiters that stands most often in the first line, outside quotation marks. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]{0,10000}/.exec(text.replace(/"[^"]*"/g, ""))?.[0] ?? "";
  const counted = [",", ";", "\t", "|"].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

/** Columns have names of their own: what has none, or another's, is called by its number. */
function namesOf(head: readonly string[]): string[] {
  const seen = new Set<string>();
  return head.map((cell, at) => {
    const name = cell.trim();
    const own = name === "" || seen.has(name) ? `${name || "column"} ${at + 1}` : name;
    seen.add(own);
    return own.toWellFormed().replaceAll("\0", "").slice(0, 200);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReadError("The file is not valid JSON.");
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function listIn(value: unknown): unknown[] | null {
  if (!isObject(value)) return null;
  for (const key of ["articles", "documents", "items", "data", "results", "docs"]) {
    if (Object.hasOwn(value, key) && Array.isArray(value[key])) return value[key];
  }
  return null;
}

/** Texts and numbers of an object; of a list of texts, all; what lies deeper is left out. */
function toRow(item: unknown, place: string, problems: ReadProblem[]): Row[] {
  if (!isObject(item)) {
    problems.push({ place, message: "It is no object with named values." });
    return [];
  }
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(item)) {
    if (typeof value === "string" || typeof value === "number") cells.set(cleanName(name), String(value));
    else if (Array.isArray(value) && value.every((one) => typeof one === "string"))
      cells.set(cleanName(name), value.join(", "));
    else if (isObject(value) && typeof value.name === "string") cells.set(cleanName(name), value.name);
  }
  return [{ place, cells }];
}

const cleanName = (name: string) => name.toWellFormed().replaceAll("\0", "").slice(0, 200);

const columnsOf = (rows: readonly Row[]) => [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].slice(0, 500);
