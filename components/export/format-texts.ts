import type { FormatName } from "@/domain/formats/format-names";

/** What people are told of a format. */
interface FormatText {
  label: string;
  description: string;
}

export const FORMAT_TEXTS: Record<FormatName, FormatText> = {
  bundle: {
    label: "Dataset bundle",
    description: "To publish or hand on: Parquet in splits, tables, JSON, codebook, reliability, dataset card. A ZIP.",
  },
  json: {
    label: "JSON",
    description: "Everything: articles, codebook, registry, statements, rulings, comments, history.",
  },
  jsonl: {
    label: "JSON Lines",
    description: "One statement per line with all that is needed to read it, for pandas, datasets or DuckDB.",
  },
  csv: {
    label: "CSV",
    description: "One row for each statement and stance, for R, Python or a spreadsheet.",
  },
  "csv-tables": {
    label: "Tidy CSV tables",
    description: "Documents, statements, spans, stances, answers and more, joined by id. A ZIP.",
  },
  "web-annotation": {
    label: "W3C Web Annotation",
    description: "JSON-LD: one annotation per statement, a quote and a position per span.",
  },
  brat: {
    label: "brat",
    description: "Standoff, one folder per annotator with its configuration. A ZIP.",
  },
  "label-studio": {
    label: "Label Studio",
    description: "Tasks with everybody's annotations, and the labelling configuration they need. A ZIP.",
  },
  conll: {
    label: "CoNLL (BIO)",
    description: "A token per line and a column per role, one file per annotator. A ZIP.",
  },
  parquet: {
    label: "Parquet",
    description: "The same one table with types, for pandas, R, DuckDB or Spark.",
  },
  xlsx: {
    label: "Excel workbook",
    description: "The same one table and the documents, without the articles' texts.",
  },
  "webanno-tsv": {
    label: "WebAnno TSV 3.3",
    description: "For INCEpTION: one folder per annotator; offsets in UTF-16 units. A ZIP.",
  },
  "cas-json": {
    label: "UIMA CAS JSON",
    description: "The draft 0.4 of Apache UIMA, one folder per annotator; offsets in UTF-16 units. A ZIP.",
  },
  "dna-events": {
    label: "DNA event list",
    description: "For Discourse Network Analyzer: statements for or against a target; offsets in UTF-16 units.",
  },
  "network-graphml": {
    label: "Network, GraphML",
    description: "Speakers and targets, or speakers and speakers, for visone, igraph or Gephi. A ZIP.",
  },
  "network-gexf": {
    label: "Network, GEXF",
    description: "The same for Gephi and sigma. A ZIP.",
  },
  "network-csv": {
    label: "Network, edges as CSV",
    description: "The same as a list of edges with their weight and sign. A ZIP.",
  },
};

/** The formats by what they are for. */
export const FORMAT_GROUPS: readonly { title: string; formats: readonly FormatName[] }[] = [
  { title: "Data", formats: ["bundle", "json", "jsonl"] },
  { title: "Tables", formats: ["csv", "csv-tables", "parquet", "xlsx"] },
  {
    title: "Annotation tools",
    formats: ["web-annotation", "brat", "label-studio", "conll", "webanno-tsv", "cas-json"],
  },
  { title: "Networks", formats: ["dna-events", "network-graphml", "network-gexf", "network-csv"] },
];
