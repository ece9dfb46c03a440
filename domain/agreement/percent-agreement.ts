import { sumLabels } from "./label-sums";
import { type Measured, toMeasured } from "./measured";
import type { Ratings } from "./ratings";

/** Mean over pairable units of the share of pairs that agree, Σ n_uc (n_uc - 1) / (m_u (m_u - 1)). */
export function agreementByUnit(ratings: Ratings): Measured {
  const { units, unitAgreement } = sumLabels(ratings);
  return share(unitAgreement, units, units, ratings);
}

/**
 * The one to show, 1 - D_o of nominal alpha: "two annotators picked at random agree on …". Units count by their ratings,
 * Σ_u [Σ_c n_uc (n_uc - 1) / (m_u - 1)] / n.
 */
export function agreementByRating(ratings: Ratings): Measured {
  const { units, agreed, ratingCount } = sumLabels(ratings);
  return share(agreed, ratingCount, units, ratings);
}

/** Share of complete units, those that all `annotators` rated, on which all of them agree. */
export function agreementOfAll(ratings: Ratings, annotators: number): Measured {
  const complete = completeUnits(ratings, annotators);
  const { units, unanimous } = sumLabels(complete);
  return share(unanimous, units, units, complete);
}

/** The units that have exactly `annotators` ratings. */
export function completeUnits({ units, starts, labels, size }: Ratings, annotators: number): Ratings {
  const kept: number[] = [];
  const ends = [0];
  for (let unit = 0; unit < units; unit++) {
    const start = starts[unit] as number;
    const end = starts[unit + 1] as number;
    if (end - start !== annotators) continue;
    for (let at = start; at < end; at++) kept.push(labels[at] as number);
    ends.push(kept.length);
  }
  return { units: ends.length - 1, starts: Int32Array.from(ends), labels: Int32Array.from(kept), size, annotators };
}

function share(part: number, whole: number, units: number, { annotators }: Ratings): Measured {
  const parts = whole === 0 ? null : { value: part / whole, observed: part / whole, expected: null };
  return toMeasured(parts, units, annotators);
}
