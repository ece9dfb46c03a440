import type { Cluster } from "./cluster";

/** Statement id -> its cluster. */
export function clusterOfStatement<C extends Pick<Cluster, "members">>(clusters: readonly C[]): ReadonlyMap<string, C> {
  return new Map(
    clusters.flatMap((cluster) => cluster.members.map(({ statementId }) => [statementId, cluster] as const)),
  );
}

/**
 * The clusters that a ruling on these statements settles: they must be all of one cluster, or of several that cannot be one
 * because of each two some reading has a statement in both, as where one annotator has in two statements what another has
 * in one. Null where they are not: also where what was one cluster was taken apart.
 */
export function settledClusters<C extends Pick<Cluster, "members">>(
  memberIds: readonly string[],
  clusterOf: ReadonlyMap<string, C>,
): ReadonlySet<C> | null {
  const clusters = new Set<C>();
  for (const id of memberIds) {
    const cluster = clusterOf.get(id);
    if (!cluster) return null;
    clusters.add(cluster);
  }
  const all = [...clusters].reduce((sum, { members }) => sum + members.length, 0);
  const isWhole = all === new Set(memberIds).size;
  const list = [...clusters];
  return isWhole && list.every((one, at) => list.slice(at + 1).every((other) => shareReading(one, other)))
    ? clusters
    : null;
}

function shareReading(one: Pick<Cluster, "members">, other: Pick<Cluster, "members">): boolean {
  const readings = new Set(one.members.map(({ assignmentId }) => assignmentId));
  return other.members.some(({ assignmentId }) => readings.has(assignmentId));
}
