import * as z from "zod";
import { Ruling, type RulingDeleted } from "@/domain/contract/review";
import type { Move } from "@/domain/contract/work";
import type * as rows from "@/prisma/generated/sqlite/client";
import { openRuling } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { freeOf } from "@/server/queries/read-review-steps";
import { currentCodebook } from "@/server/rows/codebook-of";
import { performOnce } from "./perform-once";
import { refuseLeased } from "./review-lease";
import { holdReview, restore, settle, withdraw } from "./write-ruling";

/** Withdraws a ruling: one that it replaced stands again, else its cluster is open. Errors: 404, 403, 409 leased, stale_revision. */
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
    const replaced = await findReplaced(tx, ruling);
    for (const one of replaced) await restore(tx, one);
    await settle(tx, project, document.id, await currentCodebook(tx, project.id), now);
    return {
      project,
      before: { ruling },
      answer: { id: rulingId, revision: revision + 1, restored: replaced.map(({ id }) => id) },
    };
  });
}

/** What a ruling replaced when it was made, as far as nobody has ruled on it otherwise since. */
async function findReplaced(tx: Tx, { id, documentId }: Pick<rows.Ruling, "id" | "documentId">) {
  const made = await tx.event.findFirst({ where: { subjectId: id, action: "ruling.made" } });
  const { data } = z.object({ replaced: z.array(Ruling.pick({ id: true })) }).safeParse(made?.before);
  if (!data) return [];
  const ids = data.replaced.map((one) => one.id);
  const ended = await tx.ruling.findMany({ where: { documentId, id: { in: ids }, deletedAt: { not: null } } });
  return freeOf(ended, await tx.ruling.findMany({ where: { documentId, deletedAt: null } }));
}
