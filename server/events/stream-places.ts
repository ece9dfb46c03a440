import { HttpError } from "@/server/http-error";
import { perProcess } from "@/server/per-process";

/** A browser shares one stream among its tabs; a person has few browsers open. */
const STREAMS_PER_USER = 12;

interface Places {
  byUser: Map<string, Set<() => void>>;
  endWithProcess: boolean;
  isEnding: boolean;
}

const places = perProcess<Places>("stream-places", () => ({
  byUser: new Map(),
  endWithProcess: false,
  isEnding: false,
}));

/**
 * Whether the process was asked to stop. A browser whose stream has ended asks for another on the connection it has: that
 * one has to end at once, and the connection with it, or the process would never.
 */
export function isEnding(): boolean {
  return places.isEnding;
}

/**
 * Counts a stream of a person in, until the returned function is called. `end` is called when the process is asked to
 * stop: it waits for its answers to end, and a stream never would. Throws 429 when they have as many as one may.
 */
export function takePlace(userId: string, end: () => void): () => void {
  const held = places.byUser.get(userId) ?? new Set();
  if (held.size >= STREAMS_PER_USER) {
    throw new HttpError(429, "too_many_streams", "You have too many of these open; close some tabs.", {
      headers: { "Retry-After": "30" },
    });
  }
  places.byUser.set(userId, held.add(end));
  endWithProcess();
  return () => {
    held.delete(end);
    if (held.size === 0 && places.byUser.get(userId) === held) places.byUser.delete(userId);
  };
}

function endWithProcess(): void {
  if (places.endWithProcess) return;
  places.endWithProcess = true;
  const endAll = () => {
    places.isEnding = true;
    for (const end of [...places.byUser.values()].flatMap((held) => [...held])) end();
  };
  process.once("SIGTERM", endAll);
  process.once("SIGINT", endAll);
}
