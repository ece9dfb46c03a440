import * as z from "zod";

/** Bytes of one uploaded file of annotated data, at most. */
export const ANNOTATED_FILE_LIMIT = 256 * 1024 * 1024;
/** Files of one import, at most; more go into a ZIP. */
export const ANNOTATED_FILES_LIMIT = 100;

/** A file that waits to be imported, for a day. */
export const UploadedFile = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Of its bytes, hex. */
  sha256: z.string(),
});
export type UploadedFile = z.infer<typeof UploadedFile>;

/** Query of POST /projects/{projectId}/uploads. */
export const UploadQuery = z.object({
  /** Name of the file, or its path in the folder it comes from. */
  name: z.string().min(1).max(500),
});

/** What is imported, and how what the file leaves open is decided. */
const Choices = z.object({
  /** Ids of uploaded files. */
  files: z.array(z.uuid()).min(1).max(ANNOTATED_FILES_LIMIT),
  /** Key of the format; null: told from the files. */
  format: z.string().max(40).nullable().default(null),
  /**
   * Whose codebook holds: `project` codes everything under the project's, `file` adds the file's versions. Null: the
   * file's where the project has no article yet or knows the version, else the project's.
   */
  codebook: z.enum(["project", "file"]).nullable().default(null),
  /**
   * Who of the project's members somebody named in the file is: the id of the membership, by that name. Whoever is not
   * listed, and not known in the project by that word, comes in as a person without a sign-in.
   */
  people: z.record(z.string().max(300), z.uuid()).default({}),
  /** Of a table of statements: which column holds what. */
  columns: z.record(z.string().max(60), z.string().max(300).nullable()).nullable().default(null),
});

/** Body of POST /projects/{projectId}/annotated-import-preview. */
export const AnnotatedPreviewInput = Choices;
export type AnnotatedPreviewInput = z.infer<typeof AnnotatedPreviewInput>;

/** Body of POST /projects/{projectId}/annotated-imports. */
export const AnnotatedImportInput = Choices.extend({
  operationId: z.uuid(),
  id: z.uuid(),
  /** Of the report that was read; an import that would do anything else is refused. Null: not compared. */
  digest: z.string().nullable().default(null),
});
export type AnnotatedImportInput = z.infer<typeof AnnotatedImportInput>;

export const ReportedLine = z.object({
  effect: z.enum(["maps", "new", "changed", "lost", "stops"]),
  code: z.string(),
  file: z.string(),
  /** From 1; null: the format has none. */
  line: z.int().nullable(),
  /** What it is found by in the file. */
  at: z.string(),
  message: z.string(),
});

/** Lines of one kind: how many there are, and the first of them. */
export const ReportedGroup = z.object({
  effect: ReportedLine.shape.effect,
  code: z.string(),
  count: z.int(),
  lines: z.array(ReportedLine),
});
export type ReportedGroup = z.infer<typeof ReportedGroup>;

/** How many of what come in, by name: documents, readings, gold, suggestions, statements, rulings, comments, … */
export const ImportCounts = z.record(z.string(), z.int());
export type ImportCounts = z.infer<typeof ImportCounts>;

/** What an import would do. */
export const ImportReport = z.object({
  /** Null: no format knows the files; the report says so. */
  format: z.object({ key: z.string(), name: z.string() }).nullable(),
  counts: ImportCounts,
  /** What stops the import first, then what is lost, changed, new, and as it is. */
  groups: z.array(ReportedGroup),
  /** Whoever annotated, ruled or wrote, as the file calls them, and whether they come in as somebody the project knows. */
  people: z.array(z.object({ name: z.string(), isNew: z.boolean() })),
  /** Of a table of statements: its columns, and which of them is taken for which part. */
  table: z.object({ columns: z.array(z.string()), parts: z.record(z.string(), z.string().nullable()) }).nullable(),
  /** Whose codebook holds. */
  codebook: z.enum(["project", "file"]),
  /** The file brings a codebook that the project does not have, so that there is something to choose. */
  isCodebookOpen: z.boolean(),
  /** Nothing stops it, and there is something to import. */
  importable: z.boolean(),
  /** SHA-256 of all of it, hex. */
  digest: z.string(),
});
export type ImportReport = z.infer<typeof ImportReport>;
