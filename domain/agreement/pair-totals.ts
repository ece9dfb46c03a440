/** Sums of an attribute over the units that both of two annotators labelled. */
export interface PairTotals {
  units: number;
  agreed: number;
  /** By label: ratings of the first and of the second annotator. A label neither used may be absent. */
  first: number[];
  second: number[];
  /** Both on the scale: units, squared differences of places, sums of places and of their squares. */
  scaled: number;
  differences: number;
  firstSum: number;
  firstSquares: number;
  secondSum: number;
  secondSquares: number;
}

export function emptyPair(): PairTotals {
  return {
    ...{ units: 0, agreed: 0, first: [], second: [] },
    ...{ scaled: 0, differences: 0, firstSum: 0, firstSquares: 0, secondSum: 0, secondSquares: 0 },
  };
}

/** Adds `sign` times one unit: the labels' indices. */
export function addLabels(pair: PairTotals, one: number, other: number, sign: 1 | -1): void {
  pair.units += sign;
  if (one === other) pair.agreed += sign;
  while (pair.first.length <= one) pair.first.push(0);
  while (pair.second.length <= other) pair.second.push(0);
  pair.first[one] = (pair.first[one] as number) + sign;
  pair.second[other] = (pair.second[other] as number) + sign;
}

/** Adds `sign` times one unit: the labels' places on the scale, NaN off it. */
export function addPlaces(pair: PairTotals, one: number, other: number, sign: 1 | -1): void {
  if (Number.isNaN(one) || Number.isNaN(other)) return;
  pair.scaled += sign;
  pair.differences += sign * (one - other) ** 2;
  pair.firstSum += sign * one;
  pair.firstSquares += sign * one * one;
  pair.secondSum += sign * other;
  pair.secondSquares += sign * other * other;
}

/** Cohen's kappa over all labels; null without units or variation. See `cohenKappa`. */
export function pairKappa({ units, agreed, first, second }: PairTotals): number | null {
  if (units === 0) return null;
  let products = 0;
  for (let label = 0; label < Math.min(first.length, second.length); label++) {
    products += (first[label] as number) * (second[label] as number);
  }
  const expected = products / (units * units);
  return expected === 1 ? null : (agreed / units - expected) / (1 - expected);
}

/** Cohen's kappa with quadratic weights over the places, 1 - mean squared difference / its expectation. */
export function pairWeightedKappa(pair: PairTotals): number | null {
  const n = pair.scaled;
  if (n === 0) return null;
  const expected = n * (pair.firstSquares + pair.secondSquares) - 2 * pair.firstSum * pair.secondSum;
  return expected <= 0 ? null : 1 - (n * pair.differences) / expected;
}
