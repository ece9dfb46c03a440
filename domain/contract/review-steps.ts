import * as z from "zod";

/** What a reviewer did in one action, as far as undo and redo tell of it. */
export const ReviewStep = z.object({
  /** The operation that did it first: what taking it back and doing it again name. */
  operationId: z.uuid(),
  kind: z.enum(["ruling", "withdrawal", "batch", "regrouping"]),
});
export type ReviewStep = z.infer<typeof ReviewStep>;

/** What the caller's next undo and redo in a document do; null: nothing. What others have overtaken is passed over. */
export const ReviewHistory = z.object({ undo: ReviewStep.nullable(), redo: ReviewStep.nullable() });
export type ReviewHistory = z.infer<typeof ReviewHistory>;

/** Body of POST /documents/{documentId}/review-steps: takes a step of one's own back, or does it again after that. */
export const ReviewTravel = z.object({
  operationId: z.uuid(),
  relation: z.object({ kind: z.enum(["reverts", "repeats"]), operationId: z.uuid() }),
});
export type ReviewTravel = z.infer<typeof ReviewTravel>;

export const ReviewTravelled = z.object({
  documentId: z.uuid(),
  kind: ReviewStep.shape.kind,
  /** Rulings that no longer stand, and that stand again. */
  ended: z.array(z.uuid()),
  restored: z.array(z.uuid()),
  /** A statement of the cluster that it was about; null: of none. */
  statementId: z.uuid().nullable(),
});
export type ReviewTravelled = z.infer<typeof ReviewTravelled>;
