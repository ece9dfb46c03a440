/** Sums for Gwet's AC1, as in `AttributeStatistics`. */
export interface GwetSums {
  /** Pairable units, and over them the sum of the shares of pairs that agree. */
  units: number;
  unitAgreement: number;
  /** Units with any label, and over them by label the sum of the shares of a unit's ratings. */
  ratedUnits: number;
  shares: readonly number[];
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
  for (const share of shares) spread += (share / ratedUnits) * (1 - share / ratedUnits);
  const expected = spread / (categories - 1);
  return { value: (observed - expected) / (1 - expected), observed, expected };
}
