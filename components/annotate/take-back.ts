import type { Relation } from "@/domain/contract/relation";
import { sameContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { History, Step } from "./edit-history";
import { isSettled } from "./entry";
import { addStatement, deleteStatement, editStatement, type Queue, restoreStatement } from "./statement-queue";
import type { StepNote } from "./unsent-steps";

/** A change of one statement; `after` null deletes it. */
export type Edit = {
  statementId: string;
  after: StatementContent | null;
  note: StepNote;
  /** The suggestion that a new statement is made from. */
  derivedFromId?: string;
};

export function applyEdit(queue: Queue, { statementId, after, note, derivedFromId }: Edit): Queue {
  const entry = queue.entries.get(statementId);
  if (after === null) return entry && !entry.deleted ? deleteStatement(queue, statementId, note) : queue;
  if (!entry) return addStatement(queue, statementId, after, note, derivedFromId);
  if (!entry.deleted) return editStatement(queue, statementId, after, note);
  if (sameContent(entry.content, after)) return restoreStatement(queue, statementId, note);
  return editStatement(restoreStatement(queue, statementId), statementId, after, note);
}

/** What undo or redo would do now. */
export type Travel = {
  step: Step;
  before: StatementContent | null;
  after: StatementContent | null;
  relation: Relation;
};

/** What the next undo does; null: there is nothing to take back. */
export function nextUndo({ done }: History): Travel | null {
  const step = done.at(-1);
  return step ? undoOf(step) : null;
}

export function undoOf(step: Step): Travel {
  return { step, before: step.after, after: step.before, relation: { kind: "reverts", operationId: step.id } };
}

export function nextRedo({ undone }: History): Travel | null {
  const step = undone.at(-1);
  if (!step) return null;
  return { step, before: step.before, after: step.after, relation: { kind: "repeats", operationId: step.id } };
}

/**
 * Whether a travel may go ahead. `overtaken`: the statement is not as the change left it, because it was changed
 * elsewhere; `absent`: it is nowhere to be found; `undecided`: two versions of it wait for a choice; `unsent`: it was
 * changed elsewhere and here, and here first has to be sent.
 */
export function judgeTravel(
  queue: Queue,
  { step, before }: Travel,
): "clear" | "overtaken" | "absent" | "undecided" | "unsent" {
  const entry = queue.entries.get(step.statementId);
  if (!entry) return step.before === null && before === null ? "clear" : "absent";
  if (entry.conflict) return "undecided";
  const shown = entry.deleted ? null : entry.content;
  if (shown === before || (shown && before && sameContent(shown, before))) return "clear";
  return isSettled(entry) ? "overtaken" : "unsent";
}

/** Puts the version that was asked for beside the one that overtook it, for the person to choose. */
export function contest(queue: Queue, statementId: string, after: StatementContent | null): Queue {
  const entry = queue.entries.get(statementId);
  if (!entry?.acknowledged) return queue;
  const { content, deleted, revision } = entry.acknowledged;
  const conflict = { statement: { ...content, revision }, deleted };
  const turn = queue.turn + 1;
  const contested = { ...entry, content: after ?? entry.content, deleted: after === null, steps: [], conflict, turn };
  return { ...queue, turn, entries: queue.entries.with([contested]) };
}
