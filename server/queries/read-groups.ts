import type { Tx } from "@/server/database/client";

/** What reviewers put together or apart in a document, in the order they did: sets of statement ids. */
export async function readGroups(tx: Tx, documentId: string): Promise<string[][]> {
  const rows = await tx.clusterGroup.findMany({
    where: { documentId, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => row.memberIds as string[]);
}
