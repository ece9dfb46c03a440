import { sumLabels } from "./label-sums";
import { type Measured, toMeasured } from "./measured";
import type { Ratings } from "./ratings";

/** Sums for Gwet's AC1, as in `AttributeStatistics`. */
export interface GwetSums {
  /** Pairable units, and over them the sum of the shares of pairs that agree. */
  units: number;
  unitAgreement: number;
  /** Units with any label, and over them by label the sum of the shares of a unit's ratings. */
  ratedUnits: number;
  shares: ArrayLike<number>;
  /** Number of declared categories: AC1 rises with it. */
  categories: number;
}

/**
 * AC1 = (p_a - p_e) / (1 - p_e) with p_e = Σ π_c (1 - π_c) / (q - 1). Null without pairable units or with fewer than two
 * categories. Source: Gwet 2008, unit weights as in irrCAC.
 */
export function gwetOfSums({ units, unitAgreement, ratedUnits, shares, categories }: GwetSums) {
  if (units === 0 || categories < 2) return null;
  const observed = unitAgreement / units;
  let spread = 0;
  for (let label = 0; label < shares.length; label++) {
    const share = (shares[label] as number) / ratedUnits;
    spread += share * (1 - share);
  }
  const expected = spread / (categories - 1);
  return { value: (observed - expected) / (1 - expected), observed, expected };
}

/** Gwet's AC1; `categories`: how many labels are declared. */
export function gwetAc1(ratings: Ratings, categories: number): Measured {
  const sums = sumLabels(ratings);
  return toMeasured(gwetOfSums({ ...sums, categories }), sums.units, ratings.annotators);
}
