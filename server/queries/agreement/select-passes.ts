import type { AgreementQuery } from "@/domain/contract/agreement";
import type { FinishedPass, ReadDocument } from "./project-readings";

/** Why a pass is not counted. */
export type LeftOut = "not_blind" | "with_suggestions" | "chosen" | "annotator" | "version" | "date";

export interface SelectedDocument {
  document: ReadDocument;
  /** The passes that count. */
  passes: FinishedPass[];
  /** The finished passes that do not, and why. */
  leftOut: { pass: FinishedPass; reason: LeftOut }[];
}

/** The documents that a query asks about, each with the passes of it that count. */
export function selectPasses(documents: Iterable<ReadDocument>, query: AgreementQuery): SelectedDocument[] {
  const wanted = query.documents && new Set(query.documents);
  const annotators = query.annotators && new Set(query.annotators);
  const without = new Set(query.without);
  const selected: SelectedDocument[] = [];
  for (const document of documents) {
    const { id, outlet, published } = document.summary;
    if (wanted && !wanted.has(id)) continue;
    if (query.outlet !== undefined && outlet !== query.outlet) continue;
    if (!isWithin(published, query.published_from, query.published_to)) continue;
    const passes: FinishedPass[] = [];
    const leftOut: SelectedDocument["leftOut"] = [];
    for (const pass of document.passes) {
      const reason = reasonToLeaveOut(pass, query, annotators, without);
      if (reason) leftOut.push({ pass, reason });
      else passes.push(pass);
    }
    selected.push({ document, passes, leftOut });
  }
  return selected;
}

function reasonToLeaveOut(
  pass: FinishedPass,
  { passes, version, finished_from, finished_to }: AgreementQuery,
  annotators: ReadonlySet<string> | undefined,
  without: ReadonlySet<string>,
): LeftOut | null {
  if (annotators && !annotators.has(pass.annotatorId)) return "annotator";
  if (version !== undefined && pass.version !== version) return "version";
  if (!isWithin(pass.finishedAt.slice(0, 10), finished_from, finished_to)) return "date";
  if (passes !== "all" && !pass.blind) return "not_blind";
  if (passes === "independent" && pass.withSuggestions) return "with_suggestions";
  return without.has(pass.assignmentId) ? "chosen" : null;
}

/** Days as YYYY-MM-DD; an unknown day is within only where nothing is asked of it. */
function isWithin(day: string | null, from?: string, to?: string): boolean {
  if (from === undefined && to === undefined) return true;
  return day !== null && (from === undefined || from <= day) && (to === undefined || day <= to);
}
