import { type Measured, toMeasured } from "./measured";
import type { UnitizingSums } from "./unitizing-sums";

/*
 * The u-alpha family over pooled sums. Source: Krippendorff, Mathet, Bouvry and Widlöcher 2016; Krippendorff 2019, §12.6.
 * `units` of the results is the number of documents. Expected: ε_ck = ℓ.. (ℓ_c. ℓ_.k - [c = k] κ_c) / (ℓ..² - Σκ).
 */

/** uα: boundaries and labels together, gaps being a value of their own. */
export function unitizedAlpha(sums: UnitizingSums): Measured {
  const { rows, total } = marginals(sums);
  const kappa = sums.kappa.reduce((sum, one) => sum + one, 0);
  const seen = total - diagonal(sums, 0);
  const apart = total * total - rows.reduce((sum, row) => sum + row * row, 0);
  return fromSums(seen * (total * total - kappa), total * apart, sums.documents);
}

/** |uα: did they mark the same text? Labels are ignored, segments stay as they are. */
export function binaryUnitizedAlpha(sums: UnitizingSums): Measured {
  const { rows, total } = marginals(sums);
  const gap = rows[0] as number;
  const kappa = sums.kappa.reduce((sum, one) => sum + one, 0);
  const seen = 2 * (gap - (sums.coincidences[0] as number));
  return fromSums(seen * (total * total - kappa), total * 2 * gap * (total - gap), sums.documents);
}

/** cuα: labels alone, over the text that at least two annotators marked. */
export function codingUnitizedAlpha(sums: UnitizingSums): Measured {
  const { rows, total } = codedMarginals(sums);
  const squares = sums.pairableSquares.reduce((sum, one) => sum + one, 0);
  const seen = total - diagonal(sums, 1);
  const apart = total * total - rows.reduce((sum, row) => sum + row * row, 0);
  return fromSums(seen * (total * total - squares), total * apart, sums.documents);
}

/** (k)uα of one label, and which share of the text marked with it others marked too. Null for a label nobody shares. */
export function labelUnitizedAlpha(sums: UnitizingSums, label: string): Measured & { coverage: number | null } {
  const k = sums.labels.indexOf(label);
  const size = sums.labels.length;
  const { rows, total } = codedMarginals(sums);
  const coded = k < 1 ? 0 : (rows[k] as number);
  const marked = k < 1 ? 0 : (marginals(sums).rows[k] as number);
  const coverage = marked === 0 ? null : coded / marked;
  const squares = sums.pairableSquares.reduce((sum, one) => sum + one, 0);
  const own = (sums.pairableSquares[k] ?? 0) as number;
  // ε*_.k - ε*_kk over ε*_.k: the common denominator of both cancels out.
  const seen = coded === 0 ? 0 : (coded - (sums.coincidences[k * size + k] as number)) / coded;
  const expected = coded === 0 ? 0 : (coded * (total - coded)) / (coded * total - own);
  if (coded === 0 || squares === 0) return { ...toMeasured(null, 0, 0), coverage };
  return { ...fromSums(seen, expected, sums.documents), coverage };
}

function fromSums(seen: number, expected: number, documents: number): Measured {
  const parts = expected > 0 ? { value: 1 - seen / expected, observed: null, expected: null } : null;
  return toMeasured(parts, documents, 0);
}

function marginals({ coincidences, labels }: UnitizingSums) {
  const size = labels.length;
  const rows = labels.map((_, c) => sumOf(coincidences.slice(c * size, (c + 1) * size)));
  return { rows, total: sumOf(rows) };
}

/** ℓ*: without gaps. */
function codedMarginals({ coincidences, labels }: UnitizingSums) {
  const size = labels.length;
  const rows = labels.map((_, c) => (c === 0 ? 0 : sumOf(coincidences.slice(c * size + 1, (c + 1) * size))));
  return { rows, total: sumOf(rows) };
}

function diagonal({ coincidences, labels }: UnitizingSums, from: number): number {
  let sum = 0;
  for (let c = from; c < labels.length; c++) sum += coincidences[c * labels.length + c] as number;
  return sum;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
