import type { ScaleStatistics } from "./attribute-statistics";

/** A coefficient that is defined, or null where there is no variation. */
export interface Alpha {
  value: number;
  /** 1 - D_o and 1 - D_e: agreement seen and expected; null where distances are not 0 or 1. */
  observed: number | null;
  expected: number | null;
}

/**
 * Nominal alpha, 1 - (n - 1)(n - O) / (n² - Σ n_c²), with n ratings in pairable units, O = Σ o_cc the coincidences of equal
 * labels and Σ n_c² given as `squares`. Null without variation: nothing shows that annotators can tell labels apart.
 * Source: Krippendorff 2011, closed form.
 */
export function nominalAlphaOfSums(n: number, agreed: number, squares: number): Alpha | null {
  const different = n * n - squares;
  if (n < 2 || different <= 0) return null;
  return {
    value: 1 - ((n - 1) * (n - agreed)) / different,
    observed: agreed / n,
    expected: 1 - different / (n * (n - 1)),
  };
}

/**
 * Alpha on ordered levels. `coincidences`: levels × levels, row by row. `scores`: by level for interval distances, null for
 * ordinal ones, (Σ_{g=c}^{k} n_g - (n_c + n_k) / 2)², which are the squared differences of mid-ranks.
 */
export function levelAlpha(
  coincidences: readonly number[],
  size: number,
  scores: readonly number[] | null,
): Alpha | null {
  const counts = new Array<number>(size).fill(0);
  for (let c = 0; c < size; c++) {
    // Coincidences of a label add up to its ratings: whole numbers but for rounding.
    for (let k = 0; k < size; k++) counts[c] = (counts[c] as number) + (coincidences[c * size + k] as number);
    counts[c] = Math.round(counts[c] as number);
  }
  const places = scores ?? midRanks(counts);
  let n = 0;
  let seen = 0;
  let expected = 0;
  for (let c = 0; c < size; c++) {
    n += counts[c] as number;
    for (let k = 0; k < size; k++) {
      const distance = ((places[c] as number) - (places[k] as number)) ** 2;
      seen += (coincidences[c * size + k] as number) * distance;
      expected += (counts[c] as number) * (counts[k] as number) * distance;
    }
  }
  if (n < 2 || expected <= 0) return null;
  return { value: 1 - ((n - 1) * seen) / expected, observed: null, expected: null };
}

/** Interval alpha on numbers, 1 - (n - 1)·D / 2(n·S2 - S1²) with D = Σ_u 2(m·S2_u - S1_u²) / (m - 1). */
export function numberAlpha(n: number, sum: number, squares: number, differences: number): Alpha | null {
  const expected = 2 * (n * squares - sum * sum);
  // Equal numbers leave a rest of rounding, not of variation.
  if (n < 2 || expected <= n * squares * 1e-12) return null;
  return { value: 1 - ((n - 1) * differences) / expected, observed: null, expected: null };
}

/** Alpha of a scale's sums; see `levelAlpha` and `numberAlpha`. */
export function scaleAlpha(sums: ScaleStatistics, scores: readonly number[] | null): Alpha | null {
  if (sums.kind === "numbers") return numberAlpha(sums.ratingCount, sums.sum, sums.squares, sums.differences);
  return levelAlpha(sums.coincidences, Math.round(Math.sqrt(sums.coincidences.length)), scores);
}

/** Σ_{g<c} n_g + n_c / 2 for each level; levels without ratings do not move the others. */
export function midRanks(counts: readonly number[]): number[] {
  let below = 0;
  return counts.map((count) => {
    const rank = below + count / 2;
    below += count;
    return rank;
  });
}
