import type { AnswerSaved, CommentSaved, ThreadChange, ThreadHistory, ThreadMoved } from "@/domain/contract/discussion";
import type * as rows from "@/prisma/generated/sqlite/client";
import { openComment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";

const KINDS: Record<string, ThreadChange["kind"]> = {
  "comment.opened": "opened",
  "ruling.answered": "answered",
  "comment.replied": "replied",
  "comment.edited": "edited",
  "comment.deleted": "deleted",
  "thread.resolved": "resolved",
  "thread.reopened": "reopened",
};

/** All that happened to the thread of a comment, oldest first, as its events tell. Errors: 404, 403, 409. */
export async function getThreadHistory(actor: Actor, commentId: string): Promise<ThreadHistory> {
  const db = database();
  const { head } = await openComment(db, actor, commentId, "discussion.read");
  const comments = await db.comment.findMany({
    where: { OR: [{ id: head.id }, { threadId: head.id }] },
    select: { id: true },
  });
  const events = await db.event.findMany({
    where: { subjectId: { in: comments.map(({ id }) => id) }, action: { in: Object.keys(KINDS) } },
    orderBy: { sequence: "asc" },
  });
  return { changes: events.flatMap((event) => toChange(event) ?? []) };
}

function toChange({ action, at, before, after }: rows.Event): ThreadChange | null {
  const kind = KINDS[action];
  if (!kind) return null;
  const base = { at: at.toISOString(), kind };
  if (kind === "answered") return { ...base, by: null, before: null, after: (after as AnswerSaved).answer.text };
  if (kind === "resolved" || kind === "reopened") {
    return { ...base, by: (after as ThreadMoved).by, before: null, after: null };
  }
  const { comment } = after as CommentSaved;
  const { text: earlier } = (before ?? { text: null }) as { text: string | null };
  return { ...base, by: comment.author, before: earlier, after: comment.deletedAt ? null : comment.text };
}
