import { type Alpha, nominalAlphaOfSums, scaleAlpha } from "./alpha-of-sums";
import type { ScaleStatistics } from "./attribute-statistics";
import { type AttributePart, type AttributeTotals, MOST_LABELS } from "./attribute-totals";
import type { Figure } from "./figure";
import { gwetOfSums } from "./gwet-ac";
import { type Basis, makeFigure, statusOf } from "./make-figure";
import type { AttributeAgreement, Confusion, LabelAgreement } from "./project-agreement-result";
import { withoutScale } from "./scale-sums";
import { specificAgreement } from "./specific-agreement";

/**
 * The figures of one attribute. `finished`: annotators with any finished pass.
 * Sources: Krippendorff 2011; Gwet 2008; intervals by `jackknifeInterval`.
 */
export function attributeAgreement(
  totals: AttributeTotals,
  { level, labels, confusions, finished }: { level: number; labels?: number; confusions: number; finished: number },
): AttributeAgreement {
  const { key, measure } = totals.attribute;
  const parts = totals.listParts();
  const basis = basisOf(totals, parts, finished);
  const nominal = nominalFigure(totals, parts, { ...basis, level });
  const agreed = sum(totals.agreed);
  return {
    ...{ key, measure, nominal, pairs: totals.pairCount },
    alpha: totals.scale ? scaleFigure(totals, totals.scale, parts, { ...basis, level }) : nominal,
    raw: makeFigure({
      ...{ value: totals.units === 0 ? null : agreed / totals.ratingCount, basis, level },
      ...{ leftOut: null, leastUnits: 0 },
    }),
    ac1: gwetFigure(totals, basis, level),
    labels: labelAgreement(totals, finished, labels),
    confusions: topConfusions(totals, confusions),
  };
}

/** The alpha of one attribute on its own measure, and nothing else of `attributeAgreement`. */
export function attributeAlpha(
  totals: AttributeTotals,
  { level, finished }: { level: number; finished: number },
): Figure {
  const parts = totals.listParts();
  const basis = { ...basisOf(totals, parts, finished), level };
  return totals.scale ? scaleFigure(totals, totals.scale, parts, basis) : nominalFigure(totals, parts, basis);
}

function basisOf(totals: AttributeTotals, parts: readonly AttributePart[], finished: number): Basis {
  const annotators = totals.given.filter((count) => count > 0).length;
  const values = totals.counts.filter((count) => count > 0).length;
  return { units: totals.units, values, annotators, documents: parts.length, finished };
}

function nominalFigure(
  totals: AttributeTotals,
  parts: readonly AttributePart[],
  { level, ...basis }: Basis & { level: number },
): Figure {
  const overall = overallAlpha(totals);
  return makeFigure({
    ...{ value: overall?.value ?? null, observed: overall?.observed ?? null, expected: overall?.expected ?? null },
    ...{ basis, level, leftOut: () => withoutEach(totals, parts) },
  });
}

/** What may be left of a label's shares when the documents that had it are gone again: rounding. */
const REST = 1e-9;

/** The scores for `scaleAlpha`: those declared with an interval measure, none with an ordinal one. */
export function scoresOf({ measure, scale }: AttributeTotals["attribute"]): number[] | null {
  return measure === "interval" ? scale.map(({ score }) => score) : null;
}

/** Nominal alpha of all documents. */
function overallAlpha({ ratingCount, agreed, counts }: AttributeTotals): Alpha | null {
  let squares = 0;
  for (const count of counts) squares += count * count;
  return nominalAlphaOfSums(ratingCount, sum(agreed), squares);
}

function withoutEach(totals: AttributeTotals, parts: readonly AttributePart[]): (number | null)[] {
  const agreed = sum(totals.agreed);
  // Read for every label of every document: in one piece of memory that takes a fraction of the time.
  const counts = Float64Array.from(totals.counts);
  const squares = counts.reduce((all, count) => all + count * count, 0);
  return parts.map((part) => {
    let shared = 0;
    for (let local = 0; local < part.labels.length; local++) {
      shared += (counts[part.labels[local] as number] as number) * (part.counts[local] as number);
    }
    const rest = squares - 2 * shared + part.squares;
    return nominalAlphaOfSums(totals.ratingCount - part.ratingCount, agreed - part.agreed, rest)?.value ?? null;
  });
}

function scaleFigure(
  totals: AttributeTotals,
  sums: ScaleStatistics,
  all: readonly AttributePart[],
  { level, ...basis }: { level: number; values: number; annotators: number; finished: number },
) {
  const scores = scoresOf(totals.attribute);
  const parts = all.flatMap(({ scale }) => (scale && scale.units > 0 ? [scale] : []));
  return makeFigure({
    value: scaleAlpha(sums, scores)?.value ?? null,
    basis: { ...basis, units: sums.units, documents: parts.length },
    leftOut: () => parts.map((part) => scaleAlpha(withoutScale(sums, part), scores)?.value ?? null),
    level,
  });
}

function gwetFigure(totals: AttributeTotals, basis: Parameters<typeof makeFigure>[0]["basis"], level: number) {
  const { values } = totals.attribute;
  // Labels used but not declared any more count as well.
  const categories = new Set([
    ...values,
    ...totals.labels.filter((_, index) => (totals.shares[index] as number) > REST),
  ]);
  const gwet = gwetOfSums({ ...totals, categories: categories.size });
  return makeFigure({
    ...{ value: gwet?.value ?? null, observed: gwet?.observed ?? null, expected: gwet?.expected ?? null },
    ...{ basis, level, leftOut: null },
  });
}

/** The `most` frequent labels, default all. */
function labelAgreement(totals: AttributeTotals, finished: number, most?: number): LabelAgreement[] {
  const { ratingCount: n, units } = totals;
  const given = totals.labels.flatMap((label, index) => {
    const ratings = totals.counts[index] as number;
    return ratings > 0 ? [{ label, index, ratings }] : [];
  });
  given.sort((a, b) => b.ratings - a.ratings || compare(a.label, b.label));
  return given.slice(0, most).map(({ label, index, ratings }): LabelAgreement => {
    const same = totals.agreed[index] as number;
    // Of "this label or not": coincidences of "not" with "not" are n - 2 n_c + o_cc.
    const alpha = nominalAlphaOfSums(n, n - 2 * ratings + 2 * same, ratings ** 2 + (n - ratings) ** 2);
    const value = alpha?.value ?? null;
    const [both, one] = [totals.both[index] as number, totals.one[index] as number];
    const specific = specificAgreement(both, one, 0);
    return {
      label,
      ratings,
      alpha: { value, status: statusOf(value, { units, finished }), units },
      specific,
      both,
      one,
    };
  });
}

function topConfusions({ confusions, labels }: AttributeTotals, most: number): Confusion[] {
  // There are many, mostly of rare labels: only the counts that can be among the first are made into rows and sorted.
  const least = countOfMost(confusions, most);
  const rows: Confusion[] = [];
  // Not `for … of`, which makes an array of every entry: with tens of thousands of them that takes longer than the rest.
  confusions.forEach((count, key) => {
    if (count < least) return;
    const pair = [labels[Math.floor(key / MOST_LABELS)] as string, labels[key % MOST_LABELS] as string].sort(compare);
    rows.push({ a: pair[0] as string, b: pair[1] as string, count });
  });
  return rows.sort((x, y) => y.count - x.count || compare(x.a, y.a) || compare(x.b, y.b)).slice(0, most);
}

/** Counts from here on are taken as one: there are few of them. */
const GREAT = 1023;

/** The least count that can be among the `most` greatest. Counts are small, so how often each occurs is a short list. */
function countOfMost(confusions: ReadonlyMap<number, number>, most: number): number {
  const times = new Int32Array(GREAT + 1);
  confusions.forEach((count) => {
    const at = Math.min(count, GREAT);
    times[at] = (times[at] as number) + 1;
  });
  let listed = 0;
  for (let count = GREAT; count > 0; count--) {
    listed += times[count] as number;
    if (listed >= most) return count;
  }
  return 0;
}

function sum(values: readonly number[]): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
