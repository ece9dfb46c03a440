import { type Actor, isStillSignedIn } from "@/server/auth/actor";
import { isEnding, takePlace } from "./stream-places";

/** How often an idle stream shows that it lives, and looks whether it may go on, milliseconds. */
const HEARTBEAT = 15_000;
/** How soon a browser connects anew, milliseconds. */
const RETRY = 2_000;

interface EventStream {
  actor: Actor;
  request: Request;
  /** Tells who listens to look again; returns how to stop that. */
  subscribe(look: () => void): () => void;
  /**
   * Sends what is new. `ended`: nothing may be told any more. `more`: it is to look once more. Called for the start, when
   * there is something new, and every now and then.
   */
  look(send: (event: StreamedEvent) => void): Promise<"ended" | "more" | "done">;
}

/** `data` goes as JSON. `id` is what the browser names when it connects anew; absent: what it named stays. */
export interface StreamedEvent {
  /** Absent: a message. */
  name?: string;
  id?: number;
  data: unknown;
}

/**
 * An answer of server-sent events. It ends when its reader's session does, when `look` says so, and with the process; the
 * browser then connects anew, and is refused where it should be. Errors: 429 too_many_streams.
 */
export function eventStream({ actor, request, subscribe, look }: EventStream): Response {
  // The request's own may be gone by the time they are read again.
  const headers = new Headers(request.headers);
  let stop = () => {};
  const leavePlace = takePlace(actor.userId, () => stop());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let hasEnded = false;
      let isLooking = false;
      let isAsked = false;
      const write = (text: string) => hasEnded || controller.enqueue(encoder.encode(text));

      /** Sends what is new; asked while at it, it looks once more afterwards. */
      async function tell(): Promise<void> {
        isAsked = true;
        if (isLooking) return;
        isLooking = true;
        try {
          while (isAsked && !hasEnded) {
            isAsked = false;
            if (!(await isStillSignedIn(headers, actor.userId))) return stop();
            const found = await look((event) => write(written(event)));
            if (found === "ended") return stop();
            isAsked ||= found === "more";
          }
        } catch (error) {
          // The browser connects anew and asks for what it missed.
          console.error(error);
          stop();
        } finally {
          isLooking = false;
        }
      }

      const unsubscribe = subscribe(() => void tell());
      const heartbeat = setInterval(() => {
        write(": still here\n\n");
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
      write(`retry: ${RETRY}\n\n`);
      if (isEnding()) return stop();
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
      ...(isEnding() && { Connection: "close" }),
    },
  });
}

/** JSON has no line breaks of its own, so one line of data holds it. */
function written({ name, id, data }: StreamedEvent): string {
  const lines = [name && `event: ${name}`, id !== undefined && `id: ${id}`, `data: ${JSON.stringify(data)}`];
  return `${lines.filter(Boolean).join("\n")}\n\n`;
}
