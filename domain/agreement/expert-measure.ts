import * as z from "zod";
import type { Coefficient } from "./coefficient";

/** Coefficients for a methods section, in the order in which they are listed. */
export const ExpertMeasure = z.enum([
  "percent_ratings",
  "percent_units",
  "percent_all",
  "alpha_ordinal",
  "alpha_interval",
  "alpha_nominal",
  "scott",
  "cohen",
  "cohen_linear",
  "cohen_quadratic",
  "fleiss",
  "ac1",
  "u_alpha",
  "cu_alpha",
  "model",
]);
export type ExpertMeasure = z.infer<typeof ExpertMeasure>;

interface MeasureText {
  name: string;
  /** Exactly how it is computed. */
  definition: string;
  /** Short form of an entry of the references. */
  source: string | null;
  /** What its n counts. */
  counts: "statement" | "pair of labels" | "document";
}

const PAIRS =
  "of every two annotators over the statements both labelled, then the mean over pairs in which it is defined";

export const MEASURE_TEXTS: Record<ExpertMeasure, MeasureText> = {
  percent_ratings: {
    name: "Percent agreement, by labels",
    definition: "Σ over statements of Σ n_c(n_c − 1)/(m − 1), divided by the number of labels: 1 − D_o of nominal α.",
    source: null,
    counts: "statement",
  },
  percent_units: {
    name: "Percent agreement, by statements",
    definition: "Mean over statements of the share of pairs of labels that agree, Σ n_c(n_c − 1)/(m(m − 1)).",
    source: null,
    counts: "statement",
  },
  percent_all: {
    name: "Percent agreement of all",
    definition:
      "Share with a single label among the statements that everybody who finished the document labelled; the others are left out.",
    source: null,
    counts: "statement",
  },
  alpha_ordinal: {
    name: "Krippendorff's α, ordinal",
    definition:
      "1 − D_o/D_e with δ² = (Σ n_g from c to k − (n_c + n_k)/2)² in the order the codebook declares; labels off the scale are missing.",
    source: "Krippendorff 2004",
    counts: "statement",
  },
  alpha_interval: {
    name: "Krippendorff's α, interval",
    definition: "1 − D_o/D_e with δ² = (c − k)² of the scores; labels off the scale are missing.",
    source: "Krippendorff 2004",
    counts: "statement",
  },
  alpha_nominal: {
    name: "Krippendorff's α, nominal",
    definition: "1 − D_o/D_e with δ² = 1 for different labels, those off the scale included.",
    source: "Krippendorff 2011",
    counts: "statement",
  },
  scott: {
    name: "Scott's π",
    definition: `(p_o − p_e)/(1 − p_e) with p_e = Σ((r_c + s_c)/2)², ${PAIRS}.`,
    source: "Scott 1955",
    counts: "pair of labels",
  },
  cohen: {
    name: "Cohen's κ",
    definition: `(p_o − p_e)/(1 − p_e) with p_e = Σ r_c s_c, ${PAIRS}.`,
    source: "Cohen 1960; Light 1971",
    counts: "pair of labels",
  },
  cohen_linear: {
    name: "Cohen's κ, linear weights",
    definition: `κ with weights 1 − |i − j|/(K − 1) over the K declared levels, ${PAIRS}.`,
    source: "Cohen 1968; Light 1971",
    counts: "pair of labels",
  },
  cohen_quadratic: {
    name: "Cohen's κ, quadratic weights",
    definition: `κ with weights 1 − (i − j)²/(K − 1)² over the K declared levels, ${PAIRS}.`,
    source: "Cohen 1968; Light 1971",
    counts: "pair of labels",
  },
  fleiss: {
    name: "Fleiss' κ",
    definition:
      "(p_o − p_e)/(1 − p_e) with p_o the percent agreement by statements and p_e = Σ π_c², π_c the mean share of a label; complete data only: statements that everybody who finished the document labelled.",
    source: "Fleiss 1971",
    counts: "statement",
  },
  ac1: {
    name: "Gwet's AC1",
    definition:
      "(p_o − p_e)/(1 − p_e) with p_o the percent agreement by statements and p_e = Σ π_c(1 − π_c)/(q − 1), q the declared labels and those used beside them. It rises with q; not to be reported alone.",
    source: "Gwet 2008",
    counts: "statement",
  },
  u_alpha: {
    name: "uα",
    definition:
      "Boundaries and labels together, text left unmarked being a value of its own; lengths in code points, pooled over documents. Statements without a label are left out; of statements of one annotator that lie over each other the innermost has the text.",
    source: "Krippendorff et al. 2016",
    counts: "document",
  },
  cu_alpha: {
    name: "cuα",
    definition: "Labels alone, over the text that at least two annotators marked; otherwise as uα.",
    source: "Krippendorff et al. 2016",
    counts: "document",
  },
  model: {
    name: "Model of the annotators",
    definition:
      "Mean probability of the likeliest label by Dawid–Skene (up to 6 labels, 50 shared statements of each annotator, 3 labels a statement on average), else by MACE (annotators with 20 shared statements), over statements with three labels or more. How sure the model is, and no coefficient of agreement.",
    source: "Dawid and Skene 1979; Hovy et al. 2013",
    counts: "statement",
  },
};

/** "1 statement", "20 pairs of labels": what the n of a coefficient says. */
export function countOf(measure: ExpertMeasure, number: number): string {
  const { counts } = MEASURE_TEXTS[measure];
  return `${number.toLocaleString("en")} ${number === 1 ? counts : counts.replace(/^\w+/, "$&s")}`;
}

/** Why a coefficient has no value, in a sentence; null where it has one. */
export function explainCoefficient(
  measure: ExpertMeasure,
  { status, units }: { status: Coefficient["status"]; units: number },
): string | null {
  if (status === "ok") return null;
  if (status === "too_few_units") return `Only ${countOf(measure, units)}: too few for a coefficient.`;
  if (status === "single_annotator") return "Only one annotator has finished documents.";
  if (measure === "model") {
    return "A model needs three labels of one statement, from annotators who each share 20 statements with others, and is not made of more than 40,000 labels while you wait.";
  }
  if (measure === "u_alpha") return "Nothing was marked and labelled, or all of the text with one label.";
  if (measure === "cu_alpha") return "No text was labelled by two annotators, or all of it with one label.";
  if (status === "no_variation")
    return "Everyone used the same single label: nothing shows that labels can be told apart.";
  return measure === "fleiss" || measure === "percent_all"
    ? "No statement was labelled by everybody who finished its document."
    : "No statement was labelled by two annotators.";
}
