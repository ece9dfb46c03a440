import type { ReviewView, Ruling } from "@/domain/contract/review";
import type { Cluster, Disagreement } from "@/domain/review/cluster";
import type { Statement } from "@/domain/statement/statement";

/** A cluster joined with its statements and rulings. */
export interface ReviewCluster extends Cluster {
  /** Place in reading order, from 1. */
  number: number;
  /** The readings' statements, in the order of the readings; null where a reading has none here. */
  found: (Statement | null)[];
  /** The statements alone, in the same order. */
  statements: Statement[];
  /** Every ruling on any of its statements: a new one replaces them. */
  touching: Ruling[];
  /** The ruling that settles it. */
  ruling: Ruling | null;
  /** A ruling on some of these statements as they were before one changed. */
  outdated: Ruling | null;
  gold: Statement | null;
}

/** The clusters of a review in reading order. */
export function listReviewClusters(view: ReviewView): ReviewCluster[] {
  const gold = new Map(view.gold.statements.map((statement) => [statement.id, statement]));
  const byId = new Map(view.readings.flatMap(({ statements }) => statements.map((one) => [one.id, one] as const)));
  const rulingsOn = new Map<string, Ruling[]>();
  for (const ruling of view.rulings) {
    for (const id of ruling.memberIds) rulingsOn.set(id, [...(rulingsOn.get(id) ?? []), ruling]);
  }
  return view.clusters.map((cluster, index) => {
    const memberOf = new Map(cluster.members.map((one) => [one.assignmentId, one.statementId]));
    const found = view.readings.map(({ assignmentId }) => byId.get(memberOf.get(assignmentId) ?? "") ?? null);
    const statements = found.filter((statement) => statement !== null);
    const touching = [...new Set(statements.flatMap(({ id }) => rulingsOn.get(id) ?? []))];
    // It may be on other clusters as well.
    const ruling =
      touching.find((one) => !one.stale && statements.every(({ id }) => one.memberIds.includes(id))) ?? null;
    return {
      ...cluster,
      number: index + 1,
      found,
      statements,
      touching,
      ruling,
      outdated: ruling ? null : (touching[0] ?? null),
      gold: gold.get(ruling?.goldStatementId ?? "") ?? null,
    };
  });
}

/** Rulings whose statements are in no finished reading any more: nothing on the screen stands for them. */
export function listOrphans(view: ReviewView, clusters: readonly ReviewCluster[]): Ruling[] {
  const present = new Set(clusters.flatMap(({ statements }) => statements.map(({ id }) => id)));
  return view.rulings.filter(({ memberIds }) => memberIds.length > 0 && !memberIds.some((id) => present.has(id)));
}

/** All finished readings have it and none differs: it can be accepted with the others in one action. */
export function isAgreed({ statements, disagreements }: ReviewCluster): boolean {
  return statements.length > 1 && disagreements.length === 0;
}

/** Clusters that could be one with this: of no reading do both have a statement. The nearest in the text first. */
export function mergeable(cluster: ReviewCluster, clusters: readonly ReviewCluster[]): ReviewCluster[] {
  return nearest(cluster, clusters).filter((other) => other.found.every((one, index) => !one || !cluster.found[index]));
}

function nearest(cluster: ReviewCluster, clusters: readonly ReviewCluster[]): ReviewCluster[] {
  const distance = (other: ReviewCluster) => Math.max(other.start - cluster.end, cluster.start - other.end);
  return clusters
    .filter(({ id }) => id !== cluster.id)
    .sort((a, b) => distance(a) - distance(b) || a.number - b.number);
}

/**
 * Clusters that can be ruled on together with this one and with those that already are: no two of them can be one, as some
 * reading has a statement in both. The nearest in the text first.
 */
export function joinable(
  cluster: ReviewCluster,
  together: readonly ReviewCluster[],
  clusters: readonly ReviewCluster[],
): ReviewCluster[] {
  return nearest(cluster, clusters).filter(
    (other) =>
      !together.some(({ id }) => id === other.id) &&
      [cluster, ...together].every((one) => one.found.some((statement, index) => statement && other.found[index])),
  );
}

/** The clusters that are ruled on together with this one, as the ruling on it says. */
export function ruledTogether(cluster: ReviewCluster, clusters: readonly ReviewCluster[]): ReviewCluster[] {
  const { ruling } = cluster;
  if (!ruling || ruling.memberIds.length === cluster.statements.length) return [];
  return clusters.filter((other) => other.id !== cluster.id && other.ruling?.id === ruling.id);
}

/** A cluster with the statements of others, and with the rulings on them: what a ruling on all of them is about. */
export function withOthers(cluster: ReviewCluster, others: readonly ReviewCluster[]): ReviewCluster {
  if (others.length === 0) return cluster;
  const all = [cluster, ...others];
  return {
    ...cluster,
    statements: all.flatMap(({ statements }) => statements),
    touching: [...new Map(all.flatMap(({ touching }) => touching).map((ruling) => [ruling.id, ruling])).values()],
  };
}

/** Gold that no reading has: what all of them missed, as it was ruled. */
export function listAdded(view: ReviewView): { ruling: Ruling; statement: Statement }[] {
  return view.rulings.flatMap((ruling) => {
    const statement = view.gold.statements.find(({ id }) => id === ruling.goldStatementId);
    return ruling.memberIds.length === 0 && statement ? [{ ruling, statement }] : [];
  });
}

export type ClusterFilter = "all" | "open" | "discussed" | Disagreement["kind"];

/** `openThreads`: clusters with threads that nobody has resolved. */
export function matches(
  filter: ClusterFilter,
  { id, disagreements, ruling }: ReviewCluster,
  openThreads: ReadonlyMap<string, number>,
): boolean {
  if (filter === "all") return true;
  if (filter === "open") return ruling === null;
  if (filter === "discussed") return openThreads.has(id);
  return disagreements.some((disagreement) => disagreement.kind === filter);
}

/** The next cluster without a ruling after this one, from the top again at the end; null when all are settled. */
export function nextOpen(clusters: readonly ReviewCluster[], afterId: string): ReviewCluster | null {
  const at = clusters.findIndex((one) => one.id === afterId);
  return [...clusters.slice(at + 1), ...clusters.slice(0, Math.max(at, 0))].find((one) => one.ruling === null) ?? null;
}

/** What a reading is called on the screen: A, B, C, … in the order of finishing. */
export function readingLetter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}

/** A reading by its letter; one that is not there any more is somebody's. */
export function nameReading(readings: readonly { assignmentId: string }[], assignmentId: string): string {
  const index = readings.findIndex((reading) => reading.assignmentId === assignmentId);
  return index < 0 ? "A reading taken back" : `Reading ${readingLetter(index)}`;
}
