import type { Figure, FigureStatus } from "./figure";
import { jackknifeInterval } from "./jackknife";

/** From this many units on a coefficient is shown at all, and from the other with an interval. */
export const LEAST_UNITS = 10;
export const LEAST_UNITS_FOR_INTERVAL = 30;

/** What a figure rests on. */
export interface Basis {
  units: number;
  values: number;
  annotators: number;
  documents: number;
  /** Annotators with any finished pass: with one, more documents would not help. */
  finished: number;
}

export interface FigureParts {
  /** Null: undefined. */
  value: number | null;
  basis: Basis;
  /** The figure without each document that has a part in it, called only when an interval is wanted. Null: it has none. */
  leftOut: (() => (number | null)[]) | null;
  level: number;
  /** Units below which the status is `too_few_units`: counts should be shown then. Default 10. */
  leastUnits?: number;
  /** The lowest the figure can be. */
  least?: number;
  observed?: number | null;
  expected?: number | null;
}

/** A figure with its status and its interval. */
export function makeFigure(parts: FigureParts): Figure {
  const { value, basis, leftOut, level, leastUnits = LEAST_UNITS, least } = parts;
  const { units, values, annotators, documents } = basis;
  const figure: Figure = {
    ...{ value, status: statusOf(value, basis, leastUnits), units, values, annotators, documents },
    ...{ interval: null, intervalStatus: value === null ? "undefined" : "none" },
    ...{ observed: parts.observed ?? null, expected: parts.expected ?? null },
  };
  if (value === null || leftOut === null) return figure;
  if (units < LEAST_UNITS_FOR_INTERVAL) return { ...figure, intervalStatus: "too_few_units" };
  const interval = jackknifeInterval(value, leftOut(), { level, ...(least !== undefined && { least }) });
  if (typeof interval === "string") return { ...figure, intervalStatus: interval };
  return { ...figure, interval, intervalStatus: "ok" };
}

/** The status of a coefficient that came out as `value`. */
export function statusOf(
  value: number | null,
  { units, finished }: Pick<Basis, "units" | "finished">,
  leastUnits = LEAST_UNITS,
): FigureStatus {
  if (value !== null) return units < leastUnits ? "too_few_units" : "ok";
  if (finished === 1) return "single_annotator";
  return units > 0 ? "no_variation" : "no_pairable_units";
}
