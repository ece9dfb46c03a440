import type { Attribute } from "./agreement-document";
import { scaleLevels } from "./attribute-statistics";
import type { AttributeTotals } from "./attribute-totals";
import { cohenKappa } from "./cohen-kappa";
import type { DocumentStatistics } from "./document-statistics";
import { type PairTotals, pairKappa } from "./pair-totals";

/** The mean of a coefficient of two annotators over the pairs in which it is defined. */
export interface PairMean {
  value: number | null;
  /** Pairs of labels, over all pairs of annotators. */
  units: number;
}

/** Cohen's kappa and Scott's pi over all labels. */
export function nominalPairMeans({ pairs }: AttributeTotals): { cohen: PairMean; scott: PairMean } {
  return { cohen: meanOf(pairs, pairKappa), scott: meanOf(pairs, pairScott) };
}

/** Scott's pi of two annotators: chance from one distribution for both. See `scottPi`. */
function pairScott({ units, agreed, first, second }: PairTotals): number | null {
  if (units === 0) return null;
  let chance = 0;
  for (let label = 0; label < Math.max(first.length, second.length); label++) {
    chance += ((first[label] ?? 0) + (second[label] ?? 0)) ** 2;
  }
  const all = 4 * units * units;
  return chance === all ? null : (4 * units * agreed - chance) / (all - chance);
}

function meanOf(pairs: readonly PairTotals[], coefficient: (pair: PairTotals) => number | null): PairMean {
  return mean(pairs.map((pair) => ({ value: coefficient(pair), units: pair.units })));
}

function mean(figures: readonly PairMean[]): PairMean {
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  const units = figures.reduce((sum, figure) => sum + figure.units, 0);
  return { value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length, units };
}

/** Cohen's kappa with linear and with quadratic weights over the declared levels; labels off the scale are missing. */
export function weightedPairMeans(
  statistics: readonly DocumentStatistics[],
  { key, scale }: Attribute,
): { linear: PairMean; quadratic: PairMean } {
  const tables = new Map<string, number[][]>();
  for (const { annotators, attributes } of statistics) {
    const own = attributes[key];
    if (!own || annotators.length < 2) continue;
    const levels = scaleLevels(scale, own.labels);
    for (let i = 0; i < annotators.length; i++) {
      for (let j = 0; j < annotators.length; j++) {
        // The table of two is turned when their order is: kappa is the same either way.
        if (i === j || (annotators[i] as string) > (annotators[j] as string)) continue;
        const pair = JSON.stringify([annotators[i], annotators[j]]);
        const table = tables.get(pair) ?? scale.map(() => scale.map(() => 0));
        tables.set(pair, table);
        for (let start = 0; start < own.ratings.length; start += annotators.length) {
          const one = levels[own.ratings[start + i] as number] ?? -1;
          const other = levels[own.ratings[start + j] as number] ?? -1;
          const row = table[one];
          if (row && other >= 0) row[other] = (row[other] as number) + 1;
        }
      }
    }
  }
  const of = (weights: "linear" | "quadratic") =>
    mean(
      [...tables.values()].map((table) => {
        const { value, units } = cohenKappa(table, weights);
        return { value, units };
      }),
    );
  return { linear: of("linear"), quadratic: of("quadratic") };
}
