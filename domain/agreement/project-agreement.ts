import type { Attribute } from "./agreement-document";
import { type AgreementTotals, sumDocuments } from "./agreement-totals";
import { annotatorAgreement, pairAgreement } from "./annotator-agreement";
import { attributeAgreement, attributeAlpha } from "./attribute-agreement";
import { byDisagreements, documentAgreement } from "./document-agreement";
import type { DocumentStatistics } from "./document-statistics";
import type { Figure } from "./figure";
import type { FoundRule } from "./pair-statistics";
import { foundFigure, markedTextFigure } from "./passage-figures";
import type { ProjectAgreement } from "./project-agreement-result";

export interface AgreementOptions {
  attributes: readonly Attribute[];
  /** Rule of the figures per document, pair and annotator; the project's is given under every rule. Default "half". */
  rule?: FoundRule;
  /** Of the intervals, default 0.95. */
  level?: number;
  /** Most confusions listed per attribute, default 10. */
  confusions?: number;
  /** Most labels listed per attribute, default all. */
  labels?: number;
  /** Most documents listed, default all. */
  documents?: number;
}

/** The project's own figures, without those of pairs, annotators and documents: also for a part of its documents. */
export type OverallAgreement = Omit<ProjectAgreement, "pairs" | "perAnnotator" | "perDocument">;

/**
 * The figures of a project. `totals`, if kept from before, must be those of exactly these documents and attributes; with
 * them only the intervals and lists are made anew.
 */
export function projectAgreement(
  statistics: readonly DocumentStatistics[],
  options: AgreementOptions,
  totals: AgreementTotals = sumDocuments(statistics, options.attributes),
): ProjectAgreement {
  const { rule = "half", attributes } = options;
  const overall = overallAgreement(statistics, options, totals);
  const pairs = pairAgreement(totals, rule);
  return {
    ...overall,
    pairs,
    perAnnotator: annotatorAgreement(totals, pairs, overall.attributes),
    perDocument: byDisagreements(statistics)
      .slice(0, options.documents)
      .map((document) => documentAgreement(document, attributes, rule)),
  };
}

/** See `projectAgreement`; a fraction of its work. Without totals that have people, there are no confusions. */
export function overallAgreement(
  statistics: readonly DocumentStatistics[],
  { attributes, level = 0.95, labels, confusions = 10 }: AgreementOptions,
  totals: AgreementTotals = sumDocuments(statistics, attributes, { people: false }),
): OverallAgreement {
  const shared = statistics.filter(({ annotators }) => annotators.length >= 2);
  const found = (rule: FoundRule) => foundFigure(rule, totals, shared, level);
  const { finished } = totals;
  return {
    documents: totals.documents,
    annotators: totals.annotators.filter((_, index) => (totals.documentsOf[index] as number) > 0).sort(),
    found: { half: found("half"), exact: found("exact"), overlap: found("overlap"), characters: found("characters") },
    markedText: markedTextFigure(totals, shared, level),
    statements: totals.statements,
    aligned: totals.aligned,
    attributes: totals.attributes.map((sums) => attributeAgreement(sums, { level, labels, confusions, finished })),
  };
}

/** The figures that are followed over time, for a part of the documents: a fraction of the work of `overallAgreement`. */
export function briefAgreement(
  statistics: readonly DocumentStatistics[],
  { rule = "half", level = 0.95 }: AgreementOptions,
  totals: AgreementTotals,
): { found: Figure; alpha: Record<string, Figure> } {
  const shared = statistics.filter(({ annotators }) => annotators.length >= 2);
  const { finished } = totals;
  return {
    found: foundFigure(rule, totals, shared, level),
    alpha: Object.fromEntries(
      totals.attributes.map((sums) => [sums.attribute.key, attributeAlpha(sums, { level, finished })]),
    ),
  };
}
