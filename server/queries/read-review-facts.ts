import { setImmediate as othersFirst } from "node:timers/promises";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { placeThreads } from "@/domain/discussion/place-threads";
import { findLeads } from "@/domain/review/cluster-weight";
import { findClusters } from "@/domain/review/find-clusters";
import { differingPairs, type QueueCluster, type QueueDocument } from "@/domain/review/queue";
import { clusterOfStatement } from "@/domain/review/settles";
import { readClusters, type StandingCluster, writeClusters } from "@/domain/review/standing-cluster";
import type { Statement } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import { type Db, database } from "@/server/database/client";
import { perProcess } from "@/server/per-process";
import {
  type KeptClustersRow,
  type QueueAssignment,
  type QueueRuling,
  type QueueStatement,
  readKeptClusters,
  readQueueRulings,
  readQueueStatements,
  writeKeptClusters,
} from "@/server/rows/queue-rows";
import { type OpenThread, readOpenThreads } from "./discussion/read-open-threads";
import { isStale } from "./ruling-state";

/** What the queue knows of a document: all of it but what changes with each ruling is kept, also for the next start. */
export interface DocumentFacts extends QueueDocument<ClusterFacts> {
  assigned: number;
  finished: number;
}

export type ClusterFacts = QueueCluster & Pick<StandingCluster, "quote">;

/** Finished readings cannot change: which of them there are, and what was put together, says what their clusters are. */
interface Kept {
  fingerprint: string;
  clusters: readonly StandingCluster[];
}

// A project of a thousand documents, several times over.
const MOST_KEPT = 5000;
/** Documents whose statements are read at once. */
const STEP = 50;
/** Of the text that clusters are kept as; what was written as another is made anew. */
const FORMAT = 1;

const state = perProcess("review-facts", () => ({ kept: new Map<string, Kept>(), stored: Promise.resolve() }));

interface ReadDocument {
  id: string;
  position: number;
  assignments: readonly QueueAssignment[];
}

/**
 * Clusters of these documents of a project with whether they are settled. `annotators` says who read what, for filters by
 * annotator.
 */
export async function readReviewFacts(
  projectId: string,
  documents: readonly ReadDocument[],
  codebook: CodebookVersion,
  nameOf: (assignment: QueueAssignment) => string,
): Promise<DocumentFacts[]> {
  const db = database();
  const rulingsOf = new Map<string, QueueRuling[]>(documents.map(({ id }) => [id, []]));
  for (const ruling of await readQueueRulings(db, projectId)) rulingsOf.get(ruling.documentId)?.push(ruling);
  const threadsOf = await readOpenThreads(db, { document: { projectId } });
  const standing = await standingClusters(db, projectId, documents, codebook);
  return documents.map(({ id, position, assignments }): DocumentFacts => {
    const finished = assignments.filter((one) => one.state === "submitted");
    const clusters = withRulings(standing.get(id) ?? [], rulingsOf.get(id) ?? []);
    return {
      id,
      position,
      annotators: Object.fromEntries(finished.map((assignment) => [assignment.id, nameOf(assignment)])),
      assigned: assignments.length,
      finished: finished.length,
      clusters: withThreads(clusters, threadsOf.get(id) ?? []),
    };
  });
}

/** When everything that was to be kept is, or cannot be. */
export function clustersStored(): Promise<void> {
  return state.stored;
}

/** Forgets all that was read, as a new start does. */
export function forgetClusters(): void {
  state.kept.clear();
}

async function standingClusters(
  db: Db,
  projectId: string,
  documents: readonly ReadDocument[],
  codebook: CodebookVersion,
): Promise<ReadonlyMap<string, readonly StandingCluster[]>> {
  const groupsOf = new Map<string, { id: string; memberIds: string[] }[]>();
  const groups = await db.clusterGroup.findMany({
    where: { document: { projectId }, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  for (const { id, documentId, memberIds } of groups) {
    groupsOf.set(documentId, [...(groupsOf.get(documentId) ?? []), { id, memberIds: memberIds as string[] }]);
  }
  const wanted = documents.map(({ id, assignments }) => {
    const finished = assignments.filter((one) => one.state === "submitted");
    const own = groupsOf.get(id) ?? [];
    const parts = [
      FORMAT,
      codebook.id,
      ...finished.map((one) => `${one.id}:${one.revision}`),
      ...own.map((one) => one.id),
    ];
    return { id, finished, groups: own.map(({ memberIds }) => memberIds), fingerprint: parts.join(" ") };
  });
  const isKnown = ({ id, fingerprint }: (typeof wanted)[number]) => state.kept.get(id)?.fingerprint === fingerprint;
  const unknown = wanted.filter((one) => !isKnown(one));
  if (unknown.length > 0) takeKept(await readKeptClusters(db, projectId), unknown);

  const missing = unknown.filter((one) => !isKnown(one));
  for (let from = 0; from < missing.length; from += STEP) {
    const step = missing.slice(from, from + STEP);
    const statements = await readQueueStatements(
      db,
      step.map(({ id }) => id),
    );
    for (const { id, finished, groups: byHand, fingerprint } of step) {
      const readings = finished.map((one) => ({ assignmentId: one.id, statements: statements.get(one.id) ?? [] }));
      keep(id, { fingerprint, clusters: describeClusters(readings, codebook, byHand) });
    }
    // Others' requests go on in between.
    await othersFirst();
  }
  const found = new Map(wanted.map(({ id }) => [id, state.kept.get(id)?.clusters ?? []] as const));
  store(
    db,
    missing.map(({ id, fingerprint }) => ({ documentId: id, fingerprint, clusters: found.get(id) ?? [] })),
  );
  return found;
}

function takeKept(rows: readonly KeptClustersRow[], wanted: readonly { id: string; fingerprint: string }[]): void {
  const rowOf = new Map(rows.map((row) => [row.documentId, row]));
  for (const { id, fingerprint } of wanted) {
    const row = rowOf.get(id);
    if (row?.fingerprint !== fingerprint) continue;
    try {
      keep(id, { fingerprint, clusters: readClusters(row.clusters) });
    } catch {
      // Somebody damaged it: then it is made anew.
    }
  }
}

function keep(documentId: string, one: Kept): void {
  const { kept } = state;
  kept.delete(documentId);
  kept.set(documentId, one);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}

/** Keeps clusters for the next start. Whoever asked for them need not wait for it. */
function store(
  db: Db,
  made: readonly { documentId: string; fingerprint: string; clusters: readonly StandingCluster[] }[],
) {
  if (made.length === 0) return;
  state.stored = state.stored.then(async () => {
    for (let from = 0; from < made.length; from += STEP) {
      await othersFirst();
      const step = made.slice(from, from + STEP).map((one) => ({ ...one, clusters: writeClusters(one.clusters) }));
      try {
        await writeKeptClusters(db, step);
      } catch {
        // What cannot be kept is made again at the next start; nothing else depends on it.
        return;
      }
    }
  });
}

function describeClusters(
  readings: readonly { assignmentId: string; statements: readonly QueueStatement[] }[],
  codebook: CodebookVersion,
  byHand: readonly (readonly string[])[],
): StandingCluster[] {
  const byId = new Map(readings.flatMap(({ statements }) => statements.map((one) => [one.id, one] as const)));
  const order = readings.map(({ assignmentId }) => assignmentId);
  // Of a statement no more is compared than was read.
  const compared = readings as readonly { assignmentId: string; statements: readonly Statement[] }[];
  return findClusters(compared, codebook.content, byHand).map((cluster) => {
    const members = cluster.members.flatMap(({ statementId }) => byId.get(statementId) ?? []);
    return {
      ...cluster,
      leads: findLeads(cluster.disagreements),
      pairs: differingPairs(cluster.disagreements, order),
      unsure: members.some(({ confidence }) => confidence === "unsure"),
      speakerIds: [...new Set(members.flatMap(({ speakerId }) => speakerId ?? []))],
      targetIds: [...new Set(members.flatMap(({ stances }) => stances.map(({ targetId }) => targetId)))],
      quote: spansInRole(members[0]?.spans ?? [], "content")[0]?.quote.slice(0, 240) ?? "",
      revisions: new Map(members.map(({ id, revision }) => [id, revision])),
    };
  });
}

function withThreads(
  clusters: readonly Omit<ClusterFacts, "openThreads" | "answers">[],
  threads: readonly OpenThread[],
): ClusterFacts[] {
  if (threads.length === 0) return clusters.map((cluster) => ({ ...cluster, openThreads: 0, answers: 0 }));
  const placed = placeThreads(clusters, threads);
  return clusters.map((cluster) => {
    const here = threads.filter(({ id }) => placed.get(id) === cluster.id);
    return { ...cluster, openThreads: here.length, answers: here.filter(({ isAnswer }) => isAnswer).length };
  });
}

function withRulings(clusters: readonly StandingCluster[], rulings: readonly QueueRuling[]) {
  const settled = new Set<string>();
  const touched = new Set<string>();
  if (rulings.length > 0) {
    const clusterOf = clusterOfStatement(clusters);
    const revisions = new Map(clusters.flatMap((cluster) => [...cluster.revisions]));
    for (const ruling of rulings) {
      const { memberIds } = ruling;
      if (isStale(ruling, clusterOf, revisions)) for (const id of memberIds) touched.add(id);
      else for (const id of memberIds) settled.add(clusterOf.get(id)?.id ?? "");
    }
  }
  return clusters.map(({ revisions: _revisions, ...cluster }) => ({
    ...cluster,
    settled: settled.has(cluster.id),
    stale: !settled.has(cluster.id) && cluster.members.some(({ statementId }) => touched.has(statementId)),
  }));
}
