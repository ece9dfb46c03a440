import { brat } from "./brat";
import { bundle } from "./bundle/bundle";
import { casJson } from "./cas-json";
import { conll } from "./conll";
import { csv, csvTables } from "./csv-formats";
import { dnaEvents } from "./dna-events";
import type { ExportFormat } from "./export-format";
import type { FormatName } from "./format-names";
import { json } from "./json";
import { jsonl } from "./jsonl";
import { labelStudio } from "./label-studio";
import { networkCsv, networkGexf, networkGraphml } from "./network/network-formats";
import { parquet } from "./parquet";
import { webAnnotation } from "./web-annotation";
import { webannoTsv } from "./webanno-tsv";
import { xlsx } from "./xlsx";

/** How each format is written. */
export const EXPORT_FORMATS: Record<FormatName, ExportFormat> = {
  bundle,
  json,
  jsonl,
  csv,
  "csv-tables": csvTables,
  parquet,
  xlsx,
  "web-annotation": webAnnotation,
  brat,
  "label-studio": labelStudio,
  conll,
  "webanno-tsv": webannoTsv,
  "cas-json": casJson,
  "dna-events": dnaEvents,
  "network-graphml": networkGraphml,
  "network-gexf": networkGexf,
  "network-csv": networkCsv,
};
