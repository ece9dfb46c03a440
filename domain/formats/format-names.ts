/** Every format a dataset can be exported in, as the API calls it. */
export const FORMAT_NAMES = ["json", "jsonl", "csv", "csv-tables"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
