import type { CodebookVersion } from "@/domain/codebook/codebook";
import { type Reading, Ruling } from "@/domain/contract/review";
import type { Cluster } from "@/domain/review/cluster";
import { findClusters } from "@/domain/review/find-clusters";
import { clusterOfStatement } from "@/domain/review/settles";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { readStatements } from "@/server/rows/read-statements";
import { listMemberChanges } from "./list-member-changes";
import { hidesAnnotators, nameAnnotators, shuffleReadings } from "./name-annotators";
import { readGroups } from "./read-groups";
import { isStale } from "./ruling-state";

/**
 * The finished readings of a document with their live statements, in the order they were finished; in one of the
 * document's own where the project hides whose they are.
 */
export async function readReadings(tx: Tx, project: rows.Project, documentId: string): Promise<Reading[]> {
  const finished = await tx.assignment.findMany({
    where: { documentId, kind: "annotation", state: "submitted" },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  const assignments = hidesAnnotators(project) ? shuffleReadings(project, finished) : finished;
  const nameOf = await nameAnnotators(tx, project);
  const statements = await readStatements(
    tx,
    assignments.map(({ id }) => id),
  );
  return assignments.map((assignment) => ({
    assignmentId: assignment.id,
    annotator: nameOf(assignment),
    blind: assignment.unblindedAt === null,
    withSuggestions: assignment.suggestionsShownAt !== null,
    statements: statements.get(assignment.id) ?? [],
  }));
}

/** The clusters of a document's readings and the live rulings on them. */
export interface ReviewState {
  readings: Reading[];
  clusters: Cluster[];
  rulings: Ruling[];
}

export async function readReviewState(
  tx: Tx,
  project: rows.Project,
  documentId: string,
  codebook: CodebookVersion,
): Promise<ReviewState> {
  const readings = await readReadings(tx, project, documentId);
  const clusters = findClusters(readings, codebook.content, await readGroups(tx, documentId));
  const revisions = new Map(
    readings.flatMap((reading) => reading.statements.map((one) => [one.id, one.revision] as const)),
  );
  const clusterOf = clusterOfStatement(clusters);
  const stored = await tx.ruling.findMany({
    where: { documentId, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const rulings = stored.map((row) => {
    const ruling = toRuling(row, clusterOf, revisions);
    return ruling.stale ? { ...ruling, changes: listMemberChanges(row, readings, clusters) } : ruling;
  });
  return { readings, clusters, rulings };
}

export function toRuling(
  row: rows.Ruling,
  clusterOf: ReadonlyMap<string, Pick<Cluster, "members">>,
  revisions: ReadonlyMap<string, number>,
): Ruling {
  const memberIds = row.memberIds as string[];
  return Ruling.parse({
    id: row.id,
    documentId: row.documentId,
    memberIds,
    decision: row.decision,
    provenance: row.provenance,
    bases: row.bases ?? {},
    batchId: row.batchId,
    reason: row.reason,
    goldStatementId: row.goldStatementId,
    stale: isStale(row, clusterOf, revisions),
    changes: [],
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
  });
}

/** A cluster is settled by a ruling on all its members, and of no other cluster on some only, that is not stale. */
export function settledIds({ rulings, clusters }: Pick<ReviewState, "rulings" | "clusters">): Set<string> {
  const clusterOf = clusterOfStatement(clusters);
  const standing = rulings.filter((ruling) => !ruling.stale).flatMap(({ memberIds }) => memberIds);
  return new Set(standing.flatMap((id) => clusterOf.get(id)?.id ?? []));
}
