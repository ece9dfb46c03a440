import type { Attribute } from "./agreement-document";

/** Sums of one attribute over the units of one document. Pairable units are those with at least two labels. */
export interface AttributeStatistics {
  /** The document's labels; everything else refers to them by index. */
  labels: string[];
  /** Units × annotators, row by row: index into `labels`, -1 where there is none. */
  ratings: number[];
  /** Pairable units, their ratings and their pairs of ratings. */
  units: number;
  ratingCount: number;
  pairs: number;
  /** Labels in pairable units by annotator; empty without units. */
  given: number[];
  /** Units with different labels. */
  differing: number;
  /** By label, over pairable units: ratings; coincidences o_cc with itself; pairs both of which, and one of which, have it. */
  counts: number[];
  agreed: number[];
  both: number[];
  one: number[];
  /** Over all units with a label: their number, and by label the sum of its shares of a unit's ratings. */
  ratedUnits: number;
  shares: number[];
  /** Over pairable units: the sum of the shares of pairs that agree. */
  unitAgreement: number;
  scale: ScaleStatistics | null;
}

/** Sums on the attribute's scale, labels off it left out; null for a nominal attribute. */
export type ScaleStatistics =
  | {
      kind: "levels";
      /** Pairable units and ratings on the scale. */
      units: number;
      ratingCount: number;
      /** Coincidences of level with level, declared levels × declared levels, row by row. */
      coincidences: number[];
    }
  | {
      kind: "numbers";
      units: number;
      ratingCount: number;
      /** Sums of the scores, of their squares, and of 2(m·S2 - S1²)/(m - 1) over units. */
      sum: number;
      squares: number;
      differences: number;
    };

/** Sums of `rows`, one per unit with one label or null per annotator. Source: Krippendorff 2011, closed forms. */
export function attributeStatistics(
  attribute: Attribute,
  rows: readonly (readonly (string | null)[])[],
): AttributeStatistics {
  const indices = new Map<string, number>();
  const labels: string[] = [];
  const ratings: number[] = [];
  for (const row of rows) {
    for (const label of row) {
      let index = -1;
      if (label !== null) {
        index = indices.get(label) ?? labels.length;
        if (index === labels.length) {
          indices.set(label, index);
          labels.push(label);
        }
      }
      ratings.push(index);
    }
  }
  const width = rows[0]?.length ?? 0;
  return {
    labels,
    ratings,
    ...labelSums(ratings, width, labels.length),
    scale: scaleStatistics(attribute, labels, ratings, width),
  };
}

function labelSums(ratings: readonly number[], width: number, size: number) {
  const zeros = () => new Array<number>(size).fill(0);
  const sums = {
    units: 0,
    ratingCount: 0,
    pairs: 0,
    differing: 0,
    counts: zeros(),
    agreed: zeros(),
    both: zeros(),
    one: zeros(),
  };
  const unitSums = { ratedUnits: 0, shares: zeros(), unitAgreement: 0 };
  const given = new Array<number>(width).fill(0);
  const inUnit = new Int32Array(size);
  for (let start = 0; start < ratings.length; start += width) {
    let m = 0;
    for (let at = start; at < start + width; at++) {
      const label = ratings[at] as number;
      if (label < 0) continue;
      m++;
      inUnit[label] = (inUnit[label] as number) + 1;
    }
    if (m >= 2) {
      sums.units++;
      sums.ratingCount += m;
      sums.pairs += (m * (m - 1)) / 2;
    }
    if (m > 0) unitSums.ratedUnits++;
    let distinct = 0;
    for (let at = start; at < start + width; at++) {
      const label = ratings[at] as number;
      if (label < 0) continue;
      const count = inUnit[label] as number;
      if (count === 0) continue;
      // The first rating of a label speaks for all of them, and clears the place for the next unit.
      inUnit[label] = 0;
      distinct++;
      unitSums.shares[label] = (unitSums.shares[label] as number) + count / m;
      if (m < 2) continue;
      unitSums.unitAgreement += (count * (count - 1)) / (m * (m - 1));
      sums.counts[label] = (sums.counts[label] as number) + count;
      sums.agreed[label] = (sums.agreed[label] as number) + (count * (count - 1)) / (m - 1);
      sums.both[label] = (sums.both[label] as number) + (count * (count - 1)) / 2;
      sums.one[label] = (sums.one[label] as number) + count * (m - count);
    }
    if (distinct > 1) sums.differing++;
    for (let column = 0; m >= 2 && column < width; column++) {
      if ((ratings[start + column] as number) >= 0) given[column] = (given[column] as number) + 1;
    }
  }
  return { ...sums, ...unitSums, given };
}

function scaleStatistics(
  { measure, scale }: Attribute,
  labels: readonly string[],
  ratings: readonly number[],
  width: number,
): ScaleStatistics | null {
  if (measure === "nominal") return null;
  if (scale.length === 0) return numberSums(labels.map(Number), ratings, width);
  const levels = scaleLevels(scale, labels);
  const size = scale.length;
  const coincidences = new Array<number>(size * size).fill(0);
  const counts = new Array<number>(size).fill(0);
  let units = 0;
  let ratingCount = 0;
  for (let start = 0; start < ratings.length; start += width) {
    const m = countLevels(counts, levels, ratings, start, width);
    if (m < 2) continue;
    units++;
    ratingCount += m;
    addCoincidences(coincidences, counts, m, 1);
  }
  return { kind: "levels", units, ratingCount, coincidences };
}

/** The level of each label, -1 off the scale. */
export function scaleLevels(scale: Attribute["scale"], labels: readonly string[]): number[] {
  return labels.map((label) => scale.findIndex(({ value }) => value === label));
}

/** Counts a unit's ratings by level; returns how many are on the scale. */
function countLevels(
  counts: number[],
  levels: readonly number[],
  ratings: readonly number[],
  start: number,
  width: number,
): number {
  counts.fill(0);
  let m = 0;
  for (let at = start; at < start + width; at++) {
    const level = levels[ratings[at] as number] ?? -1;
    if (level < 0) continue;
    counts[level] = (counts[level] as number) + 1;
    m++;
  }
  return m;
}

/** Adds `weight` times the coincidences of one unit with `m` ratings: each ordered pair of them counts 1 / (m - 1). */
export function addCoincidences(into: number[], counts: readonly number[], m: number, weight: number): void {
  if (m < 2) return;
  const size = counts.length;
  for (let c = 0; c < size; c++) {
    const ofC = ((counts[c] as number) * weight) / (m - 1);
    if (ofC === 0) continue;
    for (let k = 0; k < size; k++) {
      const at = c * size + k;
      into[at] = (into[at] as number) + ofC * ((counts[k] as number) - (c === k ? 1 : 0));
    }
  }
}

function numberSums(scores: readonly number[], ratings: readonly number[], width: number): ScaleStatistics {
  const sums = { kind: "numbers" as const, units: 0, ratingCount: 0, sum: 0, squares: 0, differences: 0 };
  for (let start = 0; start < ratings.length; start += width) {
    let m = 0;
    let sum = 0;
    let squares = 0;
    for (let at = start; at < start + width; at++) {
      const score = scores[ratings[at] as number] ?? Number.NaN;
      if (!Number.isFinite(score)) continue;
      m++;
      sum += score;
      squares += score * score;
    }
    if (m < 2) continue;
    sums.units++;
    sums.ratingCount += m;
    sums.sum += sum;
    sums.squares += squares;
    sums.differences += (2 * (m * squares - sum * sum)) / (m - 1);
  }
  return sums;
}
