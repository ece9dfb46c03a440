import { nominalAlphaOfSums, numberAlpha } from "./alpha-of-sums";
import { sumLabels } from "./label-sums";
import { type Measured, toMeasured } from "./measured";
import type { Ratings } from "./ratings";

/**
 * Krippendorff's nominal alpha; missing ratings and any number of annotators. O(ratings). Source: Krippendorff 2011,
 * closed form 1 - (n - 1)(n - O) / (n² - Σ n_c²).
 */
export function nominalAlpha(ratings: Ratings): Measured {
  const { units, ratingCount, agreed, counts } = sumLabels(ratings);
  let squares = 0;
  for (const count of counts) squares += count * count;
  return toMeasured(nominalAlphaOfSums(ratingCount, agreed, squares), units, ratings.annotators);
}

/** Interval alpha; `scores` by label, in any unit. */
export function intervalAlpha(ratings: Ratings, scores: ArrayLike<number>): Measured {
  const { units, starts, labels } = ratings;
  const centre = meanScore(ratings, scores);
  let pairable = 0;
  let n = 0;
  let sum = 0;
  let squares = 0;
  let differences = 0;
  for (let unit = 0; unit < units; unit++) {
    const start = starts[unit] as number;
    const end = starts[unit + 1] as number;
    const m = end - start;
    if (m < 2) continue;
    let unitSum = 0;
    let unitSquares = 0;
    for (let at = start; at < end; at++) {
      // Around the mean: squares of large scores would lose what distinguishes them.
      const score = (scores[labels[at] as number] as number) - centre;
      unitSum += score;
      unitSquares += score * score;
    }
    pairable++;
    n += m;
    sum += unitSum;
    squares += unitSquares;
    differences += (2 * (m * unitSquares - unitSum * unitSum)) / (m - 1);
  }
  return toMeasured(numberAlpha(n, sum, squares, differences), pairable, ratings.annotators);
}

/**
 * Ordinal alpha; labels are levels, from lowest to highest. Interval alpha over mid-ranks, so linear too; levels nobody
 * chose change nothing.
 */
export function ordinalAlpha(ratings: Ratings): Measured {
  const { counts, ratingCount } = sumLabels(ratings);
  const ranks = new Float64Array(counts.length);
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    // As shares of all ratings: alpha is the same, and squares stay small.
    ranks[level] = (below + (counts[level] as number) / 2) / ratingCount;
    below += counts[level] as number;
  }
  return intervalAlpha(ratings, ranks);
}

/**
 * Alpha in its matrix form for any distance, squared already: symmetric, 0 between equal labels. O(labels²): for few
 * labels, ratio scales, sets and hierarchies.
 */
export function alphaByDistance(ratings: Ratings, distance: (one: number, other: number) => number): Measured {
  const { units, starts, labels, size } = ratings;
  const coincidences = new Float64Array(size * size);
  let pairable = 0;
  let n = 0;
  for (let unit = 0; unit < units; unit++) {
    const start = starts[unit] as number;
    const end = starts[unit + 1] as number;
    const m = end - start;
    if (m < 2) continue;
    pairable++;
    n += m;
    for (let i = start; i < end; i++) {
      for (let j = start; j < end; j++) {
        if (i === j) continue;
        const cell = (labels[i] as number) * size + (labels[j] as number);
        coincidences[cell] = (coincidences[cell] as number) + 1 / (m - 1);
      }
    }
  }
  const { counts } = sumLabels(ratings);
  let seen = 0;
  let expected = 0;
  for (let c = 0; c < size; c++) {
    for (let k = 0; k < size; k++) {
      const apart = distance(c, k);
      seen += (coincidences[c * size + k] as number) * apart;
      expected += (counts[c] as number) * (counts[k] as number) * apart;
    }
  }
  const alpha = expected > 0 ? { value: 1 - ((n - 1) * seen) / expected, observed: null, expected: null } : null;
  return toMeasured(alpha, pairable, ratings.annotators);
}

/** Distance of ratio scores, ((c - k) / (c + k))², 0 where both are 0. */
export function ratioDistance(one: number, other: number): number {
  return one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2;
}

function meanScore({ labels }: Ratings, scores: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < labels.length; at++) sum += scores[labels[at] as number] as number;
  return labels.length === 0 ? 0 : sum / labels.length;
}
