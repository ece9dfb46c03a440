import type { Attribute } from "./agreement-document";
import type { ScaleStatistics } from "./attribute-statistics";

/** Sums of no units on an attribute's scale; null when it has none. */
export function emptyScale({ measure, scale }: Attribute): ScaleStatistics | null {
  if (measure === "nominal") return null;
  if (scale.length === 0) return { kind: "numbers", units: 0, ratingCount: 0, sum: 0, squares: 0, differences: 0 };
  return { kind: "levels", units: 0, ratingCount: 0, coincidences: new Array(scale.length ** 2).fill(0) };
}

/** Adds `sign` times `part` to `into`. Throws RangeError when they are of different kinds. */
export function addScale(into: ScaleStatistics, part: ScaleStatistics, sign: 1 | -1): void {
  if (into.kind === "levels" && part.kind === "levels") {
    for (let at = 0; at < part.coincidences.length; at++) {
      into.coincidences[at] = (into.coincidences[at] as number) + sign * (part.coincidences[at] as number);
    }
  } else if (into.kind === "numbers" && part.kind === "numbers") {
    into.sum += sign * part.sum;
    into.squares += sign * part.squares;
    into.differences += sign * part.differences;
  } else {
    throw new RangeError(`sums of ${into.kind} and of ${part.kind} do not add up`);
  }
  into.units += sign * part.units;
  into.ratingCount += sign * part.ratingCount;
}

/** The sums without those of a part of them, for example without one document. */
export function withoutScale(sums: ScaleStatistics, part: ScaleStatistics): ScaleStatistics {
  const rest = sums.kind === "levels" ? { ...sums, coincidences: [...sums.coincidences] } : { ...sums };
  addScale(rest, part, -1);
  return rest;
}
