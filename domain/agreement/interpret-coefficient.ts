import type { Figure } from "./figure";

/** What a project demands of its figures; the decision uses the lower end of the interval. */
export interface ReliabilityTarget {
  reliable: number;
  tentative: number;
}

/** Krippendorff's customary levels; he later called .8 a low standard (Artstein and Poesio 2008). */
export const DEFAULT_TARGET: ReliabilityTarget = { reliable: 0.8, tentative: 0.667 };

export type Verdict =
  | "reliable"
  | "tentative"
  | "unclear"
  | "unreliable"
  | "chance"
  | "prevalence"
  | "no_verdict"
  | "too_few_units"
  | "no_variation"
  | "no_pairable_units"
  | "single_annotator"
  | "not_computable";

export interface Reading {
  figure: Pick<Figure, "value" | "status" | "units" | "documents" | "interval" | "intervalStatus">;
  target?: ReliabilityTarget;
  /** Percent agreement and what of it chance would give, 0 to 1. */
  raw?: number | null;
  expected?: number | null;
  /** The label chosen most often, as people read it. */
  commonLabel?: string | null;
  /** The most frequent confusion, as people read it. */
  confusion?: { a: string; b: string; count: number } | null;
}

/** What a coefficient means, in a sentence or two for somebody who is no statistician. */
export function interpretCoefficient(reading: Reading): { verdict: Verdict; sentence: string } {
  const { figure, target = DEFAULT_TARGET, raw = null, expected = null, commonLabel = null } = reading;
  const { value, status, interval } = figure;
  if (value === null || status !== "ok") return explainStatus(figure);
  if (raw !== null && raw >= 0.9 && value < 0.4) {
    const almostAll =
      commonLabel === null ? "almost everything has the same label" : `almost everything is “${commonLabel}”`;
    const chance = expected === null ? "" : `, so agreement by chance would already be ${percent(expected)}`;
    return {
      verdict: "prevalence",
      sentence:
        `Annotators agree ${percent(raw)} of the time, but ${almostAll}${chance}. The data cannot show that rare labels ` +
        "are used consistently. Annotate more cases with rare labels.",
    };
  }
  if (value <= 0) {
    return {
      verdict: "chance",
      sentence:
        "No better than guessing from the label frequencies. Check whether labels were swapped or the guideline read differently.",
    };
  }
  if (interval === null) return explainMissingInterval(figure);
  return judge(interval, figure.documents, target, reading.confusion ?? null);
}

function judge(
  { low, high }: { low: number; high: number },
  documents: number,
  target: ReliabilityTarget,
  confusion: { a: string; b: string; count: number } | null,
): { verdict: Verdict; sentence: string } {
  if (low >= target.reliable) {
    return {
      verdict: "reliable",
      sentence: "Reliable. Different annotators would very likely produce the same labels.",
    };
  }
  if (low >= target.tentative) {
    return {
      verdict: "tentative",
      sentence:
        "Usable with caution: fine for tentative conclusions; clarify the guideline for the pairs listed below.",
    };
  }
  if (high < target.tentative) {
    const start =
      confusion === null
        ? "Start with the disagreements listed below."
        : `Start with the most frequent confusion: “${confusion.a}” ↔ “${confusion.b}” (${confusion.count}).`;
    return { verdict: "unreliable", sentence: `Not reliable enough for conclusions. ${start}` };
  }
  return {
    verdict: "unclear",
    // The standard error falls with the root of the number of documents: four times as many halve it.
    sentence:
      `Not clear yet. Agreement is between ${decimals(low)} and ${decimals(high)}; about ${3 * documents} more doubly ` +
      "annotated documents would halve the uncertainty.",
  };
}

function explainStatus({ status, units }: Reading["figure"]): { verdict: Verdict; sentence: string } {
  switch (status) {
    case "too_few_units":
      return {
        verdict: "too_few_units",
        sentence: `Only ${units} ${units === 1 ? "statement was" : "statements were"} labelled by two annotators: too few for a coefficient. Look at the cases themselves.`,
      };
    case "no_variation":
      return {
        verdict: "no_variation",
        sentence:
          "Everyone used the same single label. Agreement is 100 %, but a reliability coefficient is undefined: nothing shows that annotators can tell labels apart.",
      };
    case "single_annotator":
      return {
        verdict: "single_annotator",
        sentence: "Only one annotator has finished documents yet. Assign at least 5 documents to two people.",
      };
    case "not_computable":
      return { verdict: "not_computable", sentence: "This figure cannot be computed from these documents." };
    default:
      return {
        verdict: "no_pairable_units",
        sentence: "No statement was labelled by two annotators yet. Assign at least 5 documents to two people.",
      };
  }
}

function explainMissingInterval({ documents, units, intervalStatus }: Reading["figure"]): {
  verdict: Verdict;
  sentence: string;
} {
  if (intervalStatus === "too_few_documents" || intervalStatus === "too_few_units") {
    const counts = `${units} statements in ${documents} ${documents === 1 ? "document" : "documents"}`;
    return {
      verdict: "no_verdict",
      sentence: `Too early for a verdict: ${counts} say too little about how far the figure may be off. It needs at least 30 statements in 5 documents.`,
    };
  }
  return {
    verdict: "no_verdict",
    sentence: "No verdict: without one of the documents the figure would be undefined, so its uncertainty is unknown.",
  };
}

/** What a span F1 says; it is not corrected for chance, so there is no target to hold it against. */
export function interpretFound({ value }: Pick<Figure, "value">): string {
  if (value === null) return "Nobody has marked a statement in a document that two annotators finished.";
  return `On average ${percent(value)} of one annotator's statements were also marked by the other.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function decimals(value: number): string {
  return value.toFixed(2).replace(/^(-?)0\./, "$1.");
}
