/** Every format a dataset can be exported in, as the API calls it. */
export const FORMAT_NAMES = [
  "bundle",
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
  "network-graphml",
  "network-gexf",
  "network-csv",
] as const;
/** Those that a bundle may hold beside what is always in it. */
export const BUNDLED_NAMES = FORMAT_NAMES.filter((name) => !["bundle", "json", "csv-tables", "parquet"].includes(name));

/** What a bundle's annotations may be licensed under. */
export const LICENSES = ["none", "cc0-1.0", "cc-by-4.0", "cc-by-sa-4.0"] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
