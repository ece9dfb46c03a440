import type { Draft, UnsentStep } from "./draft";
import { type Change, type Entry, isSettled } from "./entry";
import type { Queue } from "./statement-queue";

export type Drafts = ReadonlyMap<string, Draft>;

/** The drafts of a queue by statement id, told from an earlier queue's: what did not change keeps the very same draft. */
export function draftsOf(queue: Queue, earlier: { queue: Queue; drafts: Drafts }): Drafts {
  const drafts = new Map<string, Draft>();
  for (const entry of queue.entries.unsettled()) {
    const { id } = entry;
    const held = earlier.drafts.get(id);
    if (entry === earlier.queue.entries.get(id)) {
      if (held) drafts.set(id, held);
    } else drafts.set(id, held && isSameDraft(held, entry) ? held : draftOf(entry));
  }
  return drafts;
}

function draftOf({ id, content, derivedFromId, deleted, acknowledged, pending, steps, turn }: Entry): Draft {
  const kept = { ...(steps.length > 0 && { steps: [...steps] }), ...(derivedFromId && { derivedFromId }) };
  return { statementId: id, content, deleted, acknowledged, pending, ...kept, turn: Math.max(1, turn) };
}

/** Entries are never changed in place: the same parts are the same draft. */
function isSameDraft(draft: Draft, entry: Entry): boolean {
  const { content, deleted, acknowledged, pending, steps, turn } = entry;
  return (
    isSameSteps(draft.steps ?? [], steps) &&
    draft.content === content &&
    draft.deleted === deleted &&
    draft.acknowledged === acknowledged &&
    draft.pending === pending &&
    draft.turn === turn
  );
}

const isSameSteps = (a: readonly UnsentStep[], b: readonly UnsentStep[]) =>
  a.length === b.length && a.every((step, index) => step === b[index]);

/**
 * Puts drafts back as the unsent edits they were, in the order given, and tells which: one of a statement that has
 * unsent edits already, as when two closed tabs left one each, has to wait until those are settled.
 */
export function restoreDrafts(queue: Queue, drafts: readonly Draft[]): { queue: Queue; restored: Draft[] } {
  let { entries, turn } = queue;
  const earlier = turn;
  const restored = drafts.filter((draft) => {
    const { statementId: id, content, derivedFromId, deleted, acknowledged } = draft;
    const origin = derivedFromId === undefined ? {} : { derivedFromId };
    const present = entries.get(id);
    if (present && !isSettled(present)) return false;
    const pending: Change | null = draft.pending;
    // Edits of several statements took turns, and do so again.
    const steps = (draft.steps ?? []).map((step) => ({ ...step, turn: earlier + step.turn }));
    turn = Math.max(turn + 1, ...steps.map((step) => step.turn));
    const waiting = { sending: false, refusal: null, conflict: null };
    entries = entries.with([{ id, content, ...origin, deleted, acknowledged, pending, steps, turn, ...waiting }]);
    return true;
  });
  return { queue: { ...queue, entries, turn }, restored };
}
