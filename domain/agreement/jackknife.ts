import type { Interval } from "./figure";
import { studentQuantile } from "./student-t";

/**
 * Standard error of a figure from what it is without each of its G parts: pseudo-values G·v - (G - 1)·v_(-g), and
 * SE = √(Σ(p - p̄)² / (G(G - 1))). Needs at least two parts; NaN for fewer.
 */
export function jackknifeError(value: number, leftOut: readonly number[]): number {
  const parts = leftOut.length;
  const pseudo = leftOut.map((without) => parts * value - (parts - 1) * without);
  const mean = pseudo.reduce((sum, one) => sum + one, 0) / parts;
  const squares = pseudo.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return Math.sqrt(squares / (parts * (parts - 1)));
}

/** Fewer documents than this say too little about how documents vary. */
export const LEAST_DOCUMENTS = 5;

/**
 * Interval by delete-one-document jackknife with a t quantile: statements of one document are not independent, documents
 * are. `leftOut`: the figure without each document that has a part in it, null where that is undefined. Ends at `least`
 * and 1. Returns why there is none otherwise.
 */
export function jackknifeInterval(
  value: number,
  leftOut: readonly (number | null)[],
  { level = 0.95, least = Number.NEGATIVE_INFINITY } = {},
): Interval | "too_few_documents" | "not_computable" {
  if (leftOut.length < LEAST_DOCUMENTS) return "too_few_documents";
  if (!leftOut.every((without) => without !== null)) return "not_computable";
  const reach = studentQuantile((1 + level) / 2, leftOut.length - 1) * jackknifeError(value, leftOut);
  return { low: Math.max(least, value - reach), high: Math.min(1, value + reach), level };
}
