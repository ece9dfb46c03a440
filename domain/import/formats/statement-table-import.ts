import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import type { AnnotatedFile, AnnotatedFormat } from "@/domain/import/annotated/annotated-format";
import { CodebookNames } from "../foreign/codebook-names";
import { reportLine } from "../foreign/foreign-data";
import { guessStatementColumns, isStatementTable } from "./statement-columns";
import { readStatementObject } from "./statement-object-row";
import { documentsOfRows, problemsOf, readCells, type StatementRow } from "./statement-rows";
import { delimiterOf, readCsvRows, readJsonRows } from "./table-rows";

/**
 * Statements as rows of CSV or lines of JSON: our own wide table and JSON Lines, or any table whose columns tell passages.
 * The articles come from a column, from text files called like them, or from the project.
 */
export const statementTableImport: AnnotatedFormat = {
  key: "statements",
  name: "Table of statements (CSV, JSON Lines)",
  recognise: (files, head) => (files.some((file) => isTable(file, head(file))) ? 0.8 : 0),
  async *parse(files, options) {
    const names = new CodebookNames(options.codebook);
    const rows: StatementRow[] = [];
    for (const file of files.filter(({ name }) => !/\.txt$/i.test(name))) {
      const table = /\.(?:jsonl|ndjson)$/i.test(file.name) ? await readJsonRows(file) : await readCsvRows(file);
      for (const line of table.lines) yield { part: "line", line };
      const columns = { ...guessStatementColumns(table.columns, options.codebook), ...options.columns };
      const isOwn = table.rows.some(({ object }) => Array.isArray(object?.spans));
      if (!isOwn) yield { part: "table", table: { columns: table.columns, parts: columns } };
      if (!isOwn) yield* sayColumns(file.name, table.columns, columns);
      for (const { cells, object, place } of table.rows) {
        const row = object && isOwn ? readStatementObject(object, place) : readCells(cells, columns, place);
        const problems = problemsOf(row);
        for (const line of problems) yield { part: "line", line };
        if (problems.length === 0) rows.push(row);
      }
    }
    if (rows.length === 0) {
      // Not thrown: whoever reads this has the columns before them, and can say what they hold.
      yield {
        part: "line",
        line: reportLine("stops", "no_statements", { file: "", line: null, at: "" }, NO_STATEMENTS),
      };
      return;
    }
    const counting = { units: ["unicode_code_point", "utf16_code_unit"] as const, alike: unguarded };
    yield* documentsOfRows(rows, { files, options, names, counting });
  },
};

const NO_STATEMENTS = "No row of these tables is a statement of an article: say what the columns hold.";

function isTable(file: AnnotatedFile, head: string): boolean {
  const [line = ""] = head.replace(/^\uFEFF/, "").split(/\r?\n/, 1);
  if (/\.(?:jsonl|ndjson)$/i.test(file.name)) return /"(?:spans|content_quote|content_start)"\s*:/.test(line);
  if (!/\.(?:csv|tsv)$/i.test(file.name)) return false;
  return isStatementTable(line.split(delimiterOf(line)).map((cell) => cell.replace(/^"|"$/g, "")));
}

function* sayColumns(
  file: string,
  columns: readonly string[],
  parts: Readonly<Record<string, string | null>>,
): Generator<AnnotatedPart> {
  const place = { file, line: 1, at: "" };
  const used = new Set<string>();
  for (const [part, column] of Object.entries(parts)) {
    if (column === null || !columns.includes(column)) continue;
    used.add(column);
    if (column !== part)
      yield { part: "line", line: reportLine("maps", "column", place, `The column “${column}” is read as ${part}.`) };
  }
  for (const column of columns) {
    if (used.has(column) || BESIDE.test(column)) continue;
    yield { part: "line", line: reportLine("lost", "column", place, `The column “${column}” is not read.`) };
  }
}

/** Columns of our own table that say of the statement what an import makes anew, or says itself. */
const BESIDE =
  /^(?:blind|with_suggestions|speaker_id|speaker_organisation|speaker_role|chain_ids|stance_target_key|origin_.*|codebook_version|revision)$/;

/** Words of a passage without the apostrophe that keeps a spreadsheet from running them. */
const unguarded = (words: string) => words.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, "").replace(/\r\n?|\n|\t/g, " ");
