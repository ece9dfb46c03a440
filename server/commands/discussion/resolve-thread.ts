import type { ResolutionInput, ThreadMoved } from "@/domain/contract/discussion";
import { openComment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict } from "@/server/http-error";
import { readPeople } from "@/server/queries/discussion/read-people";
import { toResolution } from "@/server/queries/discussion/read-threads";
import { performOnce } from "../perform-once";

/**
 * Resolves the thread of a comment, or opens it again; an annotator's answer is closed by it. Errors: 404, 403, 409
 * own_reading_unfinished, or thread_moved where somebody did the same meanwhile.
 */
export function resolveThread(actor: Actor, commentId: string, input: ResolutionInput): Promise<ThreadMoved> {
  const { operationId, resolved } = input;
  const operation = {
    actor,
    operationId,
    action: resolved ? "thread.resolved" : "thread.reopened",
    subjectType: "comment",
    subjectId: commentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document, head } = await openComment(tx, actor, commentId, "discussion.write");
    const { count } = await tx.comment.updateMany({
      where: { id: head.id, resolvedAt: resolved ? null : { not: null } },
      data: resolved ? { resolvedAt: now, resolvedById: actor.userId } : { resolvedAt: null, resolvedById: null },
    });
    const people = await readPeople(tx, project, document.id, actor);
    const after = await tx.comment.findUniqueOrThrow({ where: { id: head.id } });
    if (count === 0) {
      const detail = `Somebody has ${resolved ? "resolved" : "opened"} this thread meanwhile.`;
      throw conflict("thread_moved", detail, { resolved: toResolution(after, people) });
    }
    const by = people.personOf(actor.userId).id;
    const answer = { threadId: head.id, resolved: toResolution(after, people), by };
    return { project, before: { resolved: toResolution(head, people) }, answer };
  });
}
