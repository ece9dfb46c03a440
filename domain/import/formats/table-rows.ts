import { parse } from "csv-parse/sync";
import type { Place, ReportLine } from "@/domain/import/annotated/annotated-data";
import { type AnnotatedFile, AnnotatedFormatError } from "@/domain/import/annotated/annotated-format";
import { reportLine } from "../foreign/foreign-data";
import { type JsonObject, objectOf } from "../foreign/json-values";
import { shorten } from "../foreign/shorten";
import { textOfFile } from "../foreign/text-of-file";

/** A row of a table by the names of its columns; of JSON Lines also what is no text. */
export interface TableRow {
  place: Place;
  cells: ReadonlyMap<string, string>;
  /** The object of a line of JSON; null: it is a row of cells. */
  object: JsonObject | null;
}

export interface ReadTable {
  columns: string[];
  rows: TableRow[];
  lines: ReportLine[];
}

/** The sign between the cells of a line: the one of the usual four that stands in it most often outside of quotation marks. */
export function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, "");
  const counted = [",", ";", "\t", "|"].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

async function textOf(file: AnnotatedFile): Promise<string> {
  const read = await textOfFile(file);
  if ("line" in read) throw new AnnotatedFormatError(`${file.name}: ${read.line.message}`);
  return read.text.replace(/^\uFEFF/, "");
}

/** The rows of CSV whose first line names the columns. Rows that are not whole are told and left out. */
export async function readCsvRows(file: AnnotatedFile): Promise<ReadTable> {
  const text = await textOf(file);
  const lines: ReportLine[] = [];
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      ...{ delimiter: delimiterOf(text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ""), info: true },
      // Cells may hold line ends of any kind: only what ends the first line ends rows.
      ...{ record_delimiter: /\r\n/.test(text.slice(0, 100_000)) ? "\r\n" : "\n", skip_empty_lines: true },
      ...{ relax_column_count: true, relax_quotes: true, max_record_size: 10_000_000 },
    }) as unknown as typeof records;
  } catch {
    throw new AnnotatedFormatError(`${file.name} is no whole table: look at its quotation marks.`);
  }
  const columns = (records[0]?.record ?? []).map((cell) => cell.trim());
  const rows = records.slice(1).flatMap(({ record, info }): TableRow[] => {
    const place = { file: file.name, line: info.lines, at: "" };
    if (record.length === columns.length) {
      return [{ place, cells: new Map(columns.map((name, at) => [name, record[at] ?? ""])), object: null }];
    }
    const message = `The row has ${record.length} cells, the first one ${columns.length}; it is left out.`;
    lines.push(reportLine("lost", "broken_row", place, message));
    return [];
  });
  return { columns, rows, lines };
}

/** The objects of JSON Lines; their texts, numbers and flags are cells. */
export async function readJsonRows(file: AnnotatedFile): Promise<ReadTable> {
  const lines: ReportLine[] = [];
  const columns = new Set<string>();
  const rows: TableRow[] = [];
  for (const [index, line] of (await textOf(file)).split("\n").entries()) {
    if (line.trim() === "") continue;
    const place = { file: file.name, line: index + 1, at: "" };
    const object = objectIn(line);
    if (!object) {
      lines.push(reportLine("lost", "broken_row", place, `“${shorten(line)}” is no object of JSON; it is left out.`));
      continue;
    }
    const cells = new Map<string, string>();
    for (const [name, value] of Object.entries(object)) {
      columns.add(name);
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        cells.set(name, String(value));
    }
    rows.push({ place, cells, object });
  }
  return { columns: [...columns], rows, lines };
}

function objectIn(line: string): JsonObject | null {
  try {
    return objectOf(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
