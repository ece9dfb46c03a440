/** The formats of annotated data by key, as people know them, for who shows them without reading any. */
export const ANNOTATED_FORMAT_NAMES: Readonly<Record<string, string>> = {
  json: "Sayso JSON",
  brat: "brat standoff",
  "label-studio": "Label Studio JSON",
  "web-annotation": "W3C Web Annotation",
  "webanno-tsv": "WebAnno TSV 3",
  "cas-json": "UIMA CAS JSON",
  "dna-events": "DNA event list",
  statements: "Table of statements (CSV, JSON Lines)",
};
