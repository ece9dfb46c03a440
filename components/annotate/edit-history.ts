import type { StatementChange } from "@/domain/contract/history";
import type { StatementContent } from "@/domain/statement/statement";

/** A change as undo and redo have to know it: of an event of the server, or of one that is still to be sent. */
export type HistoryChange = Pick<StatementChange, "operationId" | "statementId" | "before" | "after" | "relation">;

/** What one undo takes back: one change of one statement; null: it was not there. */
export type Step = {
  /** The operation that did it first: what its reverts and repeats name. */
  id: string;
  statementId: string;
  before: StatementContent | null;
  after: StatementContent | null;
};

/** What was done and can be taken back, oldest first, and what was taken back, the latest last. */
export type History = { done: readonly Step[]; undone: readonly Step[] };

export const noHistory: History = { done: [], undone: [] };

const LONGEST = 500;

/** The history after one more change. Changes are recorded in the order they were made. */
export function recordChange({ done, undone }: History, change: HistoryChange): History {
  const { operationId, relation, statementId, before, after } = change;
  switch (relation?.kind) {
    case "reverts": {
      const step = done.find(({ id }) => id === relation.operationId);
      // One that was done before the history begins is known by what took it back.
      const taken = step ?? { id: relation.operationId, statementId, before: after, after: before };
      return { done: done.filter((one) => one !== step), undone: [...undone, taken] };
    }
    case "repeats": {
      const step = undone.find(({ id }) => id === relation.operationId);
      const again = step ?? { id: relation.operationId, statementId, before, after };
      return { done: [...done, again], undone: undone.filter((one) => one !== step) };
    }
    case "continues": {
      const last = done.at(-1);
      if (last?.id !== relation.operationId) break;
      return { done: [...done.slice(0, -1), { ...last, after }], undone: [] };
    }
  }
  return { done: [...done, { id: operationId, statementId, before, after }].slice(-LONGEST), undone: [] };
}
