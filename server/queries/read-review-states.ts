import { setImmediate as othersFirst } from "node:timers/promises";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { findClusters } from "@/domain/review/find-clusters";
import { clusterOfStatement } from "@/domain/review/settles";
import type * as rows from "@/prisma/generated/sqlite/client";
import { readDocumentRows } from "@/server/bulk/document-rows";
import { openSnapshot } from "@/server/bulk/snapshot";
import { hidesAnnotators, shuffleReadings } from "./name-annotators";
import { type ReviewState, toRuling } from "./read-readings";
import type { DocumentFacts } from "./read-review-facts";

/** Documents read at once. */
const STEP = 20;

/** A document whose review is looked at among many. */
export interface ReadReview {
  id: string;
  text: string;
  state: ReviewState;
}

/**
 * The reviews of documents one after the other, as `readReviewState` tells of each, but for what changed since a ruling went
 * out of date; many are read with a few statements, and others' requests go on in between.
 */
export async function* readReviewStates(
  project: rows.Project,
  codebook: CodebookVersion,
  documents: readonly Pick<DocumentFacts, "id" | "annotators">[],
): AsyncGenerator<ReadReview> {
  const snapshot = await openSnapshot();
  try {
    for (let from = 0; from < documents.length; from += STEP) {
      const step = documents.slice(from, from + STEP);
      const stored = await readDocumentRows(
        snapshot,
        step.map(({ id }) => id),
      );
      const textOf = new Map(stored.documents.map(({ id, text }) => [id, text]));
      for (const { id, annotators } of step) {
        const finished = stored.assignments
          .filter(({ documentId, kind, state }) => documentId === id && kind === "annotation" && state === "submitted")
          .sort((a, b) => Number(a.submittedAt) - Number(b.submittedAt) || (a.id < b.id ? -1 : 1));
        const ordered = hidesAnnotators(project) ? shuffleReadings(project, finished) : finished;
        const readings = ordered.map((row) => ({
          assignmentId: row.id,
          annotator: annotators[row.id] ?? "",
          blind: row.unblindedAt === null,
          withSuggestions: row.suggestionsShownAt !== null,
          statements: (stored.statements.get(row.id) ?? []).map(({ statement }) => statement),
        }));
        const groups = stored.groups.filter(({ documentId }) => documentId === id).map(({ memberIds }) => memberIds);
        const clusters = findClusters(readings, codebook.content, groups);
        const clusterOf = clusterOfStatement(clusters);
        const revisions = new Map(
          readings.flatMap(({ statements }) => statements.map((one) => [one.id, one.revision] as const)),
        );
        const rulings = stored.rulings
          .filter(({ documentId }) => documentId === id)
          .map((row) => toRuling(row, clusterOf, revisions));
        yield { id, text: textOf.get(id) ?? "", state: { readings, clusters, rulings } };
        await othersFirst();
      }
    }
  } finally {
    await snapshot.close();
  }
}
