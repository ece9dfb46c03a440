import * as z from "zod";

/** Query of GET /projects/{projectId}/export. */
export const ExportQuery = z.object({
  format: z.enum(["json", "csv"]),
  /** annotation: annotators' readings; adjudication: gold; both; all: these and what agents suggested. */
  layers: z.enum(["annotation", "adjudication", "both", "all"]).default("both"),
  /** CSV only. `raw` for programs; `spreadsheet` prefixes an apostrophe to cells a spreadsheet would run as a formula. */
  cells: z.enum(["raw", "spreadsheet"]).default("raw"),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

/** GET /projects/{projectId}/export/preview: what a download would hold. */
export const ExportPreview = z.object({
  documents: z.int(),
  readings: z.int(),
  /** Of these, how many were made with suggestions shown. */
  readingsWithSuggestions: z.int(),
  readingStatements: z.int(),
  goldStatements: z.int(),
  suggestions: z.int(),
  /** First rows of the CSV, header first. */
  rows: z.array(z.array(z.string())),
});
export type ExportPreview = z.infer<typeof ExportPreview>;
