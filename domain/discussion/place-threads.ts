/** What says to which cluster a thread belongs. */
export interface PlacedThread {
  id: string;
  /** The cluster's statements when the thread was opened. */
  statementIds: readonly string[];
}

interface ClusterOfStatements {
  id: string;
  members: readonly { statementId: string }[];
}

/**
 * The cluster of each thread (thread id -> cluster id): the one that has most of the statements it was opened on, of equal
 * ones the first. So a thread goes along when its cluster is put together with another, and is in one place only. A thread
 * none of whose statements is in a cluster now has none.
 */
export function placeThreads(
  clusters: readonly ClusterOfStatements[],
  threads: readonly PlacedThread[],
): Map<string, string> {
  const places = new Map<string, number>();
  for (const [place, { members }] of clusters.entries()) {
    for (const { statementId } of members) places.set(statementId, place);
  }
  const placed = new Map<string, string>();
  for (const { id, statementIds } of threads) {
    const counts = new Map<number, number>();
    for (const statementId of statementIds) {
      const place = places.get(statementId);
      if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
    const cluster = best && clusters[best[0]];
    if (cluster) placed.set(id, cluster.id);
  }
  return placed;
}
