import type { CodebookVersion } from "@/domain/codebook/codebook";
import { placeThreads } from "@/domain/discussion/place-threads";
import { findClusters } from "@/domain/review/find-clusters";
import type { QueueCluster, QueueDocument } from "@/domain/review/queue";
import { clusterOfStatement } from "@/domain/review/settles";
import { spansInRole } from "@/domain/text/spans";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { perProcess } from "@/server/per-process";
import { readStatements } from "@/server/rows/read-statements";
import { type OpenThread, readOpenThreads } from "./discussion/read-open-threads";
import { isStale } from "./ruling-state";

/** What the queue knows of a document: all of it but what changes with each ruling is kept between requests. */
export interface DocumentFacts extends QueueDocument<ClusterFacts> {
  assigned: number;
  finished: number;
}

export interface ClusterFacts extends QueueCluster {
  quote: string;
}

type StandingFacts = Omit<ClusterFacts, "settled" | "stale" | "openThreads" | "answers"> & {
  revisions: ReadonlyMap<string, number>;
};

/** Finished readings cannot change: which of them there are, and what was put together, says what their clusters are. */
interface Kept {
  key: string;
  clusters: readonly StandingFacts[];
}

// A project of a thousand documents, several times over.
const MOST_KEPT = 5000;
const kept = perProcess("review-facts", () => new Map<string, Kept>());

type AssignmentRow = Pick<rows.Assignment, "id" | "documentId" | "userId" | "state" | "revision" | "submittedAt">;

/**
 * Clusters of these documents of a project with whether they are settled. `annotators` says who read what, for filters by
 * annotator.
 */
export async function readReviewFacts(
  tx: Tx,
  projectId: string,
  documents: readonly { id: string; position: number; assignments: readonly AssignmentRow[] }[],
  codebook: CodebookVersion,
  nameOf: (assignment: AssignmentRow) => string,
): Promise<DocumentFacts[]> {
  const rulingsOf = new Map<string, rows.Ruling[]>(documents.map(({ id }) => [id, []]));
  for (const ruling of await tx.ruling.findMany({ where: { document: { projectId }, deletedAt: null } })) {
    rulingsOf.get(ruling.documentId)?.push(ruling);
  }
  const groupsOf = new Map<string, { id: string; memberIds: string[] }[]>();
  const groups = await tx.clusterGroup.findMany({
    where: { document: { projectId }, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  for (const { id, documentId, memberIds } of groups) {
    groupsOf.set(documentId, [...(groupsOf.get(documentId) ?? []), { id, memberIds: memberIds as string[] }]);
  }
  const threadsOf = await readOpenThreads(tx, { document: { projectId } });
  const facts: DocumentFacts[] = [];
  for (const { id, position, assignments } of documents) {
    const finished = assignments
      .filter(({ state }) => state === "submitted")
      .sort((a, b) => Number(a.submittedAt) - Number(b.submittedAt) || (a.id < b.id ? -1 : 1));
    const clusters = await standingClusters(tx, id, { finished, groups: groupsOf.get(id) ?? [] }, codebook);
    facts.push({
      id,
      position,
      annotators: Object.fromEntries(finished.map((assignment) => [assignment.id, nameOf(assignment)])),
      assigned: assignments.length,
      finished: finished.length,
      clusters: withThreads(withRulings(clusters, rulingsOf.get(id) ?? []), threadsOf.get(id) ?? []),
    });
  }
  return facts;
}

async function standingClusters(
  tx: Tx,
  documentId: string,
  { finished, groups }: { finished: readonly AssignmentRow[]; groups: readonly { id: string; memberIds: string[] }[] },
  codebook: CodebookVersion,
): Promise<readonly StandingFacts[]> {
  const readingsKey = finished.map(({ id, revision }) => `${id}:${revision}`);
  const key = [codebook.id, ...readingsKey, ...groups.map(({ id }) => id)].join(" ");
  const known = kept.get(documentId);
  if (known?.key === key) return known.clusters;
  const statements = await readStatements(
    tx,
    finished.map(({ id }) => id),
  );
  const readings = finished.map(({ id }) => ({ assignmentId: id, statements: statements.get(id) ?? [] }));
  const byId = new Map(readings.flatMap((reading) => reading.statements.map((one) => [one.id, one] as const)));
  const byHand = groups.map(({ memberIds }) => memberIds);
  const clusters = findClusters(readings, codebook.content, byHand).map((cluster): StandingFacts => {
    const members = cluster.members.flatMap(({ statementId }) => byId.get(statementId) ?? []);
    return {
      ...cluster,
      unsure: members.some(({ confidence }) => confidence === "unsure"),
      speakerIds: [...new Set(members.flatMap(({ speakerId }) => speakerId ?? []))],
      targetIds: [...new Set(members.flatMap(({ stances }) => stances.map(({ targetId }) => targetId)))],
      quote: spansInRole(members[0]?.spans ?? [], "content")[0]?.quote.slice(0, 240) ?? "",
      revisions: new Map(members.map(({ id, revision }) => [id, revision])),
    };
  });
  kept.delete(documentId);
  kept.set(documentId, { key, clusters });
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return clusters;
}

function withThreads(
  clusters: readonly Omit<ClusterFacts, "openThreads" | "answers">[],
  threads: readonly OpenThread[],
): ClusterFacts[] {
  const placed = placeThreads(clusters, threads);
  return clusters.map((cluster) => {
    const here = threads.filter(({ id }) => placed.get(id) === cluster.id);
    return { ...cluster, openThreads: here.length, answers: here.filter(({ isAnswer }) => isAnswer).length };
  });
}

function withRulings(clusters: readonly StandingFacts[], rulings: readonly rows.Ruling[]) {
  const clusterOf = clusterOfStatement(clusters);
  const revisions = new Map(clusters.flatMap((cluster) => [...cluster.revisions]));
  const settled = new Set<string>();
  const touched = new Set<string>();
  for (const ruling of rulings) {
    const memberIds = ruling.memberIds as string[];
    if (isStale(ruling, clusterOf, revisions)) for (const id of memberIds) touched.add(id);
    else for (const id of memberIds) settled.add(clusterOf.get(id)?.id ?? "");
  }
  return clusters.map(({ revisions: _revisions, ...cluster }) => ({
    ...cluster,
    settled: settled.has(cluster.id),
    stale: !settled.has(cluster.id) && cluster.members.some(({ statementId }) => touched.has(statementId)),
  }));
}
