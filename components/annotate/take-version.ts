import type { StatementChange } from "@/domain/contract/history";
import type { StatementContent } from "@/domain/statement/statement";
import type { KnownChange } from "./change-log";
import { type Change, type Entry, isSettled } from "./entry";
import type { Outcome, Queue } from "./statement-queue";
import { madeBy } from "./unsent-changes";

/** A version of a statement that another tab or device left on the server. */
export type Version = { statementId: string; content: StatementContent; deleted: boolean; revision: number };

/**
 * Takes a version over where there is nothing unsent. Where there is, it stays out: the next write finds itself stale,
 * and both versions are shown. One that waits for a choice already is shown beside the newest.
 */
export function takeVersion(queue: Queue, version: Version): Queue {
  const { statementId, content, deleted, revision } = version;
  const entry = queue.entries.get(statementId);
  if (entry && revision <= (entry.conflict?.statement.revision ?? entry.acknowledged?.revision ?? 0)) return queue;
  if (entry?.conflict) return put(queue, { ...entry, conflict: { statement: { ...content, revision }, deleted } });
  if (entry && !isSettled(entry)) return queue;
  const acknowledged = { content, deleted, revision };
  const idle = { pending: null, steps: [], sending: false, refusal: null, conflict: null, turn: 0 };
  return put(queue, { id: statementId, content, deleted, acknowledged, ...idle });
}

/** Makes deleted statements known by their latest change, so that undo can bring them back. */
export function addTombstones(queue: Queue, changes: readonly (KnownChange & Partial<StatementChange>)[]): Queue {
  const latest = new Map(changes.map((change) => [change.statementId, change]));
  let next = queue;
  for (const { statementId, before, after, revision } of latest.values()) {
    if (after !== null || before === null || revision === undefined || queue.entries.has(statementId)) continue;
    next = takeVersion(next, { statementId, content: before, deleted: true, revision });
  }
  return next;
}

/** What a write that the server acknowledged has changed, told before its outcome is settled; null when it was not. */
export function savedChange(queue: Queue, change: Change, outcome: Outcome): KnownChange | null {
  const entry = queue.entries.get(change.statementId);
  if (!entry || (outcome.kind !== "saved" && outcome.kind !== "deleted")) return null;
  const { operationId, statementId, relation = null } = change;
  const { acknowledged } = entry;
  const before = acknowledged && !acknowledged.deleted ? acknowledged.content : null;
  return { operationId, statementId, relation, before, after: madeBy(entry, change) };
}

function put(queue: Queue, entry: Entry): Queue {
  return { ...queue, entries: queue.entries.with([entry]) };
}
