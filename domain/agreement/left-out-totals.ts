import { addCoincidences, type ScaleStatistics } from "./attribute-statistics";

/** What goes when one annotator's labels are left out of the same units: to be taken from the totals. */
export interface LeftOutTotals {
  units: number;
  ratingCount: number;
  agreed: number;
  /** By label; a label that loses nothing may be absent. */
  counts: number[];
  scale: ScaleStatistics | null;
}

/** The labels of one unit: `m` annotators and what each chose, by index; longer arrays are not read further. */
export interface UnitRatings {
  m: number;
  who: number[];
  what: number[];
}

/** Adds `sign` times what a pairable unit loses without each of its annotators. `inUnit`: the unit's ratings by label. */
export function addLeftOut(
  totals: readonly LeftOutTotals[],
  { m, who, what }: UnitRatings,
  inUnit: Float64Array,
  sign: 1 | -1,
): void {
  let same = 0;
  for (let i = 0; i < m; i++) same += (inUnit[what[i] as number] as number) - 1;
  for (let i = 0; i < m; i++) {
    const into = totals[who[i] as number] as LeftOutTotals;
    const label = what[i] as number;
    if (m === 2) {
      // Without either of two, the unit is not pairable any more.
      into.units += sign;
      into.ratingCount += 2 * sign;
      into.agreed += sign * same;
      addCount(into.counts, what[0] as number, sign);
      addCount(into.counts, what[1] as number, sign);
    } else {
      const left = same - 2 * ((inUnit[label] as number) - 1);
      into.ratingCount += sign;
      into.agreed += sign * (same / (m - 1) - left / (m - 2));
      addCount(into.counts, label, sign);
    }
  }
}

/** The same on levels; `levels`: the level of each label, -1 off the scale; `size`: how many there are. */
export function addLevelsLeftOut(
  totals: readonly LeftOutTotals[],
  { m, who, what }: UnitRatings,
  { levels, size }: { levels: readonly number[]; size: number },
  sign: 1 | -1,
): void {
  const counts = new Array<number>(size).fill(0);
  let on = 0;
  for (let i = 0; i < m; i++) {
    const level = levels[what[i] as number] as number;
    if (level < 0) continue;
    counts[level] = (counts[level] as number) + 1;
    on++;
  }
  if (on < 2) return;
  for (let i = 0; i < m; i++) {
    const level = levels[what[i] as number] as number;
    const into = totals[who[i] as number]?.scale;
    if (level < 0 || into?.kind !== "levels") continue;
    addCoincidences(into.coincidences, counts, on, sign);
    counts[level] = (counts[level] as number) - 1;
    addCoincidences(into.coincidences, counts, on - 1, -sign);
    counts[level] = (counts[level] as number) + 1;
    into.units += on === 2 ? sign : 0;
    into.ratingCount += on === 2 ? 2 * sign : sign;
  }
}

/** The same on numbers; `places`: the number of each label, NaN for none. */
export function addNumbersLeftOut(
  totals: readonly LeftOutTotals[],
  { m, who, what }: UnitRatings,
  places: readonly number[],
  sign: 1 | -1,
): void {
  let on = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < m; i++) {
    const place = places[what[i] as number] as number;
    if (Number.isNaN(place)) continue;
    on++;
    sum += place;
    squares += place * place;
  }
  if (on < 2) return;
  const spread = (2 * (on * squares - sum * sum)) / (on - 1);
  for (let i = 0; i < m; i++) {
    const place = places[what[i] as number] as number;
    const into = totals[who[i] as number]?.scale;
    if (Number.isNaN(place) || into?.kind !== "numbers") continue;
    // Without either of two, the unit is not pairable any more.
    const gone = on === 2;
    const rest = gone ? 0 : (2 * ((on - 1) * (squares - place * place) - (sum - place) ** 2)) / (on - 2);
    into.units += gone ? sign : 0;
    into.ratingCount += gone ? 2 * sign : sign;
    into.sum += sign * (gone ? sum : place);
    into.squares += sign * (gone ? squares : place * place);
    into.differences += sign * (spread - rest);
  }
}

function addCount(counts: number[], label: number, sign: 1 | -1): void {
  while (counts.length <= label) counts.push(0);
  counts[label] = (counts[label] as number) + sign;
}
