import { env } from "./env";
import { HttpError } from "./http-error";
import { perProcess } from "./per-process";

/** Calls are counted in windows of this length, milliseconds. */
const WINDOW = 60_000;
/** Callers held in mind before those whose window has passed are forgotten. */
const CALLERS = 1000;

interface Count {
  calls: number;
  /** When the window ends, milliseconds since 1970. */
  until: number;
}

const counts = perProcess("rate-limit", () => new Map<string, Count>());

/**
 * Counts a call of a person or of a key, each on its own, and says by headers how many are left until when: a program that
 * went mad shall not take the server from everybody else. Nobody at work comes near the limit. Throws 429 `too_many_calls`
 * with Retry-After. No headers: there is no limit (RATE_LIMIT=0).
 */
export function admitCall(caller: string, now: number): Record<string, string> {
  const { rateLimit } = env();
  if (rateLimit === 0) return {};
  const count = windowOf(caller, now);
  count.calls += 1;
  const seconds = Math.max(1, Math.ceil((count.until - now) / 1000));
  const headers = {
    "RateLimit-Policy": `${rateLimit};w=${WINDOW / 1000}`,
    "RateLimit-Limit": String(rateLimit),
    "RateLimit-Remaining": String(Math.max(0, rateLimit - count.calls)),
    "RateLimit-Reset": String(seconds),
  };
  if (count.calls <= rateLimit) return headers;
  throw new HttpError(429, "too_many_calls", `More than ${rateLimit} calls in a minute; go on in ${seconds} s.`, {
    headers: { ...headers, "Retry-After": String(seconds) },
  });
}

function windowOf(caller: string, now: number): Count {
  const running = counts.get(caller);
  if (running && running.until > now) return running;
  if (counts.size >= CALLERS) for (const [other, { until }] of counts) if (until <= now) counts.delete(other);
  const begun = { calls: 0, until: now + WINDOW };
  counts.set(caller, begun);
  return begun;
}
