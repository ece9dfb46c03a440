import * as z from "zod";

/** Where somebody is signed in. */
export const SessionSeen = z.object({
  id: z.uuid(),
  /** "Firefox on Linux". */
  device: z.string(),
  startedAt: z.iso.datetime(),
  /** Noted at most once an hour. */
  seenAt: z.iso.datetime(),
  /** The one this is asked with. */
  current: z.boolean(),
});
export type SessionSeen = z.infer<typeof SessionSeen>;

/** GET /account/sessions: one's own that have not ended, the latest seen first. */
export const SessionList = z.object({ items: z.array(SessionSeen) });
export type SessionList = z.infer<typeof SessionList>;
