import type { Ratings } from "./ratings";

/** Sums over units; those of pairable units, with at least two ratings, first. */
export interface LabelSums {
  units: number;
  ratingCount: number;
  /** Σ_u Σ_c n_uc (n_uc - 1) / (m_u - 1), and the same divided by m_u. */
  agreed: number;
  unitAgreement: number;
  /** Pairable units with a single value. */
  unanimous: number;
  /** Ratings by label. */
  counts: Float64Array;
  /** All units with a rating, and by label the sum of its shares of a unit. */
  ratedUnits: number;
  shares: Float64Array;
}

/** One pass over the ratings, O(ratings). */
export function sumLabels({ units, starts, labels, size }: Ratings): LabelSums {
  const counts = new Float64Array(size);
  const shares = new Float64Array(size);
  const inUnit = new Int32Array(size);
  const sums = { units: 0, ratingCount: 0, agreed: 0, unitAgreement: 0, unanimous: 0, ratedUnits: 0 };
  for (let unit = 0; unit < units; unit++) {
    const start = starts[unit] as number;
    const end = starts[unit + 1] as number;
    const m = end - start;
    if (m === 0) continue;
    sums.ratedUnits++;
    let same = 0;
    for (let at = start; at < end; at++) {
      const label = labels[at] as number;
      // A label's k-th rating makes 2(k - 1) more ordered pairs that agree.
      same += 2 * (inUnit[label] as number);
      inUnit[label] = (inUnit[label] as number) + 1;
      shares[label] = (shares[label] as number) + 1 / m;
      if (m >= 2) counts[label] = (counts[label] as number) + 1;
    }
    for (let at = start; at < end; at++) inUnit[labels[at] as number] = 0;
    if (m < 2) continue;
    sums.units++;
    sums.ratingCount += m;
    sums.agreed += same / (m - 1);
    sums.unitAgreement += same / (m * (m - 1));
    if (same === m * (m - 1)) sums.unanimous++;
  }
  return { ...sums, counts, shares };
}
