import type { ChangesQuery } from "@/domain/contract/history";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { followTold } from "@/server/notifications/follow-told";
import { headOf, listChangeNotices } from "@/server/queries/list-change-notices";
import { type ChangedSubject, onChange } from "./change-feed";
import { eventStream } from "./event-stream";

/**
 * Server-sent events of an assignment: each change after the sequence the browser names, then those that follow, as
 * ChangeNotice with the sequence as id; and as `told` what its reader is told of, so that a browser that has this stream needs
 * no other. Ends also when the assignment is no longer its reader's to see. Errors: 404, 429 too_many_streams.
 */
export async function streamChanges(
  actor: Actor,
  assignmentId: string,
  { after }: ChangesQuery,
  request: Request,
): Promise<Response> {
  const { project } = await openAssignment(database(), actor, assignmentId, "assignment.read");
  let known = lastEventId(request) ?? after ?? (await headOf(project.id));
  const told = followTold(actor);
  return eventStream({
    actor,
    request,
    subscribe(look) {
      const unsubscribe = onChange(project.id, (subject) => {
        if (concerns(subject, assignmentId)) look();
      });
      const leave = told.subscribe(look);
      return () => {
        unsubscribe();
        leave();
      };
    },
    async look(send) {
      const opening = await openAgain(actor, assignmentId);
      if (!opening) return "ended";
      const { notices, upTo, more } = await listChangeNotices(opening, known);
      for (const { sequence, notice } of notices) send({ id: sequence, data: notice });
      known = upTo;
      await told.look(send);
      return more ? "more" : "done";
    },
  });
}

function lastEventId(request: Request): number | null {
  const id = request.headers.get("last-event-id");
  return id !== null && /^\d{1,15}$/.test(id) ? Number(id) : null;
}

function concerns({ subjectType, assignmentId }: ChangedSubject, streamed: string): boolean {
  return assignmentId === streamed || subjectType === "speaker" || subjectType === "target";
}

/** The assignment while its reader may see it; null once not. */
async function openAgain(actor: Actor, assignmentId: string) {
  try {
    return await openAssignment(database(), actor, assignmentId, "assignment.read");
  } catch (error) {
    if (error instanceof HttpError) return null;
    throw error;
  }
}
