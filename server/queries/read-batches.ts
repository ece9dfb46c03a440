import type { ReviewQueue } from "@/domain/contract/review-queue";
import type { Tx } from "@/server/database/client";
import type { QueueFacts } from "./read-queue-facts";

const LATEST = 5;

/**
 * Actions that ruled on many clusters at once and still stand, the latest first. One that ruled on a document which the
 * caller may not look at yet is left out: its count would tell of the readings.
 */
export async function readBatches(
  tx: Tx,
  projectId: string,
  { closed }: Pick<QueueFacts, "closed">,
): Promise<ReviewQueue["batches"]> {
  const standing = { batchId: { not: null }, deletedAt: null, document: { projectId } };
  const hidden = closed.map(({ row }) => row.id);
  const batches = await tx.ruling.groupBy({
    by: ["batchId"],
    where: standing,
    _count: true,
    _max: { createdAt: true, reason: true },
    orderBy: { _max: { createdAt: "desc" } },
  });
  const touching = await tx.ruling.findMany({
    where: { ...standing, documentId: { in: hidden } },
    distinct: ["batchId"],
    select: { batchId: true },
  });
  const closedBatches = new Set(touching.map(({ batchId }) => batchId));
  return batches
    .flatMap(({ batchId, _count, _max }) =>
      batchId && _max.createdAt && !closedBatches.has(batchId)
        ? { batchId, rulings: _count, reason: _max.reason ?? "", at: _max.createdAt.toISOString() }
        : [],
    )
    .slice(0, LATEST);
}
