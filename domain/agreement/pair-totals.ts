/** Sums of an attribute over the units that both of two annotators labelled. */
export interface PairTotals {
  units: number;
  agreed: number;
  /** By label: ratings of the first and of the second annotator. Labels that are new since may be absent. */
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

/** The labels of a document's units: index by unit · width + column, -1 for none; columns are annotators. */
export interface LabelTable {
  labels: Int32Array;
  width: number;
  /** Labels are below it. */
  size: number;
  /** Place of each label on the scale, NaN off it; null without a scale. */
  places: readonly number[] | null;
}

/**
 * Adds `sign` times the units of one document that two columns both labelled. By pair and then by unit, for this runs for
 * every two annotators of every document: sums stay in registers.
 */
export function addPair(
  pair: PairTotals,
  { labels, width, size, places }: LabelTable,
  first: number,
  second: number,
  sign: 1 | -1,
): void {
  while (pair.first.length < size) pair.first.push(0);
  while (pair.second.length < size) pair.second.push(0);
  const ofFirst = pair.first;
  const ofSecond = pair.second;
  let units = 0;
  let agreed = 0;
  for (let start = 0; start < labels.length; start += width) {
    const one = labels[start + first] as number;
    const other = labels[start + second] as number;
    if (one < 0 || other < 0) continue;
    units++;
    if (one === other) agreed++;
    ofFirst[one] = (ofFirst[one] as number) + sign;
    ofSecond[other] = (ofSecond[other] as number) + sign;
    if (places !== null) addPlaces(pair, places[one] as number, places[other] as number, sign);
  }
  pair.units += sign * units;
  pair.agreed += sign * agreed;
}

function addPlaces(pair: PairTotals, one: number, other: number, sign: 1 | -1): void {
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
