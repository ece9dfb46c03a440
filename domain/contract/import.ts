import * as z from "zod";
import { ImportCounts } from "./annotated-import";
import { DocumentSummary } from "./work";

/** Bytes of one file that is read for import, at most. */
export const IMPORT_FILE_LIMIT = 20 * 1024 * 1024;
/** Bytes of a request that brings a file (in base64, which is a third more) or the articles of an import. */
export const IMPORT_BODY_LIMIT = 30 * 1024 * 1024;
/** Articles of one file, and of one import, at most. */
export const IMPORT_DOCUMENT_LIMIT = 1000;

/** Which column of a table holds what; null: none does. */
export const ColumnMapping = z.object({
  text: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** Body of POST /projects/{projectId}/import-preview: one file, of which nothing is kept. */
export const ImportPreviewInput = z.object({
  /** Name of the file; what a file is gets told from its bytes first. */
  name: z.string().min(1).max(500),
  /** Its bytes. */
  base64: z
    .string()
    // One look at each character: a pattern of groups would overflow on a large file.
    .refine((text) => text.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(text), "Send the bytes in base64.")
    .meta({ contentEncoding: "base64" }),
  /** For CSV, JSON and JSON Lines; absent: guessed from the names of the columns. */
  mapping: ColumnMapping.optional(),
});
export type ImportPreviewInput = z.infer<typeof ImportPreviewInput>;

export const FILE_KINDS = ["txt", "markdown", "html", "pdf", "docx", "csv", "json", "jsonl", "zip"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** One article of a file, as it would be stored. */
export const ReadDocument = z.object({
  /** Where in the file it is: a path in a ZIP, a row of a table; empty: it is the file. */
  place: z.string(),
  kind: z.enum(FILE_KINDS),
  /** What the bytes were decoded as; null where the format says it itself. */
  encoding: z.string().nullable(),
  title: z.string(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  /** YYYY-MM-DD */
  published: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  text: z.string(),
  /** What was changed, guessed or left out on the way, in sentences. */
  notes: z.array(z.string()),
});
export type ReadDocument = z.infer<typeof ReadDocument>;

/** A file, or a part of it, that cannot be imported, and why. */
export const ReadProblem = z.object({ place: z.string(), message: z.string() });
export type ReadProblem = z.infer<typeof ReadProblem>;

/** An article of the project that a new one repeats: the same text, or nearly. */
const Duplicate = z.object({
  documentId: z.uuid(),
  title: z.string(),
  same: z.boolean(),
  /** Share of the two texts' word sequences that both have, 0 to 1, estimated. */
  likeness: z.number(),
});

export const PreviewedDocument = ReadDocument.extend({
  /** Of the text as it would be stored, hex. */
  sha256: z.string(),
  /** Code points. */
  length: z.int(),
  duplicates: z.array(Duplicate),
});
export type PreviewedDocument = z.infer<typeof PreviewedDocument>;

export const ImportPreview = z.object({
  documents: z.array(PreviewedDocument),
  problems: z.array(ReadProblem),
  /** Of a table: its columns, and how they were understood; null: none of them was taken for the text. */
  table: z.object({ columns: z.array(z.string()), mapping: ColumnMapping.nullable() }).nullable(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

const blank = z.string().max(2000).nullable().default(null);

/** Body of POST /projects/{projectId}/imports: articles as the preview gave them, with metadata as somebody left it. */
export const ImportInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  documents: z
    .array(
      z.object({
        id: z.uuid(),
        title: z.string().trim().min(1).max(1000),
        text: z.string().min(1),
        outlet: blank,
        author: blank,
        published: z.iso.date().nullable().default(null),
        url: z
          .url({ protocol: /^https?$/ })
          .max(2000)
          .nullable()
          .default(null),
        language: z
          .string()
          .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "Write a language tag such as en or pt-BR.")
          .max(35)
          .nullable()
          .default(null),
      }),
    )
    .min(1)
    .max(IMPORT_DOCUMENT_LIMIT),
});
export type ImportInput = z.infer<typeof ImportInput>;

/** What came into a project together: articles, or annotated data. */
export const Import = z.object({
  id: z.uuid(),
  documentCount: z.int(),
  /** Of annotated data: key of the format it was in; null: articles only. */
  format: z.string().nullable(),
  /** Of annotated data: how many of what came in. */
  counts: ImportCounts.nullable(),
  createdAt: z.iso.datetime(),
  /** Its articles were taken out again. */
  undoneAt: z.iso.datetime().nullable(),
});
export type Import = z.infer<typeof Import>;

export const ImportAnswer = Import.extend({ documents: z.array(DocumentSummary) });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const ImportList = z.object({ items: z.array(Import) });
export type ImportList = z.infer<typeof ImportList>;

/** Body of DELETE /imports/{importId}. */
export const ImportUndoing = z.object({ operationId: z.uuid() });
export type ImportUndoing = z.infer<typeof ImportUndoing>;
