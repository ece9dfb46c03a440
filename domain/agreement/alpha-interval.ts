import { nominalAlphaOfSums } from "./alpha-of-sums";
import type { Interval } from "./figure";
import { jackknifeError, jackknifeInterval } from "./jackknife";
import { sumLabels } from "./label-sums";
import { type Measured, toMeasured } from "./measured";
import type { Ratings } from "./ratings";

export interface AlphaInterval extends Measured {
  /** NaN with fewer than two documents. */
  error: number;
  interval: Interval | "too_few_documents" | "not_computable";
  /** Documents with pairable units. */
  documents: number;
}

/**
 * Nominal alpha with its delete-one-document jackknife interval, O(ratings). Units are in the order of their documents:
 * document d has units `documentStarts[d]` up to, without, `documentStarts[d + 1]`. Without a document, n, O and Σ n_c²
 * follow from its own sparse counts, so nothing is summed twice.
 */
export function nominalAlphaInterval(ratings: Ratings, documentStarts: Int32Array): AlphaInterval {
  const { starts, labels, size } = ratings;
  const all = sumLabels(ratings);
  let squares = 0;
  for (const count of all.counts) squares += count * count;
  const alpha = nominalAlphaOfSums(all.ratingCount, all.agreed, squares);
  const measured = toMeasured(alpha, all.units, ratings.annotators);

  const leftOut: (number | null)[] = [];
  const inUnit = new Int32Array(size);
  const inDocument = new Int32Array(size);
  const touched = new Int32Array(Math.min(size, labels.length));
  for (let document = 0; document + 1 < documentStarts.length; document++) {
    let used = 0;
    let n = 0;
    let agreed = 0;
    for (let unit = documentStarts[document] as number; unit < (documentStarts[document + 1] as number); unit++) {
      const start = starts[unit] as number;
      const end = starts[unit + 1] as number;
      const m = end - start;
      if (m < 2) continue;
      let same = 0;
      for (let at = start; at < end; at++) {
        const label = labels[at] as number;
        same += 2 * (inUnit[label] as number);
        inUnit[label] = (inUnit[label] as number) + 1;
        if (inDocument[label] === 0) touched[used++] = label;
        inDocument[label] = (inDocument[label] as number) + 1;
      }
      for (let at = start; at < end; at++) inUnit[labels[at] as number] = 0;
      n += m;
      agreed += same / (m - 1);
    }
    if (n === 0) continue;
    let rest = squares;
    for (let at = 0; at < used; at++) {
      const label = touched[at] as number;
      const own = inDocument[label] as number;
      rest -= 2 * (all.counts[label] as number) * own - own * own;
      inDocument[label] = 0;
    }
    leftOut.push(nominalAlphaOfSums(all.ratingCount - n, all.agreed - agreed, rest)?.value ?? null);
  }
  const documents = leftOut.length;
  if (measured.value === null) return { ...measured, error: Number.NaN, interval: "not_computable", documents };
  const defined = leftOut.filter((value) => value !== null);
  const error = defined.length === documents ? jackknifeError(measured.value, defined) : Number.NaN;
  return { ...measured, error, interval: jackknifeInterval(measured.value, leftOut), documents };
}
