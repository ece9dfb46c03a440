import type { AnswerSaved, ReplyInput } from "@/domain/contract/discussion";
import { openOwnRuling } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict } from "@/server/http-error";
import { readSettledReview, toAnswer } from "@/server/queries/discussion/get-own-rulings";
import { performOnce } from "../perform-once";
import { holdReview } from "../write-ruling";

/**
 * Keeps what an annotator has to say to a ruling on their statement, once; a later ruling can be answered anew. Errors:
 * 404 also for a ruling on others' statements only, 409 own_reading_unfinished, not_settled, ruling_gone, or with the
 * answer there is answered_already.
 */
export function answerRuling(actor: Actor, rulingId: string, input: ReplyInput): Promise<AnswerSaved> {
  const { operationId, id, text } = input;
  const operation = {
    actor,
    operationId,
    action: "ruling.answered",
    subjectType: "comment",
    subjectId: id,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const opening = await openOwnRuling(tx, actor, rulingId, "ruling.answer");
    const { project, document, statementId } = opening;
    await holdReview(tx, document.id, now);
    const { rulings } = await readSettledReview(tx, opening);
    const ruling = rulings.find((one) => one.id === rulingId);
    if (!ruling) throw conflict("ruling_gone", "This was ruled otherwise meanwhile; look at the ruling there is now.");
    const key = { rulingId, authorId: actor.userId };
    const earlier = await tx.comment.findUnique({ where: { rulingId_authorId: key } });
    if (earlier) {
      throw conflict(
        "answered_already",
        "You have answered this ruling; each can be answered once.",
        toAnswer(earlier),
      );
    }
    const place = { documentId: document.id, statementId, memberIds: ruling.memberIds };
    const row = await tx.comment.create({ data: { id, ...key, ...place, text, createdAt: now } });
    return { project, before: null, answer: { rulingId, answer: toAnswer(row) } };
  });
}
