import { sumLabels } from "./label-sums";
import { type Measured, toMeasured } from "./measured";
import type { Ratings } from "./ratings";

/**
 * Fleiss' kappa, for comparison with papers, and meant for complete data: there is no agreed definition with missing
 * ratings. Here, as in irrCAC, p_o is the mean over pairable units and π_c the mean over rated ones of n_uc / m_u.
 * Source: Fleiss 1971.
 */
export function fleissKappa(ratings: Ratings): Measured {
  const { units, unitAgreement, ratedUnits, shares, counts } = sumLabels(ratings);
  // A label that only unpairable units have is no variation among those that count.
  const used = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (units === 0 || used < 2) return toMeasured(null, units, ratings.annotators);
  let expected = 0;
  for (const share of shares) expected += (share / ratedUnits) ** 2;
  const observed = unitAgreement / units;
  return toMeasured({ value: (observed - expected) / (1 - expected), observed, expected }, units, ratings.annotators);
}
