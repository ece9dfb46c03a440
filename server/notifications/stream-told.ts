import type { Actor } from "@/server/auth/actor";
import { eventStream } from "@/server/events/event-stream";
import { followTold } from "./follow-told";

/** Server-sent events of how much the caller is told of and has not read: now, and whenever it changes. Errors: 429 too_many_streams. */
export function streamTold(actor: Actor, request: Request): Response {
  const told = followTold(actor);
  return eventStream({
    ...{ actor, request, subscribe: told.subscribe },
    async look(send) {
      await told.look(send);
      return "done";
    },
  });
}
