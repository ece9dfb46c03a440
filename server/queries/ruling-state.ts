import type { Cluster } from "@/domain/review/cluster";
import { settledClusters } from "@/domain/review/settles";
import type * as rows from "@/prisma/generated/sqlite/client";

/**
 * A ruling is stale when the clusters that it was made on do not lie as they did, or a member was changed since. One on what
 * all readings missed has no member and stays. `clusterOf`: the clusters there are, by statement; `revisions` those of their
 * members.
 */
export function isStale(
  { memberIds, memberRevisions }: Pick<rows.Ruling, "memberIds" | "memberRevisions">,
  clusterOf: ReadonlyMap<string, Pick<Cluster, "members">>,
  revisions: ReadonlyMap<string, number>,
): boolean {
  const ids = memberIds as string[];
  const ruledOn = memberRevisions as Record<string, number>;
  return settledClusters(ids, clusterOf) === null || ids.some((id) => revisions.get(id) !== ruledOn[id]);
}
