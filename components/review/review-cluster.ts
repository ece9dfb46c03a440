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
  return view.clusters.map((cluster, index) => {
    const found = view.readings.map((reading) => {
      const member = cluster.members.find((one) => one.assignmentId === reading.assignmentId);
      return reading.statements.find((statement) => statement.id === member?.statementId) ?? null;
    });
    const statements = found.filter((statement) => statement !== null);
    const touching = view.rulings.filter((ruling) => statements.some(({ id }) => ruling.memberIds.includes(id)));
    const ruling = touching.find((one) => !one.stale && [...one.memberIds].sort().join("+") === cluster.id) ?? null;
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
  const distance = (other: ReviewCluster) => Math.max(other.start - cluster.end, cluster.start - other.end);
  return clusters
    .filter((other) => other.id !== cluster.id && other.found.every((one, index) => !one || !cluster.found[index]))
    .sort((a, b) => distance(a) - distance(b) || a.number - b.number);
}

/** Gold that no reading has: what all of them missed, as it was ruled. */
export function listAdded(view: ReviewView): { ruling: Ruling; statement: Statement }[] {
  return view.rulings.flatMap((ruling) => {
    const statement = view.gold.statements.find(({ id }) => id === ruling.goldStatementId);
    return ruling.memberIds.length === 0 && statement ? [{ ruling, statement }] : [];
  });
}

export type ClusterFilter = "all" | "open" | Disagreement["kind"];

export function matches(filter: ClusterFilter, { disagreements, ruling }: ReviewCluster): boolean {
  if (filter === "all") return true;
  if (filter === "open") return ruling === null;
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
