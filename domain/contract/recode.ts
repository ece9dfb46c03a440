import * as z from "zod";
import { RecodeChange } from "@/domain/recode/recode-change";

/** Statements that may be changed at once. */
export const MOST_RECODED = 500;

/** Body of POST /projects/{projectId}/recodes/preview. */
export const RecodePreviewInput = z.object({
  statementIds: z.array(z.uuid()).min(1).max(MOST_RECODED),
  change: RecodeChange,
});
export type RecodePreviewInput = z.infer<typeof RecodePreviewInput>;

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
  items: z.array(RecodeItem),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
});
export type RecodePreview = z.infer<typeof RecodePreview>;

/** Body of POST /projects/{projectId}/recodes: all that the preview said is possible, and nothing else. */
export const RecodeInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  change: RecodeChange,
  /** The statements to be changed and the revisions that were seen. */
  revisions: z
    .record(z.uuid(), z.int().min(1))
    .refine((revisions) => Object.keys(revisions).length > 0, "Choose the statements to change.")
    .refine(
      (revisions) => Object.keys(revisions).length <= MOST_RECODED,
      `Change at most ${MOST_RECODED} statements at once.`,
    ),
  reason: z.string().trim().min(1).max(1000),
});
export type RecodeInput = z.infer<typeof RecodeInput>;

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
