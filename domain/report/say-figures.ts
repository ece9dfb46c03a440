import type { Figure } from "@/domain/agreement/figure";
import type { AgreementView } from "@/domain/contract/agreement";

/** How statements were matched, as a methods section says it. */
export const RULES = {
  half: "spans aligned by IoU ≥ .5",
  exact: "spans with exactly the same boundaries",
  overlap: "spans with any overlap",
} as const;

/** A coefficient as papers print it: two digits, no zero before the point. */
export function decimal(value: number | null): string {
  if (value === null) return "–";
  const rounded = value < 1 && value > 0.995 ? 0.99 : Math.round(value * 100) / 100;
  return (rounded === 0 ? 0 : rounded)
    .toFixed(2)
    .replace(/^(-?)0\./, "$1.")
    .replace("-", "−");
}

export function percent(share: number | null): string {
  return share === null ? "–" : `${(100 * share).toFixed(1)} %`;
}

export const interval = ({ interval: found }: Figure): string =>
  found ? `[${decimal(found.low)}, ${decimal(found.high)}]` : "–";

const STATUS: Record<Figure["status"], string> = {
  ok: "",
  no_pairable_units: "undefined: no statement was labelled by two annotators",
  no_variation: "undefined: everyone used the same single label",
  single_annotator: "undefined: one annotator only",
  too_few_units: "not reported: fewer than 10 statements",
  not_computable: "not computable",
};

/** Why there is no value; empty where there is one. */
export const why = ({ status }: Pick<Figure, "status">): string => STATUS[status];

const NO_INTERVAL: Record<Figure["intervalStatus"], string> = {
  ok: "",
  none: "no interval",
  undefined: "no interval",
  too_few_documents: "no interval: fewer than 5 documents",
  too_few_units: "no interval: fewer than 30 statements",
  not_computable: "no interval: the figure rests on one document",
};

/**
 * One line to cite: `Krippendorff's α (ordinal, Krippendorff 2004) = .76, 95 % CI [.65, .87] (delete-one-document
 * jackknife, 40 documents, 5 annotators, 239 pairs; units = …)`.
 */
export function citeFigure(
  measure: string,
  figure: Figure,
  { counted, units }: { counted: string; units: string },
): string {
  if (figure.status !== "ok" || figure.value === null) return `${measure}: ${why(figure)}`;
  const bounds = figure.interval
    ? `, 95 % CI ${interval(figure)} (delete-one-document jackknife, `
    : ` (${NO_INTERVAL[figure.intervalStatus]}, `;
  return `${measure} = ${decimal(figure.value)}${bounds}${plural(figure.documents, "document")}, ${plural(figure.annotators, "annotator")}, ${counted}; units = ${units})`;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const nameOfLabel = ({ names }: AgreementView, attribute: string, label: string): string =>
  names[attribute]?.labels[label] ?? label;
