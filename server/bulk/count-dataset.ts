import type { ExportPreview } from "@/domain/contract/export";
import type { DatasetAssignment } from "@/domain/formats/dataset";
import { placeholders, type Snapshot } from "./snapshot";

export type DatasetCounts = Omit<ExportPreview, "size" | "rows" | "beginning">;

/** Documents counted in one query. */
const BATCH = 500;

/** How many documents, readings and statements of these kinds there are. */
export async function countDataset(
  snapshot: Snapshot,
  ids: readonly string[],
  kinds: readonly DatasetAssignment["kind"][],
): Promise<DatasetCounts> {
  const counts: DatasetCounts = {
    documents: ids.length,
    ...{ readings: 0, readingsWithSuggestions: 0, readingStatements: 0, goldStatements: 0, suggestions: 0 },
  };
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const rows = await snapshot.query(
      `SELECT a."kind", COUNT(DISTINCT a."id") AS "passes", COUNT(s."id") AS "statements",
         COUNT(DISTINCT CASE WHEN a."suggestionsShownAt" IS NULL THEN NULL ELSE a."id" END) AS "shown"
       FROM "Assignment" a LEFT JOIN "Statement" s ON s."assignmentId" = a."id" AND s."deletedAt" IS NULL
       WHERE a."documentId" IN (${placeholders(batch)}) AND a."kind" IN (${placeholders(kinds)})
       AND (a."kind" <> 'annotation' OR a."state" = 'submitted') GROUP BY a."kind"`,
      [...batch, ...kinds],
    );
    for (const { kind, passes, statements, shown } of rows) {
      if (kind === "adjudication") counts.goldStatements += Number(statements);
      if (kind === "suggestion") counts.suggestions += Number(statements);
      if (kind !== "annotation") continue;
      counts.readings += Number(passes);
      counts.readingsWithSuggestions += Number(shown);
      counts.readingStatements += Number(statements);
    }
  }
  return counts;
}
