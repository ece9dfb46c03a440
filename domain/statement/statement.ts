import * as z from "zod";
import { Span } from "@/domain/text/span";

/** A position of the speaker toward a target. `value` and `basis` are null until somebody chooses: never filled in silently. */
export const Stance = z.object({
  targetId: z.uuid(),
  value: z.string().max(40).nullable(),
  basis: z.string().max(40).nullable(),
});
export type Stance = z.infer<typeof Stance>;

/** Answers by field key. An absent key is "not filled in", which is not the same as any value. */
export const FieldAnswers = z.record(
  z.string().max(40),
  z.union([z.string().max(4000), z.array(z.string().max(40)).max(100), z.number(), z.boolean()]),
);
export type FieldAnswers = z.infer<typeof FieldAnswers>;

/** All that a person codes about one statement. Sent and compared as a whole: it is small. */
export const StatementContent = z.object({
  /** In role order of the codebook, then by start; see `sortSpans`. */
  spans: z.array(Span).min(1).max(200),
  speakerId: z.uuid().nullable(),
  /** Speakers from the outlet to the origin; its last element is `speakerId`. Empty while there is no speaker. */
  chain: z.array(z.uuid()).max(20),
  stances: z.array(Stance).max(100),
  fields: FieldAnswers,
  /** The annotator's own confidence. */
  confidence: z.enum(["sure", "unsure"]),
  /** Why it is unsure; absent: nothing said. Kept while it is sure again, and does not apply then. */
  unsureComment: z.string().max(1000).optional(),
  note: z.string().max(4000),
  parentId: z.uuid().nullable(),
  sameClaimAsId: z.uuid().nullable(),
});
export type StatementContent = z.infer<typeof StatementContent>;

/** A statement as stored. */
export const Statement = StatementContent.extend({
  id: z.uuid(),
  assignmentId: z.uuid(),
  /** Number of the codebook version it was coded under. */
  codebookVersion: z.int().min(1),
  derivedFromId: z.uuid().nullable(),
  revision: z.int().min(1),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Statement = z.infer<typeof Statement>;

/** Something wrong with a statement, as a person can act on it. */
export const Problem = z.object({
  /** `invalid`: refused at once. `incomplete`: may be saved, stops the submission. */
  severity: z.enum(["invalid", "incomplete"]),
  /** Stable machine name, for example `quote_mismatch`. */
  code: z.string(),
  /** Where: `spans.0`, `stances.1.value`, `fields.sourcing`, `speakerId`. */
  path: z.string(),
  /** What is wrong and how to mend it, one sentence. */
  message: z.string(),
});
export type Problem = z.infer<typeof Problem>;
