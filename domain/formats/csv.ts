import { stringify } from "csv-stringify/sync";
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

function format(rows: readonly Cell[][], guarded: boolean): string {
  return stringify(
    rows.map((row) => row.map((cell) => written(cell, guarded))),
    {
      record_delimiter: "\r\n",
      // Naming a record delimiter turns the quoting of lone LF and CR off, and readers end the row there.
      quote_record_delimiter: true,
      escape_formulas: guarded,
    },
  );
}

function written(cell: Cell, guarded: boolean): string | number {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  // A cell that looks guarded already gets one apostrophe more; otherwise taking one away would change it.
  return guarded && typeof cell === "string" && /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
