import type { Attribute } from "./agreement-document";
import { type AttributeStatistics, type ScaleStatistics, scaleLevels } from "./attribute-statistics";
import {
  addLeftOut,
  addLevelsLeftOut,
  addNumbersLeftOut,
  type LeftOutTotals,
  type UnitRatings,
} from "./left-out-totals";
import { addPair, emptyPair, type LabelTable, type PairTotals } from "./pair-totals";
import { addScale, emptyScale } from "./scale-sums";

/** More labels than a project has, and few enough that two indices fit one exact number. */
export const MOST_LABELS = 2 ** 26;

/** A document that was added, as going without it needs it. */
export interface AttributePart extends Pick<AttributeStatistics, "units" | "ratingCount" | "scale"> {
  /** The index in the totals of each of its labels, and how often it has each. */
  labels: Int32Array;
  counts: Float64Array;
  /** Sums over its labels of the squares of `counts`, and of `agreed`. */
  squares: number;
  agreed: number;
}

/** Sums of one attribute over documents, which can be added and taken away. Labels and annotators are indices. */
export class AttributeTotals {
  /** Those of `AttributeStatistics`, summed. */
  units = 0;
  ratingCount = 0;
  pairCount = 0;
  ratedUnits = 0;
  unitAgreement = 0;
  readonly counts: number[] = [];
  readonly agreed: number[] = [];
  readonly both: number[] = [];
  readonly one: number[] = [];
  readonly shares: number[] = [];
  readonly scale: ScaleStatistics | null;
  readonly labels: string[] = [];
  /** By annotator: labels in pairable units. */
  readonly given: number[] = [];
  /** By annotator. */
  readonly leftOut: LeftOutTotals[] = [];
  /** Of annotators a < b at b(b - 1) / 2 + a. */
  readonly pairs: PairTotals[] = [];
  /** How often two labels stand against each other, at lower index · MOST_LABELS + higher index. */
  readonly confusions = new Map<number, number>();
  readonly #indices = new Map<string, number>();
  readonly #kept = new Map<AttributeStatistics, AttributePart>();
  /** All 0 between units. */
  #inUnit = new Float64Array(64);
  readonly #levels: number[] = [];
  readonly #places: number[] = [];

  /** `people` false: pairs, confusions and what goes with each annotator are not summed, which is most of the work. */
  constructor(
    readonly attribute: Attribute,
    readonly people: boolean,
  ) {
    this.scale = emptyScale(attribute);
  }

  /** The documents with pairable units that were added, in any order. */
  listParts(): AttributePart[] {
    return [...this.#kept.values()].filter(({ units }) => units > 0);
  }

  #partOf(statistics: AttributeStatistics): AttributePart {
    const labels = statistics.labels.map((label) => this.#indices.get(label) ?? this.#addLabel(label));
    let squares = 0;
    for (const count of statistics.counts) squares += count * count;
    let agreed = 0;
    for (const one of statistics.agreed) agreed += one;
    const counts = Float64Array.from(statistics.counts);
    const { units, ratingCount, scale } = statistics;
    return { units, ratingCount, scale, labels: Int32Array.from(labels), counts, squares, agreed };
  }

  /** Adds a document, or with `sign` -1 takes it away. `annotators`: the index here of each of the document's annotators. */
  add(statistics: AttributeStatistics, annotators: readonly number[], sign: 1 | -1): void {
    const part = this.#kept.get(statistics) ?? this.#partOf(statistics);
    const indices = part.labels;
    if (sign === 1) this.#kept.set(statistics, part);
    else this.#kept.delete(statistics);
    for (const annotator of annotators) this.#growTo(annotator + 1);
    this.units += sign * statistics.units;
    this.ratingCount += sign * statistics.ratingCount;
    this.pairCount += sign * statistics.pairs;
    this.ratedUnits += sign * statistics.ratedUnits;
    this.unitAgreement += sign * statistics.unitAgreement;
    addBy(this.counts, indices, statistics.counts, sign);
    addBy(this.agreed, indices, statistics.agreed, sign);
    addBy(this.both, indices, statistics.both, sign);
    addBy(this.one, indices, statistics.one, sign);
    addBy(this.shares, indices, statistics.shares, sign);
    if (this.scale && statistics.scale) addScale(this.scale, statistics.scale, sign);
    for (const [column, annotator] of annotators.entries()) {
      this.given[annotator] = (this.given[annotator] as number) + sign * (statistics.given[column] ?? 0);
    }
    if (!this.people) return;
    const table = this.#labelTable(statistics.ratings, indices);
    this.#addPairs({ ...table, width: annotators.length }, annotators, sign);
    this.#addUnits(table.labels, annotators, sign);
  }

  #labelTable(ratings: readonly number[], indices: Int32Array) {
    const labels = new Int32Array(ratings.length);
    for (let at = 0; at < ratings.length; at++) {
      const local = ratings[at] as number;
      labels[at] = local < 0 ? -1 : (indices[local] as number);
    }
    return { labels, size: this.labels.length, places: this.scale === null ? null : this.#places };
  }

  #addPairs(table: LabelTable, annotators: readonly number[], sign: 1 | -1): void {
    for (let j = 1; j < table.width; j++) {
      for (let i = 0; i < j; i++) {
        const [first, second] = (annotators[i] as number) < (annotators[j] as number) ? [i, j] : [j, i];
        const a = annotators[first] as number;
        const b = annotators[second] as number;
        addPair(this.pairs[(b * (b - 1)) / 2 + a] as PairTotals, table, first, second, sign);
      }
    }
  }

  #addUnits(labels: Int32Array, annotators: readonly number[], sign: 1 | -1): void {
    const width = annotators.length;
    const unit: UnitRatings = { m: 0, who: new Array(width).fill(0), what: new Array(width).fill(0) };
    if (this.#inUnit.length < this.labels.length) this.#inUnit = new Float64Array(2 * this.labels.length);
    const inUnit = this.#inUnit;
    for (let start = 0; start < labels.length; start += width) {
      let m = 0;
      for (let at = 0; at < width; at++) {
        const label = labels[start + at] as number;
        if (label < 0) continue;
        unit.who[m] = annotators[at] as number;
        unit.what[m] = label;
        inUnit[label] = (inUnit[label] as number) + 1;
        m++;
      }
      unit.m = m;
      if (m >= 2) this.#addUnit(unit, inUnit, sign);
      for (let i = 0; i < m; i++) inUnit[unit.what[i] as number] = 0;
    }
  }

  #addUnit(unit: UnitRatings, inUnit: Float64Array, sign: 1 | -1): void {
    this.#addConfusions(unit, inUnit, sign);
    addLeftOut(this.leftOut, unit, inUnit, sign);
    if (this.scale?.kind === "levels") {
      addLevelsLeftOut(this.leftOut, unit, { levels: this.#levels, size: this.attribute.scale.length }, sign);
    }
    if (this.scale?.kind === "numbers") addNumbersLeftOut(this.leftOut, unit, this.#places, sign);
  }

  /** Once for every two different labels of the unit, times the pairs of annotators who have them. */
  #addConfusions({ m, what }: UnitRatings, inUnit: Float64Array, sign: 1 | -1): void {
    const distinct: number[] = [];
    for (let i = 0; i < m; i++) if (!distinct.includes(what[i] as number)) distinct.push(what[i] as number);
    for (let j = 1; j < distinct.length; j++) {
      const other = distinct[j] as number;
      for (let i = 0; i < j; i++) {
        const one = distinct[i] as number;
        const key = one < other ? one * MOST_LABELS + other : other * MOST_LABELS + one;
        const count = (this.confusions.get(key) ?? 0) + sign * (inUnit[one] as number) * (inUnit[other] as number);
        if (count === 0) this.confusions.delete(key);
        else this.confusions.set(key, count);
      }
    }
  }

  #addLabel(label: string): number {
    const index = this.labels.length;
    this.#indices.set(label, index);
    this.labels.push(label);
    for (const sums of [this.counts, this.agreed, this.both, this.one, this.shares]) sums.push(0);
    const { measure, scale } = this.attribute;
    const [level = -1] = scaleLevels(scale, [label]);
    this.#levels.push(level);
    this.#places.push(placeOf(label, level, { measure, scale }));
    return index;
  }

  #growTo(annotators: number): void {
    while (this.given.length < annotators) {
      this.given.push(0);
      for (const _before of this.leftOut) this.pairs.push(emptyPair());
      const scale = emptyScale(this.attribute);
      this.leftOut.push({ units: 0, ratingCount: 0, agreed: 0, counts: [], scale });
    }
  }
}

/** Where a label stands for weighted kappa: its level's place, its score, or the number it is. */
function placeOf(label: string, level: number, { measure, scale }: Pick<Attribute, "measure" | "scale">): number {
  if (measure === "interval" && scale.length === 0) return Number.isFinite(Number(label)) ? Number(label) : Number.NaN;
  if (level < 0) return Number.NaN;
  return measure === "ordinal" ? level : (scale[level]?.score ?? Number.NaN);
}

function addBy(into: number[], indices: Int32Array, values: readonly number[], sign: 1 | -1): void {
  for (let local = 0; local < indices.length; local++) {
    const at = indices[local] as number;
    into[at] = (into[at] as number) + sign * (values[local] as number);
  }
}
