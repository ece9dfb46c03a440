import type { Attribute } from "@/domain/agreement/agreement-document";
import type { AgreementTotals } from "@/domain/agreement/agreement-totals";
import type { DocumentStatistics } from "@/domain/agreement/document-statistics";
import { KeptTotals } from "@/domain/agreement/kept-totals";
import { perProcess } from "@/server/per-process";

/** Projects whose totals are kept. */
const KEPT = 8;

const kept = perProcess<Map<string, KeptTotals>>("agreement-totals", () => new Map());

/**
 * The totals of these documents, by what changed since the project was last looked at. To be used before anything else is
 * awaited: the next call changes them.
 */
export function keptTotals(
  project: { id: string; version: number },
  attributes: readonly Attribute[],
  statistics: readonly DocumentStatistics[],
): AgreementTotals {
  const key = `${project.id} ${project.version}`;
  const totals = kept.get(key) ?? new KeptTotals(attributes);
  kept.delete(key);
  kept.set(key, totals);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return totals.of(statistics);
}
