import type { RulingDeleted } from "@/domain/contract/review";
import type { Move } from "@/domain/contract/work";
import { openRuling } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { performOnce } from "./perform-once";
import { refuseLeased } from "./review-lease";
import { holdReview, settle, withdraw } from "./write-ruling";

/** Withdraws a ruling: its cluster is open again. Errors: 404, 403, 409 leased, stale_revision. */
export function withdrawRuling(actor: Actor, rulingId: string, input: Move): Promise<RulingDeleted> {
  const { operationId, revision } = input;
  const operation = {
    actor,
    operationId,
    action: "ruling.withdrawn",
    subjectType: "ruling",
    subjectId: rulingId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document, ruling } = await openRuling(tx, actor, rulingId, "document.rule");
    await refuseLeased(tx, actor, document.id, now);
    await holdReview(tx, document.id, now);
    const { count } = await tx.ruling.updateMany({
      where: { id: rulingId, revision, deletedAt: null },
      data: { updatedAt: now },
    });
    if (count === 0) throw conflict("stale_revision", "The ruling was changed or withdrawn meanwhile.");
    await withdraw(tx, ruling, now);
    await settle(tx, project, document.id, await currentCodebook(tx, project.id), now);
    return { project, before: { ruling }, answer: { id: rulingId, revision: revision + 1 } };
  });
}
