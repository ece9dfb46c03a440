/** One annotator's label of one item, as indices. The same annotator may have labelled an item several times. */
export interface LabelVote {
  item: number;
  annotator: number;
  label: number;
}

/** Numbers of items, annotators and labels: indices are below them. */
export interface VoteSizes {
  items: number;
  annotators: number;
  labels: number;
}

/** How sure a model is of a label it proposes; shown instead of the bare probability. */
export function confidenceOf(probability: number): "strong" | "likely" | "check" {
  if (probability >= 0.95) return "strong";
  return probability >= 0.8 ? "likely" : "check";
}
