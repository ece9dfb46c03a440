import * as z from "zod";
import { FORMAT_NAMES, LICENSES } from "@/domain/formats/format-names";
import { checkNetworkOptions, networkOptions } from "@/domain/formats/network/network-options";

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
  /** Of the bundle's split by article. */
  seed: z.coerce.number().int().min(0).max(2_147_483_647).default(1),
  /** Of the bundle's annotations; the articles' texts are not ours to license. */
  license: z.enum(LICENSES).default("none"),
  ...networkOptions,
};

/** Ids or keys with commas between them; absent: all. */
const list = z
  .string()
  .transform((text) => text.split(",").filter((part) => part !== ""))
  .optional();

/** Query of GET /projects/{projectId}/export. */
export const ExportQuery = z
  .object({
    ...choice,
    /** Ids of documents with commas between them; absent: all. */
    documents: list,
    /** Keys of fields with commas between them; absent: all. */
    fields: list,
    /** Formats in a bundle beside those always in it, with commas between them. */
    formats: list.pipe(z.array(z.enum(FORMAT_NAMES)).optional()),
  })
  .superRefine(checkNetworkOptions);
export type ExportQuery = z.infer<typeof ExportQuery>;

/** What an export that is made in the background holds; lists may be long. */
export const ExportChoice = z
  .object({
    ...choice,
    /** Ids of documents; absent: all. */
    documents: z.array(z.uuid()).max(20_000).optional(),
    /** Keys of fields; absent: all. */
    fields: z.array(z.string().max(40)).max(200).optional(),
    /** Formats in a bundle beside those always in it. */
    formats: z.array(z.enum(FORMAT_NAMES)).optional(),
  })
  .superRefine(checkNetworkOptions);
export type ExportChoice = z.infer<typeof ExportChoice>;

/** Body of POST /projects/{projectId}/exports. */
export const ExportInput = z.object({ operationId: z.uuid(), id: z.uuid(), choice: ExportChoice });
export type ExportInput = z.infer<typeof ExportInput>;

export const EXPORT_STATES = ["waiting", "running", "done", "failed", "cancelled", "removed"] as const;

/** An export that is made, or was. Its file is at /exports/{exportId}/file while it is `done`. */
export const Export = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  choice: ExportChoice,
  state: z.enum(EXPORT_STATES),
  fileName: z.string(),
  /** Bytes written so far. */
  written: z.int(),
  /** How many it will be, about; null while nobody knows. */
  expected: z.int().nullable(),
  /** Of the finished file, hex. */
  sha256: z.string().nullable(),
  /** Why it failed. */
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Export = z.infer<typeof Export>;

export const ExportList = z.object({ items: z.array(Export) });
export type ExportList = z.infer<typeof ExportList>;

/** Body of DELETE /exports/{exportId}. */
export const ExportRemoval = z.object({ operationId: z.uuid() });
export type ExportRemoval = z.infer<typeof ExportRemoval>;

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
