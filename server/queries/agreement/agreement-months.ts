import type { DocumentStatistics } from "@/domain/agreement/document-statistics";
import { KeptTotals } from "@/domain/agreement/kept-totals";
import { type AgreementOptions, briefAgreement } from "@/domain/agreement/project-agreement";
import type { AgreementMonth } from "@/domain/contract/agreement";
import { perProcess } from "@/server/per-process";
import type { SelectedDocument } from "./select-passes";

/** Months kept, over all projects; the ones not asked for the longest go first. */
const KEPT = 500;

interface KeptMonth {
  totals: KeptTotals;
  statistics: readonly DocumentStatistics[];
  figures: Pick<AgreementMonth, "found" | "alpha">;
}

const kept = perProcess<Map<string, KeptMonth>>("agreement-months", () => new Map());

/**
 * Figures month by month, first month first. A document belongs to the month (UTC) in which the last of its passes was
 * finished: from then on it could be compared. Documents with one pass are in none. `key`: of the project and of what is
 * compared; a month whose documents are as they were is not counted again.
 */
export function listMonths(
  key: string,
  selected: readonly SelectedDocument[],
  statistics: readonly DocumentStatistics[],
  options: AgreementOptions,
): AgreementMonth[] {
  const byMonth = new Map<string, DocumentStatistics[]>();
  for (const [index, { passes }] of selected.entries()) {
    const document = statistics[index];
    if (passes.length < 2 || !document) continue;
    const month = monthOf(passes);
    const others = byMonth.get(month);
    if (others) others.push(document);
    else byMonth.set(month, [document]);
  }
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, documents]) => ({
      ...{ month, documents: documents.length },
      ...figuresOf(`${key} ${options.rule} ${month}`, documents, options),
    }));
}

/** The month in which the last of these passes was finished; "" without any. */
export function monthOf(passes: SelectedDocument["passes"]): string {
  let last = "";
  for (const { finishedAt } of passes) if (finishedAt > last) last = finishedAt;
  return last.slice(0, 7);
}

function figuresOf(key: string, statistics: readonly DocumentStatistics[], options: AgreementOptions) {
  const known = kept.get(key);
  const isKnown =
    known?.statistics.length === statistics.length && known.statistics.every((one, at) => one === statistics[at]);
  const totals = known?.totals ?? new KeptTotals(options.attributes, { people: false });
  const figures = isKnown && known ? known.figures : briefAgreement(statistics, options, totals.of(statistics));
  kept.delete(key);
  kept.set(key, { totals, statistics, figures });
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return figures;
}
