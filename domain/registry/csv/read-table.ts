import { type CsvError, parse } from "csv-parse/sync";
import { delimiterOf } from "@/domain/import/formats/table-rows";

/** A row of the file: in which line it begins, from 1, and its cells by column. */
export interface FileRow {
  line: number;
  cells: ReadonlyMap<string, string>;
}

export interface FileTable {
  columns: readonly string[];
  rows: FileRow[];
  /** What keeps the file from being read as a table. */
  problems: { line: number | null; message: string }[];
}

/** As `guardedCell` of domain/formats/csv.ts writes them. */
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;

/**
 * A CSV file whose first line names its columns. `cells` says whether it was made for a spreadsheet, where an apostrophe
 * stands before what would run as a formula: one is taken away again.
 */
export function readTable(text: string, cells: "raw" | "spreadsheet"): FileTable {
  if (text.includes("\0")) return broken(null, "The file holds characters that no text has: save it as CSV in UTF-8.");
  const whole = text.replace(/^\uFEFF/, "");
  const ending = /\r\n|\n|\r/.exec(whole)?.[0] ?? "\n";
  let records: { record: string[]; info: { bytes: number } }[];
  try {
    records = parse(whole, {
      ...{ delimiter: delimiterOf(whole.slice(0, 10_000).split(/\r\n|\n|\r/, 1)[0] ?? ""), info: true },
      // Cells may hold line ends of any kind: only what ends the first line ends rows.
      ...{ record_delimiter: ending, relax_column_count: true, max_record_size: 10_000_000 },
    }) as unknown as typeof records;
  } catch (error) {
    const { lines = null } = error as CsvError & { lines?: number };
    return broken(lines, "From here on the table is not whole: look at its quotation marks.");
  }
  const [head, ...body] = records;
  const columns = (head?.record ?? []).map((name) => name.trim());
  const twice = columns.find((name, at) => name !== "" && columns.indexOf(name) < at);
  if (twice !== undefined) return broken(1, `Two columns are called “${twice}”: leave one out.`);
  const lineAt = lineCounter(new TextEncoder().encode(whole));
  const table: FileTable = { columns: columns.filter((name) => name !== ""), rows: [], problems: [] };
  let from = head?.info.bytes ?? 0;
  for (const { record, info } of body) {
    const line = lineAt(from);
    from = info.bytes;
    if (record.every((cell) => cell.trim() === "")) continue;
    if (record.length !== columns.length) {
      const message = `The row has ${record.length} cells, the first line ${columns.length}.`;
      table.problems.push({ line, message });
      continue;
    }
    const read = (cell: string) => (cells === "spreadsheet" && GUARDED.test(cell) ? cell.slice(1) : cell).trim();
    table.rows.push({ line, cells: new Map(columns.map((name, at) => [name, read(record[at] ?? "")])) });
  }
  return table;
}

const broken = (line: number | null, message: string): FileTable => ({
  ...{ columns: [], rows: [] },
  problems: [{ line, message }],
});

/** Tells the line a byte stands in, from 1; to be asked from the beginning to the end. */
function lineCounter(bytes: Uint8Array): (at: number) => number {
  let [read, line] = [0, 1];
  return (at) => {
    for (; read < at; read += 1) {
      const isEnd = bytes[read] === 0x0a || (bytes[read] === 0x0d && bytes[read + 1] !== 0x0a);
      if (isEnd) line += 1;
    }
    return line;
  };
}
