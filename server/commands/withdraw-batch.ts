import type { BatchWithdrawn } from "@/domain/contract/review";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { notFound } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { performOnce } from "./perform-once";
import { refuseLeased } from "./review-lease";
import { holdReview, settle, withdraw } from "./write-ruling";

/**
 * Withdraws every ruling that one action made and that still stands, as a whole: what was ruled otherwise since is kept.
 * Errors: 404 also where none stands, 403, 409 leased (a document of them is with another reviewer) or
 * own_reading_unfinished.
 */
export function withdrawBatch(actor: Actor, batchId: string, operationId: string): Promise<BatchWithdrawn> {
  const operation = {
    actor,
    operationId,
    action: "ruling.batch_withdrawn",
    subjectType: "ruling",
    subjectId: batchId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const rulings = await tx.ruling.findMany({ where: { batchId, deletedAt: null }, orderBy: { documentId: "asc" } });
    const documents = [...new Set(rulings.map(({ documentId }) => documentId))];
    const [first] = documents;
    if (!first) throw notFound();
    const { project } = await openDocument(tx, actor, first, "document.rule");
    const codebook = await currentCodebook(tx, project.id);
    for (const documentId of documents) {
      await openDocument(tx, actor, documentId, "document.rule");
      await refuseLeased(tx, actor, documentId, now);
      await holdReview(tx, documentId, now);
      for (const ruling of rulings) if (ruling.documentId === documentId) await withdraw(tx, ruling, now);
      await settle(tx, project, documentId, codebook, now);
    }
    const answer = { batchId, rulings: rulings.length, documents };
    return { project, before: { rulings: rulings.map(({ id }) => id) }, answer };
  });
}
