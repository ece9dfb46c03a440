/** Every format a dataset can be exported in, as the API calls it. */
export const FORMAT_NAMES = [
  "json",
  "jsonl",
  "csv",
  "csv-tables",
  "web-annotation",
  "brat",
  "label-studio",
  "conll",
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
