import type { Attribute } from "@/domain/agreement/agreement-document";
import { type DocumentStatistics, documentStatistics } from "@/domain/agreement/document-statistics";
import { perProcess } from "@/server/per-process";
import type { ReadDocument } from "./project-readings";
import type { SelectedDocument } from "./select-passes";

/** Choices of passes kept for each document: those that somebody goes back and forth between. */
const KEPT = 4;

const kept = perProcess<WeakMap<ReadDocument, Map<string, DocumentStatistics>>>(
  "agreement-statistics",
  () => new WeakMap(),
);

/**
 * The statistics of the passes that count in a document. They are kept as long as the document is as it was read, so that
 * after one edit only one document is counted anew. `version`: of the codebook that the attributes are of.
 */
export function keptStatistics(
  { document, passes }: SelectedDocument,
  attributes: readonly Attribute[],
  version: number,
): DocumentStatistics {
  const choices = kept.get(document) ?? new Map<string, DocumentStatistics>();
  kept.set(document, choices);
  const revision = [version, ...passes.map((pass) => pass.assignmentId)].join(" ");
  const { id, length } = document.summary;
  const statistics = choices.get(revision) ?? documentStatistics({ id, revision, length, passes }, attributes);
  choices.delete(revision);
  choices.set(revision, statistics);
  const [oldest] = choices.keys();
  if (choices.size > KEPT && oldest !== undefined) choices.delete(oldest);
  return statistics;
}
