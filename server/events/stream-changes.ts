import type { ChangesQuery } from "@/domain/contract/history";
import { openAssignment } from "@/server/access";
import { type Actor, isStillSignedIn } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { headOf, listChangeNotices } from "@/server/queries/list-change-notices";
import { type ChangedSubject, onChange } from "./change-feed";
import { takePlace } from "./stream-places";

/** How often an idle stream shows that it lives, and looks whether it may go on, milliseconds. */
const HEARTBEAT = 15_000;
/** How soon a browser connects anew, milliseconds. */
const RETRY = 2_000;

/**
 * Server-sent events of an assignment: each change after the sequence the browser names, then those that follow, as
 * ChangeNotice with the sequence as id. Ends when the session does, when the assignment is no longer its reader's to
 * see, and with the process; the browser then connects anew, and is refused where it should be.
 * Errors: 404, 429 too_many_streams.
 */
export async function streamChanges(
  actor: Actor,
  assignmentId: string,
  { after }: ChangesQuery,
  request: Request,
): Promise<Response> {
  const { project } = await openAssignment(database(), actor, assignmentId, "assignment.read");
  const known = lastEventId(request) ?? after ?? (await headOf(project.id));
  // The request's own may be gone by the time they are read again.
  const headers = new Headers(request.headers);
  let stop = () => {};
  const leavePlace = takePlace(actor.userId, () => stop());

  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let told = known;
      let hasEnded = false;
      let isReading = false;
      let isAsked = false;
      const send = (text: string) => controller.enqueue(encoder.encode(text));

      /** Tells what is new; asked while at it, it looks once more afterwards. */
      async function tell(): Promise<void> {
        isAsked = true;
        if (isReading) return;
        isReading = true;
        try {
          while (isAsked && !hasEnded) {
            isAsked = false;
            const opening = await openAgain(actor, assignmentId, headers);
            if (!opening) return stop();
            const { notices, upTo, more } = await listChangeNotices(opening, told);
            if (hasEnded) return;
            for (const { sequence, notice } of notices) send(message(sequence, notice));
            told = upTo;
            isAsked ||= more;
          }
        } catch (error) {
          // The browser connects anew and asks for what it missed.
          console.error(error);
          stop();
        } finally {
          isReading = false;
        }
      }

      const unsubscribe = onChange(project.id, (subject) => {
        if (concerns(subject, assignmentId)) void tell();
      });
      const heartbeat = setInterval(() => {
        send(": still here\n\n");
        void tell();
      }, HEARTBEAT);
      stop = () => {
        if (hasEnded) return;
        hasEnded = true;
        clearInterval(heartbeat);
        unsubscribe();
        leavePlace();
        try {
          controller.close();
        } catch {
          // The reader went away first, which closed it.
        }
      };
      request.signal.addEventListener("abort", stop, { once: true });
      if (request.signal.aborted) return stop();
      send(`retry: ${RETRY}\n\n`);
      void tell();
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      // Asks a proxy in between to hand on each event at once.
      "X-Accel-Buffering": "no",
    },
  });
}

/** JSON has no line breaks of its own, so one line of data holds it. */
function message(sequence: number, notice: unknown): string {
  return `id: ${sequence}\ndata: ${JSON.stringify(notice)}\n\n`;
}

function lastEventId(request: Request): number | null {
  const id = request.headers.get("last-event-id");
  return id !== null && /^\d{1,15}$/.test(id) ? Number(id) : null;
}

function concerns({ subjectType, assignmentId }: ChangedSubject, streamed: string): boolean {
  return assignmentId === streamed || subjectType === "speaker" || subjectType === "target";
}

/** The assignment while its reader is signed in and may see it; null once not. */
async function openAgain(actor: Actor, assignmentId: string, headers: Headers) {
  if (!(await isStillSignedIn(headers, actor.userId))) return null;
  try {
    return await openAssignment(database(), actor, assignmentId, "assignment.read");
  } catch (error) {
    if (error instanceof HttpError) return null;
    throw error;
  }
}
