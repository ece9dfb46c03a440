import type { DocumentStatistics } from "@/domain/agreement/document-statistics";
import { type AgreementOptions, overallAgreement } from "@/domain/agreement/project-agreement";
import type { AgreementMonth } from "@/domain/contract/agreement";
import type { SelectedDocument } from "./select-passes";

/**
 * Figures month by month, first month first. A document belongs to the month (UTC) in which the last of its passes was
 * finished: from then on it could be compared. Documents with one pass are in none.
 */
export function listMonths(
  selected: readonly SelectedDocument[],
  statistics: readonly DocumentStatistics[],
  options: AgreementOptions,
): AgreementMonth[] {
  const byMonth = new Map<string, DocumentStatistics[]>();
  for (const [index, { passes }] of selected.entries()) {
    const document = statistics[index];
    if (passes.length < 2 || !document) continue;
    const [lastMoment = ""] = passes
      .map(({ finishedAt }) => finishedAt)
      .sort()
      .reverse();
    const month = lastMoment.slice(0, 7);
    const others = byMonth.get(month);
    if (others) others.push(document);
    else byMonth.set(month, [document]);
  }
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, documents]) => {
      const { found, attributes } = overallAgreement(documents, options);
      return {
        month,
        documents: documents.length,
        found: found[options.rule === undefined || options.rule === "characters" ? "half" : options.rule],
        alpha: Object.fromEntries(attributes.map(({ key, alpha }) => [key, alpha])),
      };
    });
}
