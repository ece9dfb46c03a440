import type { CommentSaved, ReplyInput, ThreadInput } from "@/domain/contract/discussion";
import { openComment, openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { performOnce } from "../perform-once";
import { writeComment } from "./write-comment";

/**
 * Opens a thread on a cluster. Errors: 404, 403, 409 own_reading_unfinished or cluster_changed where a statement is in no
 * finished reading any more, 422 unknown_person.
 */
export function openThread(actor: Actor, documentId: string, input: ThreadInput): Promise<CommentSaved> {
  const { operationId, id, text } = input;
  const operation = {
    actor,
    operationId,
    action: "comment.opened",
    subjectType: "comment",
    subjectId: id,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openDocument(tx, actor, documentId, "discussion.write");
    const memberIds = [...new Set(input.statementIds)].sort();
    await refuseGone(tx, documentId, memberIds);
    const comment = await writeComment(tx, { project, documentId, actor, now, id, text, place: { memberIds } });
    return { project, before: null, answer: { threadId: id, comment } };
  });
}

/** Replies in an open thread. Errors: 404, 403, 409 own_reading_unfinished or thread_resolved, 422 unknown_person. */
export function reply(actor: Actor, commentId: string, input: ReplyInput): Promise<CommentSaved> {
  const { operationId, id, text } = input;
  const operation = {
    actor,
    operationId,
    action: "comment.replied",
    subjectType: "comment",
    subjectId: id,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document, head } = await openComment(tx, actor, commentId, "discussion.write");
    // Written as it was, so that whoever resolves it at the same moment waits.
    const { count } = await tx.comment.updateMany({
      where: { id: head.id, resolvedAt: null },
      data: { resolvedAt: null },
    });
    if (count === 0) {
      throw conflict("thread_resolved", "This thread was resolved meanwhile; open it again to reply.");
    }
    const place = { threadId: head.id };
    const comment = await writeComment(tx, { project, documentId: document.id, actor, now, id, text, place });
    return { project, before: null, answer: { threadId: head.id, comment } };
  });
}

/** A thread is about statements of finished readings; how they lie in clusters may be another way by now. */
async function refuseGone(tx: Tx, documentId: string, statementIds: readonly string[]): Promise<void> {
  const present = await tx.statement.count({
    where: {
      id: { in: [...statementIds] },
      deletedAt: null,
      assignment: { documentId, kind: "annotation", state: "submitted" },
    },
  });
  if (present === statementIds.length) return;
  throw conflict("cluster_changed", "The statements of this cluster changed meanwhile; look at them again.");
}
