import type { Attribute } from "./agreement-document";
import { nominalAlphaOfSums, scaleAlpha } from "./alpha-of-sums";
import type { AttributeStatistics } from "./attribute-statistics";
import type { DocumentStatistics } from "./document-statistics";
import { LEAST_UNITS, statusOf } from "./make-figure";
import type { FoundRule } from "./pair-statistics";
import type { DocumentAgreement } from "./project-agreement-result";

/** Documents with the most disagreements first, then by id. */
export function byDisagreements(documents: readonly DocumentStatistics[]): DocumentStatistics[] {
  return [...documents].sort((a, b) => b.disagreements - a.disagreements || (a.documentId < b.documentId ? -1 : 1));
}

/** The figures of one document. With one finished pass there is nothing to agree on, and nothing counts as missing. */
export function documentAgreement(
  document: DocumentStatistics,
  attributes: readonly Attribute[],
  rule: FoundRule,
): DocumentAgreement {
  const annotators = document.annotators.length;
  const { twice, marked } = document.found[rule];
  const value = marked === 0 ? null : twice / marked;
  const statements = document.units.length;
  const { aligned, missing } = document;
  const own = attributes.flatMap((attribute) => {
    const statistics = document.attributes[attribute.key];
    return statistics ? [[attribute.key, attributeOfDocument(attribute, statistics, annotators)] as const] : [];
  });
  return {
    ...{ documentId: document.documentId, annotators, statements, aligned, missing },
    found: { value, status: statusOf(value, { units: statements, finished: annotators }, 0), units: statements },
    nothingToMark: annotators >= 2 && statements === 0,
    attributes: Object.fromEntries(own),
    disagreements: document.disagreements,
  };
}

function attributeOfDocument(attribute: Attribute, statistics: AttributeStatistics, finished: number) {
  const { units, ratingCount, counts } = statistics;
  const agreed = statistics.agreed.reduce((sum, one) => sum + one, 0);
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  const scores = attribute.measure === "interval" ? attribute.scale.map(({ score }) => score) : null;
  const alpha = statistics.scale
    ? scaleAlpha(statistics.scale, scores)
    : nominalAlphaOfSums(ratingCount, agreed, squares);
  const alphaUnits = statistics.scale?.units ?? units;
  // A coefficient of a handful of statements would be read as a verdict on them.
  const value = alphaUnits < LEAST_UNITS ? null : (alpha?.value ?? null);
  const few = alphaUnits > 0 && alphaUnits < LEAST_UNITS;
  const status = few ? ("too_few_units" as const) : statusOf(value, { units: alphaUnits, finished });
  return {
    ...{ units, raw: units === 0 ? null : agreed / ratingCount, differing: statistics.differing },
    alpha: { value, status, units: alphaUnits },
  };
}
