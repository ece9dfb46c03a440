import { stringify } from "csv-stringify/sync";
import type { Dataset } from "./dataset";
import { type Cell, listRows } from "./rows";

const ROWS_PER_CHUNK = 200;

export interface CsvOptions {
  /**
   * `raw`: cells exactly as they are, for programs. `spreadsheet`: a cell that a spreadsheet would run as a formula gets
   * an apostrophe in front. To get such a file's cells back, take one apostrophe away from every cell that matches
   * `^'+[=+\-@\t\r＝＋－＠]`.
   */
  cells: "raw" | "spreadsheet";
}

/**
 * The dataset as CSV by RFC 4180 in chunks: comma, CRLF, quotation marks where needed; UTF-8 without byte order mark.
 * One row per statement and stance; see `listRows` for the columns. Throws DatasetError before the first chunk.
 */
export function toCsv(dataset: Dataset, { cells }: CsvOptions): Iterable<string> {
  return rowsToCsv(listRows(dataset), { cells });
}

/** Any table as CSV in chunks, its header among the rows. */
export function* rowsToCsv(rows: Iterable<Cell[]>, { cells }: CsvOptions): Generator<string> {
  const guarded = cells === "spreadsheet";
  let chunk: Cell[][] = [];
  for (const row of rows) {
    chunk.push(guarded ? row.map(doubleApostrophe) : row);
    if (chunk.length < ROWS_PER_CHUNK) continue;
    yield format(chunk, guarded);
    chunk = [];
  }
  if (chunk.length > 0) yield format(chunk, guarded);
}

function format(rows: Cell[][], guarded: boolean): string {
  return stringify(rows, {
    record_delimiter: "\r\n",
    // Naming a record delimiter turns the quoting of lone LF and CR off, and readers end the row there.
    quote_record_delimiter: true,
    escape_formulas: guarded,
  });
}

/** A cell that looks guarded already gets one apostrophe more; otherwise taking one away would change it. */
function doubleApostrophe(cell: Cell): Cell {
  return typeof cell === "string" && /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
