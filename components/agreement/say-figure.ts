import type { Figure } from "@/domain/agreement/figure";
import type { LeftOut } from "./left-out";

/** A coefficient with two digits and a true minus sign. */
export function sayValue(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  // Not "1.00" for what is not everything.
  const rounded = value < 1 && value > 0.995 ? 0.99 : Math.round(value * 100) / 100;
  return (Object.is(rounded, -0) ? 0 : rounded).toFixed(2).replace("-", "−");
}

/** A share of one as a percentage, never 100 % or 0 % for what is only nearly so. */
export function sayShare(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  const percent = Math.round(value * 100);
  if (percent === 100 && value < 1) return "99 %";
  return percent === 0 && value > 0 ? "1 %" : `${percent} %`;
}

const WHY: Record<Exclude<Figure["intervalStatus"], "ok">, string> = {
  none: "no interval",
  undefined: "no interval",
  too_few_documents: "no interval: under 5 documents",
  too_few_units: "no interval: under 30 statements",
  not_computable: "no interval: rests on one document",
};

/** The interval, or why there is none. */
export function sayIntervalOrWhy({ interval, intervalStatus }: Figure): string {
  if (interval) return `${sayValue(interval.low)} to ${sayValue(interval.high)}`;
  return intervalStatus === "ok" ? "–" : WHY[intervalStatus];
}

const STATUS: Record<Exclude<Figure["status"], "ok">, string> = {
  no_pairable_units: "nothing compared yet",
  no_variation: "undefined: one label only",
  single_annotator: "one annotator only",
  too_few_units: "too few: under 10",
  not_computable: "not computable",
};

/** Why a figure has no value, in two or three words. */
export const sayStatus = ({ status }: Pick<Figure, "status">): string => (status === "ok" ? "" : STATUS[status]);

export const REASONS: Record<LeftOut, string> = {
  not_blind: "made after seeing others' work",
  with_suggestions: "made with suggestions shown",
  chosen: "left out by you",
  annotator: "not among the chosen annotators",
  version: "made under another codebook",
  date: "finished on another day",
};

/** "1 statement", "2 statements". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
