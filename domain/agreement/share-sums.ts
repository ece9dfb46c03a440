import type { AttributeStatistics } from "./attribute-statistics";

/** Sums for coefficients that are made of shares of a unit's ratings: Fleiss' kappa, Gwet's AC1, plain percentages. */
export interface ShareSums {
  /** Pairable units, over them the sum of the shares of pairs that agree, and those with a single label. */
  units: number;
  unitAgreement: number;
  unanimous: number;
  /** Units with any label, and over labels the sum of s² of s, the sum of a label's shares over units. */
  ratedUnits: number;
  squares: number;
}

interface SharePart extends Omit<ShareSums, "squares"> {
  shares: ReadonlyMap<string, number>;
}

/** Of one document: all of its units. */
export function allShares({
  labels,
  shares,
  units,
  unitAgreement,
  ratedUnits,
  differing,
}: AttributeStatistics): SharePart {
  return {
    ...{ units, unitAgreement, ratedUnits, unanimous: units - differing },
    shares: new Map(labels.map((label, index) => [label, shares[index] as number])),
  };
}

/** Of one document: the units that all of its annotators labelled. */
export function completeShares({ labels, ratings }: AttributeStatistics, annotators: number): SharePart {
  const part = { units: 0, unitAgreement: 0, unanimous: 0, ratedUnits: 0 };
  const shares = new Map<string, number>();
  for (let start = 0; annotators >= 2 && start < ratings.length; start += annotators) {
    const counts = new Map<number, number>();
    for (let at = start; at < start + annotators; at++) {
      const label = ratings[at] as number;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    if (counts.has(-1)) continue;
    part.units++;
    part.ratedUnits++;
    if (counts.size === 1) part.unanimous++;
    for (const [label, count] of counts) {
      part.unitAgreement += (count * (count - 1)) / (annotators * (annotators - 1));
      const name = labels[label] as string;
      shares.set(name, (shares.get(name) ?? 0) + count / annotators);
    }
  }
  return { ...part, shares };
}

/** The sums of documents, and what they are without each of them. */
export function sumShares(parts: readonly SharePart[]): { all: ShareSums; without: ShareSums[] } {
  const all = { units: 0, unitAgreement: 0, unanimous: 0, ratedUnits: 0, squares: 0 };
  const shares = new Map<string, number>();
  for (const part of parts) {
    all.units += part.units;
    all.unitAgreement += part.unitAgreement;
    all.unanimous += part.unanimous;
    all.ratedUnits += part.ratedUnits;
    for (const [label, share] of part.shares) shares.set(label, (shares.get(label) ?? 0) + share);
  }
  for (const share of shares.values()) all.squares += share * share;
  const without = parts.map((part) => {
    let { squares } = all;
    for (const [label, own] of part.shares) squares -= 2 * (shares.get(label) as number) * own - own * own;
    return {
      units: all.units - part.units,
      unitAgreement: all.unitAgreement - part.unitAgreement,
      unanimous: all.unanimous - part.unanimous,
      ratedUnits: all.ratedUnits - part.ratedUnits,
      squares,
    };
  });
  return { all, without };
}

/** Fleiss' kappa, see `fleissKappa`; of complete units. */
export function fleissOfShares({ units, unitAgreement, ratedUnits, squares }: ShareSums) {
  const expected = squares / (ratedUnits * ratedUnits);
  // One label only: all that differs from 1 is rounding.
  if (units === 0 || 1 - expected < 1e-9) return null;
  const observed = unitAgreement / units;
  return { value: (observed - expected) / (1 - expected), observed, expected };
}

/** Gwet's AC1, see `gwetOfSums`. */
export function gwetOfShares({ units, unitAgreement, ratedUnits, squares }: ShareSums, categories: number) {
  if (units === 0 || categories < 2) return null;
  const observed = unitAgreement / units;
  const expected = (1 - squares / (ratedUnits * ratedUnits)) / (categories - 1);
  return { value: (observed - expected) / (1 - expected), observed, expected };
}

/** A share of units; null without any. */
export function shareOfUnits(part: number, { units }: ShareSums) {
  return units === 0 ? null : { value: part / units, observed: null, expected: null };
}
