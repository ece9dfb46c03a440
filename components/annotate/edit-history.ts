import type { StatementContent } from "@/domain/statement/statement";

/** One change of one statement; null: it was not there. */
export type Step = {
  statementId: string;
  before: StatementContent | null;
  after: StatementContent | null;
  /** What was being typed in: the letters of one text are taken back together. */
  typing?: string;
};

/** What was done on this screen and can be taken back, oldest first, and what was taken back. */
export type History = { done: readonly Step[]; undone: readonly Step[] };

export const noHistory: History = { done: [], undone: [] };

const LONGEST = 500;

export function recordStep(history: History, step: Step): History {
  const last = history.done.at(-1);
  if (last && step.typing && last.typing === step.typing && last.statementId === step.statementId) {
    return { done: [...history.done.slice(0, -1), { ...last, after: step.after }], undone: [] };
  }
  return { done: [...history.done, step].slice(-LONGEST), undone: [] };
}

/** The step to take back, as the change to make now. */
export function undoStep({ done, undone }: History): { history: History; step: Step } | null {
  const last = done.at(-1);
  if (!last) return null;
  const step = { statementId: last.statementId, before: last.after, after: last.before };
  return { history: { done: done.slice(0, -1), undone: [...undone, last] }, step };
}

export function redoStep({ done, undone }: History): { history: History; step: Step } | null {
  const last = undone.at(-1);
  if (!last) return null;
  return { history: { done: [...done, last], undone: undone.slice(0, -1) }, step: last };
}
