import { brat } from "./brat";
import { conll } from "./conll";
import { csv, csvTables } from "./csv-formats";
import type { ExportFormat } from "./export-format";
import type { FormatName } from "./format-names";
import { json } from "./json";
import { jsonl } from "./jsonl";
import { labelStudio } from "./label-studio";
import { webAnnotation } from "./web-annotation";

/** How each format is written. */
export const EXPORT_FORMATS: Record<FormatName, ExportFormat> = {
  json,
  jsonl,
  csv,
  "csv-tables": csvTables,
  "web-annotation": webAnnotation,
  brat,
  "label-studio": labelStudio,
  conll,
};
