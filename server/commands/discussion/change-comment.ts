import type { CommentSaved, CommentUpdate } from "@/domain/contract/discussion";
import type { Move } from "@/domain/contract/work";
import type * as rows from "@/prisma/generated/sqlite/client";
import { openComment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { conflict, forbidden } from "@/server/http-error";
import { performOnce } from "../perform-once";
import { readComment, writeMentions } from "./write-comment";

/**
 * Changes one's own comment; its history keeps what it said. Errors: 404, 403 also for somebody else's, 409
 * stale_revision with the comment as it is, 422 unknown_person.
 */
export function editComment(actor: Actor, commentId: string, input: CommentUpdate): Promise<CommentSaved> {
  const { text } = input;
  return change(actor, commentId, { ...input, action: "comment.edited" }, async (tx, { project, comment, now }) => {
    const { documentId } = comment;
    await writeMentions(tx, { project, documentId, actor, now, commentId, text });
    return { text, editedAt: now };
  });
}

/** Deletes one's own comment: it says nothing any more, and its history keeps what it said. Errors: as editComment. */
export function deleteComment(actor: Actor, commentId: string, input: Move): Promise<CommentSaved> {
  return change(actor, commentId, { ...input, action: "comment.deleted" }, async (_tx, { now }) => ({
    deletedAt: now,
  }));
}

interface Changing {
  project: rows.Project;
  comment: rows.Comment;
  now: Date;
}

function change(
  actor: Actor,
  commentId: string,
  { operationId, revision, action }: Move & { action: "comment.edited" | "comment.deleted" },
  apply: (tx: Tx, changing: Changing) => Promise<Partial<Pick<rows.Comment, "text" | "editedAt" | "deletedAt">>>,
): Promise<CommentSaved> {
  const operation = { actor, operationId, action, subjectType: "comment", subjectId: commentId } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, comment, head } = await openComment(tx, actor, commentId, "discussion.write");
    if (comment.authorId !== actor.userId || comment.rulingId !== null) {
      throw forbidden("A comment is changed by who wrote it, and an answer stays as it was given.", "not_own_comment");
    }
    const data = await apply(tx, { project, comment, now });
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, revision, deletedAt: null },
      data: { ...data, revision: { increment: 1 } },
    });
    if (count === 0) {
      const current = await readComment(tx, project, actor, commentId);
      throw conflict("stale_revision", "The comment was changed elsewhere meanwhile.", current);
    }
    const saved = await readComment(tx, project, actor, commentId);
    return { project, before: { text: comment.text }, answer: { threadId: head.id, comment: saved } };
  });
}
