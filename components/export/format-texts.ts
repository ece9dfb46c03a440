import type { FormatName } from "@/domain/formats/format-names";

/** What people are told of a format. */
interface FormatText {
  label: string;
  description: string;
}

export const FORMAT_TEXTS: Record<FormatName, FormatText> = {
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
};

/** The formats by what they are for. */
export const FORMAT_GROUPS: readonly { title: string; formats: readonly FormatName[] }[] = [
  { title: "Data", formats: ["json", "jsonl"] },
  { title: "Tables", formats: ["csv", "csv-tables"] },
];
