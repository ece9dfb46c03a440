import * as z from "zod";
import { FORMAT_NAMES } from "@/domain/formats/format-names";

/** What is exported and how; the same for a download, a preview and an export that is made in the background. */
const choice = {
  format: z.enum(FORMAT_NAMES),
  /** annotation: annotators' readings; adjudication: gold; both; all: these and what agents suggested. */
  layers: z.enum(["annotation", "adjudication", "both", "all"]).default("both"),
  /** CSV only. `raw` for programs; `spreadsheet` prefixes an apostrophe to cells a spreadsheet would run as a formula. */
  cells: z.enum(["raw", "spreadsheet"]).default("raw"),
  /** How annotators are called; names are for managers only. */
  people: z.enum(["pseudonyms", "names"]).default("pseudonyms"),
  /** `day`: times are cut to the day, history is left out, and ids that carry a time are replaced. */
  times: z.enum(["exact", "day"]).default("exact"),
};

/** Ids or keys with commas between them; absent: all. */
const list = z
  .string()
  .transform((text) => text.split(",").filter((part) => part !== ""))
  .optional();

/** Query of GET /projects/{projectId}/export. */
export const ExportQuery = z.object({
  ...choice,
  /** Ids of documents with commas between them; absent: all. */
  documents: list,
  /** Keys of fields with commas between them; absent: all. */
  fields: list,
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
  /** Of the download, in bytes; estimated from the first documents unless `exact`. */
  size: z.object({ bytes: z.int(), exact: z.boolean() }),
  /** First rows of the statements as a table, header first. */
  rows: z.array(z.array(z.string())),
  /** How the first file begins; null where it is no text. */
  beginning: z.object({ path: z.string(), text: z.string() }).nullable(),
});
export type ExportPreview = z.infer<typeof ExportPreview>;
