import * as z from "zod";
import { RecodeChange } from "@/domain/recode/recode-change";
import { SearchQuery } from "./search";

/** Statements that may be chosen one by one to be changed at once. */
export const MOST_RECODED = 500;
/** Statements that may be changed at once where it is all the gold that a search finds. */
export const MOST_FOUND_RECODED = 5000;
/** Statements that a preview of those tells of one by one. */
export const MOST_PREVIEWED = 200;

/** Body of POST /projects/{projectId}/recodes/preview: of chosen statements, or of all the gold that a search finds. */
export const RecodePreviewInput = z
  .object({
    statementIds: z.array(z.uuid()).min(1).max(MOST_RECODED).optional(),
    found: SearchQuery.optional(),
    change: RecodeChange,
  })
  .refine(({ statementIds, found }) => (statementIds === undefined) !== (found === undefined), {
    error: "Name statements, or a search.",
  });
export type RecodePreviewInput = z.infer<typeof RecodePreviewInput>;
/** As it is sent. */
export type RecodePreviewBody = z.input<typeof RecodePreviewInput>;

/** What a recode would make of one statement. */
export const RecodeItem = z.object({
  statementId: z.uuid(),
  revision: z.int(),
  documentId: z.uuid(),
  title: z.string(),
  language: z.string().nullable(),
  quote: z.string(),
  outcome: z.enum(["changed", "same", "refused"]),
  /** The parts that change, in words. */
  changes: z.array(z.object({ part: z.string(), before: z.string(), after: z.string() })),
  /** Questions whose answers would apply no more. */
  dropped: z.array(z.string()),
  /** Of a refused one: why, and what to do. */
  why: z.string().nullable(),
});
export type RecodeItem = z.infer<typeof RecodeItem>;

export const RecodePreview = z.object({
  /** Of a search the first ones, those that cannot be changed before the others. */
  items: z.array(RecodeItem),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  /** A word for what was looked at and what would become of it: the same for the same. */
  set: z.string(),
});
export type RecodePreview = z.infer<typeof RecodePreview>;

/** Body of POST /projects/{projectId}/recodes: all that the preview said is possible, and nothing else. */
export const RecodeInput = z
  .object({
    operationId: z.uuid(),
    id: z.uuid(),
    change: RecodeChange,
    /** Of chosen statements: those to be changed and the revisions that were seen. */
    revisions: z
      .record(z.uuid(), z.int().min(1))
      .refine((revisions) => Object.keys(revisions).length > 0, "Choose the statements to change.")
      .refine(
        (revisions) => Object.keys(revisions).length <= MOST_RECODED,
        `Change at most ${MOST_RECODED} statements at once.`,
      )
      .optional(),
    /** Of all the gold that a search finds: the search, and the set that the preview named. */
    found: SearchQuery.optional(),
    set: z.string().max(100).optional(),
    reason: z.string().trim().min(1).max(1000),
  })
  .refine(({ revisions, found, set }) => (revisions === undefined) !== (found === undefined || set === undefined), {
    error: "Name statements with their revisions, or a search with the set of its preview.",
  });
export type RecodeInput = z.infer<typeof RecodeInput>;
/** As it is sent. */
export type RecodeBody = z.input<typeof RecodeInput>;

export const Recoded = z.object({ id: z.uuid(), statements: z.int() });
export type Recoded = z.infer<typeof Recoded>;

/** Answer of GET /projects/{projectId}/recodes, newest first. */
export const RecodeList = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      change: RecodeChange,
      reason: z.string(),
      /** How many statements it changed. */
      statements: z.int(),
      by: z.string(),
      at: z.iso.datetime(),
      undoneAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type RecodeList = z.infer<typeof RecodeList>;
