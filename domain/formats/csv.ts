import type { Cell, Table } from "./tables/table";

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
      const cell = row[at];
      if (typeof cell === "string") lines += written(cell, guarded);
      else if (typeof cell === "number") lines += cell;
      else if (typeof cell === "boolean") lines += cell ? "TRUE" : "FALSE";
    }
    lines += "\r\n";
  }
  return lines;
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
