import type * as rows from "@/prisma/generated/sqlite/client";

/**
 * A ruling is stale when its cluster is no longer there as it was ruled on, or a member was changed since. One on what all
 * readings missed has no member and stays. `clusters` are ids of those there are, `revisions` those of their members.
 */
export function isStale(
  { memberIds, memberRevisions }: Pick<rows.Ruling, "memberIds" | "memberRevisions">,
  clusters: ReadonlySet<string>,
  revisions: ReadonlyMap<string, number>,
): boolean {
  const ids = memberIds as string[];
  const ruledOn = memberRevisions as Record<string, number>;
  return ids.length > 0 && (!clusters.has(ids.join("+")) || ids.some((id) => revisions.get(id) !== ruledOn[id]));
}
