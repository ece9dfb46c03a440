import type { Attribute } from "./agreement-document";
import { type AgreementTotals, sumDocuments } from "./agreement-totals";
import { annotatorAgreement, pairAgreement } from "./annotator-agreement";
import { attributeAgreement } from "./attribute-agreement";
import { documentAgreement } from "./document-agreement";
import type { DocumentStatistics } from "./document-statistics";
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
}

/**
 * The figures of a project. `totals`, if kept from before, must be those of exactly these documents and attributes; with
 * them only the intervals and lists are made anew.
 */
export function projectAgreement(
  statistics: readonly DocumentStatistics[],
  options: AgreementOptions,
  totals: AgreementTotals = sumDocuments(statistics, options.attributes),
): ProjectAgreement {
  const { rule = "half", level = 0.95, confusions = 10 } = options;
  const shared = statistics.filter(({ annotators }) => annotators.length >= 2);
  const found = (one: FoundRule) => foundFigure(one, totals, shared, level);
  const attributes = totals.attributes.map((sums) =>
    attributeAgreement(sums, shared, { level, confusions, finished: totals.finished }),
  );
  const pairs = pairAgreement(totals, rule);
  return {
    documents: totals.documents,
    annotators: totals.annotators.filter((_, index) => (totals.documentsOf[index] as number) > 0),
    found: { half: found("half"), exact: found("exact"), overlap: found("overlap"), characters: found("characters") },
    markedText: markedTextFigure(totals, shared, level),
    statements: totals.statements,
    aligned: totals.aligned,
    attributes,
    pairs,
    perAnnotator: annotatorAgreement(totals, pairs, attributes),
    perDocument: statistics
      .map((document) => documentAgreement(document, options.attributes, rule))
      .sort((a, b) => b.disagreements - a.disagreements || (a.documentId < b.documentId ? -1 : 1)),
  };
}
