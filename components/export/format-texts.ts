import type { FormatName } from "@/domain/formats/format-names";

/** What people are told of a format. */
export interface FormatText {
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
    label: "CSV, one table",
    description: "One row for each statement and stance, for R, Python or a spreadsheet.",
  },
  "csv-tables": {
    label: "CSV, tidy tables",
    description: "Documents, statements, spans, stances, answers and more, joined by id. A ZIP.",
  },
};
