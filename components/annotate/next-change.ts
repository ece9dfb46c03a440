import { sameContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { UnsentStep } from "./draft";
import type { Change, Entry } from "./entry";
import type { Queue } from "./statement-queue";

type NextChange = { change: Change | null; steps: readonly UnsentStep[] };

/** The change of the next step that changes anything, and the steps after it. */
export function nextChange(queue: Queue, entry: Entry, newId: () => string): NextChange {
  const [first, ...others] = entry.steps;
  if (!first) return { change: changeTo(queue, entry, newId), steps: [] };
  const { content, deleted, operationId, relation } = first;
  const change = changeTo(queue, { ...entry, content, deleted }, () => operationId);
  if (!change) {
    const isWaiting = !deleted && !referencesStored(queue, content);
    return isWaiting ? { change, steps: entry.steps } : nextChange(queue, { ...entry, steps: others }, newId);
  }
  // Bringing back and changing what came back are two writes: the first is only on the way to the step.
  const isHalf = change.kind === "restore" && !sameContent(content, entry.acknowledged?.content ?? content);
  if (isHalf) return { change: { ...change, operationId: newId() }, steps: entry.steps };
  return { change: relation ? { ...change, relation } : change, steps: others };
}

/** What would make the server's version equal to the screen's; null when it is. */
function changeTo(queue: Queue, entry: Entry, newId: () => string): Change | null {
  const { id: statementId, content, derivedFromId, deleted, acknowledged } = entry;
  if (!acknowledged) {
    if (deleted || !referencesStored(queue, content)) return null;
    const origin = derivedFromId === undefined ? {} : { derivedFromId };
    return { kind: "create", operationId: newId(), statementId, content, ...origin };
  }
  const { revision } = acknowledged;
  if (deleted !== acknowledged.deleted) {
    return { kind: deleted ? "delete" : "restore", operationId: newId(), statementId, revision };
  }
  if (deleted || sameContent(content, acknowledged.content) || !referencesStored(queue, content)) return null;
  return { kind: "update", operationId: newId(), statementId, revision, content };
}

/** A statement can refer to another only once the server has that one. */
function referencesStored(queue: Queue, { parentId, sameClaimAsId }: StatementContent): boolean {
  return [parentId, sameClaimAsId].every((id) => {
    const other = id === null ? null : queue.entries.get(id);
    return !other || other.acknowledged !== null;
  });
}
