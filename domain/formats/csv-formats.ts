import { plannedToCsv, tableToCsv } from "./csv";
import { type ExportFormat, oneFile } from "./export-format";
import { tidyTables } from "./tables/tidy-tables";
import { wideRows } from "./tables/wide-table";

const CSV = { extension: "csv", mediaType: "text/csv; charset=utf-8", offsetUnit: "unicode_code_point" } as const;

/** One wide table: a row per statement and stance. */
export const csv: ExportFormat = {
  ...CSV,
  shape: "file",
  async *files(dataset, options) {
    yield* oneFile("statements.csv", plannedToCsv(await wideRows(dataset), options));
  },
};

/** Tidy tables that refer to each other by id, one per file. */
export const csvTables: ExportFormat = {
  ...CSV,
  shape: "folder",
  async *files(dataset, options) {
    for (const table of tidyTables(dataset)) yield { path: `${table.name}.csv`, chunks: tableToCsv(table, options) };
  },
};
