import type { ReviewTravel, ReviewTravelled } from "@/domain/contract/review-steps";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict } from "@/server/http-error";
import { findReviewChange, planReversal } from "@/server/queries/read-review-steps";
import { currentCodebook } from "@/server/rows/codebook-of";
import { performOnce } from "./perform-once";
import { repeatGroups, revertGroups } from "./regroup-clusters";
import { refuseLeased } from "./review-lease";
import { holdReview, restore, settle, withdraw } from "./write-ruling";

/**
 * Takes back what the caller did last in the review of a document, or does it again: rulings that it replaced stand again.
 * Errors: 404, 403, 409 leased, own_reading_unfinished or overtaken (it is not theirs to take back, or others have changed
 * the same since).
 */
export function travelReview(actor: Actor, documentId: string, input: ReviewTravel): Promise<ReviewTravelled> {
  const { operationId, relation } = input;
  const operation = {
    actor,
    operationId,
    action: relation.kind === "reverts" ? "review.undone" : "review.redone",
    subjectType: "document",
    subjectId: documentId,
    relation,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openDocument(tx, actor, documentId, "document.rule");
    const codebook = await currentCodebook(tx, project.id);
    await refuseLeased(tx, actor, documentId, now);
    await holdReview(tx, documentId, now);
    const change = await findReviewChange(tx, project, actor, { documentId, ...relation });
    const plan = change && (await planReversal(tx, documentId, change));
    if (!change || !plan) throw conflict("overtaken", "It was changed since; look at what stands there now.");
    const { groups, step } = change;
    const grouped =
      groups &&
      (await (groups.up ? revertGroups : repeatGroups)(tx, documentId, step.operationId, { operationId, now }));
    for (const ruling of plan.end) await withdraw(tx, ruling, now);
    for (const ruling of plan.restore) await restore(tx, ruling);
    await settle(tx, project, documentId, codebook, now);
    const about = [...plan.restore, ...plan.end].flatMap(({ memberIds }) => memberIds as string[]);
    const answer: ReviewTravelled = {
      documentId,
      kind: step.kind,
      ended: plan.end.map(({ id }) => id),
      restored: plan.restore.map(({ id }) => id),
      statementId: (grouped?.flat() ?? about)[0] ?? null,
    };
    return { project, before: null, answer };
  });
}
