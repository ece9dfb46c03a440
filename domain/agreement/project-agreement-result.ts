import * as z from "zod";
import { Coefficient } from "./coefficient";
import { Figure } from "./figure";

/** One label of an attribute against all others. */
export const LabelAgreement = z.object({
  label: z.string(),
  /** Pairable ratings with this label. */
  ratings: z.int(),
  /** Alpha of "this label or not". */
  alpha: Coefficient,
  /** Positive specific agreement, 2a / (2a + b + c); null when no pair has the label. */
  specific: z.number().nullable(),
  /** Pairs of annotators on one statement: both chose it (a), exactly one did (b + c). */
  both: z.int(),
  one: z.int(),
});
export type LabelAgreement = z.infer<typeof LabelAgreement>;

/** How often one annotator chose `a` where another chose `b`, over all pairs. */
export const Confusion = z.object({ a: z.string(), b: z.string(), count: z.int() });
export type Confusion = z.infer<typeof Confusion>;

export const AttributeAgreement = z.object({
  key: z.string(),
  measure: z.enum(["nominal", "ordinal", "interval"]),
  /** Krippendorff's alpha on the attribute's own measure; of statements that at least two annotators labelled. */
  alpha: Figure,
  /** The nominal alpha beside it, which includes labels off the scale. The same figure when the measure is nominal. */
  nominal: Figure,
  /** "Two annotators picked at random agree on …": percent agreement weighted by ratings. */
  raw: Figure,
  /** Gwet's AC1, only to judge a low alpha beside a high raw agreement. */
  ac1: Figure,
  /** Pairs of labels of one statement behind `raw`. */
  pairs: z.int(),
  /** By ratings, most first. */
  labels: z.array(LabelAgreement),
  /** By count, most first. */
  confusions: z.array(Confusion),
});
export type AttributeAgreement = z.infer<typeof AttributeAgreement>;

/** A figure for two annotators. */
export const PairFigure = z.object({
  /** Statements both labelled; cells with fewer than 20 say little. */
  units: z.int(),
  /** Share of them with the same label. */
  raw: z.number().nullable(),
  /** Cohen's kappa, with quadratic weights on a scale. */
  kappa: Coefficient,
});

export const PairAgreement = z.object({
  /** Ids of annotators. */
  a: z.string(),
  b: z.string(),
  /** Documents that both finished. */
  documents: z.int(),
  /** Span F1 under the rule chosen. `units`: statements that either marked. */
  found: Coefficient,
  /** By attribute. */
  attributes: z.record(z.string(), PairFigure),
});
export type PairAgreement = z.infer<typeof PairAgreement>;

export const AnnotatorAgreement = z.object({
  annotator: z.string(),
  /** Documents with at least two finished passes, one of them this annotator's. */
  documents: z.int(),
  /** Mean over the pairs with this annotator for which it is defined. */
  meanFound: z.number().nullable(),
  attributes: z.record(
    z.string(),
    z.object({
      meanKappa: z.number().nullable(),
      /** Alpha of the others over the same clusters. */
      alphaWithout: z.number().nullable(),
      /** Alpha minus alpha without: negative means that this annotator pulls agreement down. */
      change: z.number().nullable(),
    }),
  ),
});
export type AnnotatorAgreement = z.infer<typeof AnnotatorAgreement>;

export const DocumentAgreement = z.object({
  documentId: z.string(),
  annotators: z.int(),
  /** Clusters, and those found by at least two. */
  statements: z.int(),
  aligned: z.int(),
  found: Coefficient,
  /** Nobody marked anything: agreement, but no figure. */
  nothingToMark: z.boolean(),
  attributes: z.record(
    z.string(),
    z.object({
      units: z.int(),
      raw: z.number().nullable(),
      /** Only from 10 units on. */
      alpha: Coefficient,
      /** Statements with different labels. */
      differing: z.int(),
    }),
  ),
  /** Clusters that somebody who finished did not mark. */
  missing: z.int(),
  /** `missing` and all `differing`. */
  disagreements: z.int(),
});
export type DocumentAgreement = z.infer<typeof DocumentAgreement>;

/** The figures of a project, in the order in which they are shown. Nothing averages attributes into one score. */
export const ProjectAgreement = z.object({
  /** Documents with at least two finished passes, and all annotators who finished one. */
  documents: z.int(),
  annotators: z.array(z.string()),
  /** "Found the same statements": span F1 summed over documents and pairs, by rule. `units`: distinct statements. */
  found: z.object({ half: Figure, exact: Figure, overlap: Figure, characters: Figure }),
  /** "Marked the same text": |u-alpha pooled over documents. */
  markedText: Figure,
  /** Distinct statements in those documents, and how many of them at least two annotators found: what labels rest on. */
  statements: z.int(),
  aligned: z.int(),
  /** In the order of the attributes given. */
  attributes: z.array(AttributeAgreement),
  /** Every pair that finished a document together. */
  pairs: z.array(PairAgreement),
  perAnnotator: z.array(AnnotatorAgreement),
  /** By disagreements, most first, then by id. */
  perDocument: z.array(DocumentAgreement),
});
export type ProjectAgreement = z.infer<typeof ProjectAgreement>;
