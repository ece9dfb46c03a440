import type { NewEvent } from "@/server/events/append-event";
import { perProcess } from "@/server/per-process";

/*
 * Tells those who listen that a project has a new event, after the commit. In this process only, and that is enough: one
 * process owns the data, on PostgreSQL as on SQLite. It says no more than "look": listeners read the events themselves,
 * from the last one they know on, so that one told late, twice or after a lost connection misses nothing. A second
 * process beside this one would need PostgreSQL's LISTEN and NOTIFY here.
 */

/** What an event is about, for listeners to tell whether to look. */
export type ChangedSubject = Pick<NewEvent, "projectId" | "subjectType" | "assignmentId">;

type Listener = (subject: ChangedSubject) => void;

const listeners = perProcess<Map<string, Set<Listener>>>("change-feed", () => new Map());

export function announceChange(subject: ChangedSubject): void {
  for (const listener of listeners.get(subject.projectId) ?? []) listener(subject);
}

/** Calls `listener` after each commit of an event of the project; returns how to stop that. */
export function onChange(projectId: string, listener: Listener): () => void {
  const held = listeners.get(projectId) ?? new Set();
  listeners.set(projectId, held.add(listener));
  return () => {
    held.delete(listener);
    if (held.size === 0 && listeners.get(projectId) === held) listeners.delete(projectId);
  };
}
