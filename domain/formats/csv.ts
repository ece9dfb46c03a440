import { LineBytes } from "./line-bytes";
import type { Cell, CellColumn, PlannedRows, Table } from "./tables/table";

export interface CsvOptions {
  /**
   * `raw`: cells exactly as they are, for programs. `spreadsheet`: a cell that a spreadsheet would run as a formula gets
   * an apostrophe in front. To get such a file's cells back, take one apostrophe away from every cell that matches
   * `^'+[=+\-@\t\r＝＋－＠]`.
   */
  cells: "raw" | "spreadsheet";
}

/**
 * A table as CSV by RFC 4180 in chunks, header first: comma, CRLF, quotation marks where needed; UTF-8 without byte order
 * mark. None is an empty cell; flags are TRUE and FALSE, which R reads as such.
 */
export async function* tableToCsv(table: Table, { cells }: CsvOptions): AsyncGenerator<string> {
  const guarded = cells === "spreadsheet";
  yield format([table.columns.map((column) => column.name)], guarded);
  for await (const rows of table.rows()) if (rows.length > 0) yield format(rows, guarded);
}

/**
 * The same of rows that are no cells yet. What a line shares with others, because its cells depend on one object alone,
 * is written once for that object. As bytes but for the header.
 */
export async function* plannedToCsv<Row>(
  { columns, chunks }: PlannedRows<Row>,
  { cells }: CsvOptions,
): AsyncGenerator<string | Uint8Array> {
  const guarded = cells === "spreadsheet";
  yield format([columns.map((column) => column.name)], guarded);
  const writers = writersOf(columns, guarded);
  const bytes = new LineBytes();
  for await (const rows of chunks()) {
    for (const row of rows) {
      let line = "";
      for (let at = 0; at < writers.length; at++) {
        if (at > 0) line += ",";
        line += (writers[at] as Writer<Row>)(row);
      }
      bytes.add(`${line}\r\n`);
    }
    const lines = bytes.take();
    if (lines.length > 0) yield lines;
  }
}

type Writer<Row> = (row: Row) => string;

function writersOf<Row>(columns: readonly CellColumn<Row>[], guarded: boolean): Writer<Row>[] {
  const writers: Writer<Row>[] = [];
  for (let from = 0, to = 1; from < columns.length; from = to, to = from + 1) {
    const first = columns[from] as CellColumn<Row>;
    const { per } = first;
    if (!per) {
      if (first.isPlain) writers.push((row) => (first.cell(row) ?? "") as string);
      else writers.push((row) => cellText(first.cell(row), guarded));
      continue;
    }
    while (columns[to]?.per === per) to += 1;
    const own = columns.slice(from, to);
    writers.push(oncePer(per, (row) => own.map((column) => cellText(column.cell(row), guarded)).join()));
  }
  return writers;
}

function oncePer<Row>(per: (row: Row) => object | null, write: Writer<Row>): Writer<Row> {
  const known = new WeakMap<object, string>();
  const none = {};
  let [last, text]: [object | null, string] = [null, ""];
  return (row) => {
    const key = per(row) ?? none;
    if (key === last) return text;
    last = key;
    const found = known.get(key);
    if (found !== undefined) {
      text = found;
    } else {
      text = write(row);
      known.set(key, text);
    }
    return text;
  };
}

const ROWS_PER_CHUNK = 200;

/** Any rows as CSV in chunks, their header among them. */
export function* rowsToCsv(rows: Iterable<Cell[]>, { cells }: CsvOptions): Generator<string> {
  let chunk: Cell[][] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_PER_CHUNK) continue;
    yield format(chunk, cells === "spreadsheet");
    chunk = [];
  }
  if (chunk.length > 0) yield format(chunk, cells === "spreadsheet");
}

/** By hand, for a library's general way takes four times as long; held against one in csv.test.ts. */
function format(rows: readonly Cell[][], guarded: boolean): string {
  let lines = "";
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) {
      if (at > 0) lines += ",";
      lines += cellText(row[at] as Cell, guarded);
    }
    lines += "\r\n";
  }
  return lines;
}

function cellText(cell: Cell, guarded: boolean): string {
  if (typeof cell === "string") return written(cell, guarded);
  if (cell === null) return "";
  return typeof cell === "number" ? String(cell) : cell ? "TRUE" : "FALSE";
}

/** A cell that looks guarded already gets one apostrophe more; otherwise taking one away would change it. */
const RUNS_OR_GUARDED = /^'*[=+\-@\t\r＝＋－＠]/;
// Readers end the row at a lone CR or LF too.
const TO_QUOTE = /[",\r\n]/;

function written(cell: string, guarded: boolean): string {
  const value = guarded && RUNS_OR_GUARDED.test(cell) ? `'${cell}` : cell;
  if (!TO_QUOTE.test(value)) return value;
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`;
}
