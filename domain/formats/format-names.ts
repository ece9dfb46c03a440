/** Every format a dataset can be exported in, as the API calls it. */
export const FORMAT_NAMES = [
  "json",
  "jsonl",
  "csv",
  "csv-tables",
  "parquet",
  "xlsx",
  "web-annotation",
  "brat",
  "label-studio",
  "conll",
  "webanno-tsv",
  "cas-json",
  "dna-events",
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
