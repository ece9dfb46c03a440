import { csv, csvTables } from "./csv-formats";
import type { ExportFormat } from "./export-format";
import type { FormatName } from "./format-names";
import { json } from "./json";
import { jsonl } from "./jsonl";

/** How each format is written. */
export const EXPORT_FORMATS: Record<FormatName, ExportFormat> = {
  json,
  jsonl,
  csv,
  "csv-tables": csvTables,
};
