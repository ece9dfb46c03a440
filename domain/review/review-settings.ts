import * as z from "zod";

const Weight = z.number().min(0).max(1_000_000);

/** How much each ground for looking at a cluster counts; a cluster weighs the sum of those it has. */
export const ReviewWeights = z.object({
  missing: Weight,
  speaker: Weight,
  stance: Weight,
  /** The field with the key "sourcing". */
  sourcing: Weight,
  /** Any other coded field. */
  field: Weight,
  boundary: Weight,
  /** No answer is given more often than every other one. */
  tie: Weight,
  /** A member is marked unsure. */
  unsure: Weight,
  /** The leading answer is given by less than two thirds. */
  lowConfidence: Weight,
});
export type ReviewWeights = z.infer<typeof ReviewWeights>;

/**
 * Each kind outweighs all after it together, and one ground for doubt outweighs them all: what people are torn about
 * comes first, within that the graver difference.
 */
export const DEFAULT_WEIGHTS: ReviewWeights = {
  missing: 32,
  speaker: 16,
  stance: 8,
  sourcing: 4,
  field: 2,
  boundary: 1,
  tie: 64,
  unsure: 64,
  lowConfidence: 64,
};

/** Reasons that come up again and again; the codebook decides, not the reviewer's taste. */
export const DEFAULT_REASONS: readonly string[] = [
  "The codebook's definition fits this one",
  "The boundary follows the span rules",
  "The speaker is named elsewhere in the article",
  "Only what is in the text counts",
  "Slip of one reading",
  "Not a statement by the codebook",
  "The passage is open to both",
];

/**
 * What a reviewer reads of whose reading it is: a pseudonym that is the same in all documents, the name, or nothing that
 * tells, with the readings in an order of their own in each document.
 */
export const AnnotatorNames = z.enum(["pseudonyms", "names", "hidden"]);
export type AnnotatorNames = z.infer<typeof AnnotatorNames>;

/** How a project is reviewed. */
export const ReviewSettings = z.object({
  weights: ReviewWeights,
  /** One key each, in this order. */
  reasons: z.array(z.string().trim().min(1).max(200)).max(9),
  names: AnnotatorNames,
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;

export const DEFAULT_REVIEW_SETTINGS: ReviewSettings = {
  weights: DEFAULT_WEIGHTS,
  reasons: [...DEFAULT_REASONS],
  names: "pseudonyms",
};
