import { afterCommit } from "@/server/database/client";
import { perProcess } from "@/server/per-process";

/*
 * Tells those who listen that there is something new, or less, for somebody to be told of. As with the feed of changes it
 * says no more than "look", in this process only.
 */

const listeners = perProcess<Map<string, Set<() => void>>>("told-feed", () => new Map());

/** Called in a transaction it waits for the commit. */
export function announceTold(userId: string): void {
  afterCommit(() => {
    for (const listener of listeners.get(userId) ?? []) listener();
  });
}

/** Calls `listener` each time; returns how to stop that. */
export function onTold(userId: string, listener: () => void): () => void {
  const held = listeners.get(userId) ?? new Set();
  listeners.set(userId, held.add(listener));
  return () => {
    held.delete(listener);
    if (held.size === 0 && listeners.get(userId) === held) listeners.delete(userId);
  };
}
