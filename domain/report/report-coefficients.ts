import { countOf, ExpertMeasure, explainCoefficient, MEASURE_TEXTS } from "@/domain/agreement/expert-measure";
import type { CoefficientList } from "@/domain/contract/agreement";
import type { ReportBlock } from "./report-block";
import { citeFigure, RULES } from "./say-figures";

/** Every coefficient of every question that two annotators answered, with its line to cite, then how each is computed. */
export function describeCoefficients({ items }: CoefficientList): ReportBlock[] {
  const compared = items.filter(({ coefficients }) => coefficients.some(({ figure }) => figure.value !== null));
  const used = new Set(compared.flatMap(({ coefficients }) => coefficients.map(({ measure }) => measure)));
  if (used.size === 0) return [];
  return [
    { kind: "heading", text: "All coefficients" },
    {
      kind: "text",
      text: "For comparison with other work. They answer different questions: the highest is not the best one.",
    },
    ...compared.flatMap(({ name, coefficients }): ReportBlock[] => [
      { kind: "text", text: `${name}:` },
      { kind: "list", items: coefficients.map(citeCoefficient) },
    ]),
    { kind: "heading", text: "Definitions of all coefficients" },
    {
      kind: "list",
      items: ExpertMeasure.options
        .filter((measure) => used.has(measure))
        .map((measure) => `${nameOf(measure)}: ${MEASURE_TEXTS[measure].definition}`),
    },
  ];
}

const nameOf = (measure: ExpertMeasure): string => {
  const { name, source } = MEASURE_TEXTS[measure];
  return source ? `${name} (${source})` : name;
};

function citeCoefficient({ measure, figure }: CoefficientList["items"][number]["coefficients"][number]): string {
  const why = explainCoefficient(measure, figure);
  if (why) return `${nameOf(measure)}: undefined. ${why}`;
  const ofText = measure === "u_alpha" || measure === "cu_alpha";
  const counted = ofText ? "pooled over documents" : countOf(measure, figure.units);
  return `${citeFigure(nameOf(measure), figure, { counted, units: ofText ? "code points of text" : RULES.half })}.`;
}
