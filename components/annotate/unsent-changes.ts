import { sameContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { HistoryChange } from "./edit-history";
import type { Change, Entry } from "./entry";
import type { Queue } from "./statement-queue";

type Shown = StatementContent | null;

/** What is not on the server yet, as the changes it will be there, in the order they will be sent. */
export function unsentChanges(queue: Queue): HistoryChange[] {
  const changes: (HistoryChange & { turn: number })[] = [];
  // A version to be decided on is no change yet.
  for (const entry of queue.entries.unsettled()) {
    if (entry.turn > 0 && !entry.conflict) changes.push(...changesOf(entry));
  }
  return changes.sort((a, b) => a.turn - b.turn);
}

function changesOf(entry: Entry): (HistoryChange & { turn: number })[] {
  const { id: statementId, acknowledged, pending, steps } = entry;
  const changes: (HistoryChange & { turn: number })[] = [];
  let before: Shown = acknowledged && !acknowledged.deleted ? acknowledged.content : null;
  const add = (after: Shown, turn: number, change: Pick<HistoryChange, "operationId" | "relation">) => {
    if (!isSame(before, after)) changes.push({ ...change, statementId, before, after, turn });
    before = after;
  };
  if (pending) add(madeBy(entry, pending), 0, { ...pending, relation: pending.relation ?? null });
  for (const { content, deleted, turn, ...step } of steps) add(deleted ? null : content, turn, step);
  // What was refused, or left by an earlier version of the program, has no operation of its own yet.
  add(entry.deleted ? null : entry.content, entry.turn, { operationId: statementId, relation: null });
  return changes;
}

/** What a write on its way makes of its statement. */
export function madeBy({ acknowledged, content }: Entry, change: Change): Shown {
  if (change.kind === "delete") return null;
  return "content" in change ? change.content : (acknowledged?.content ?? content);
}

function isSame(a: Shown, b: Shown): boolean {
  return a === b || (a !== null && b !== null && sameContent(a, b));
}
