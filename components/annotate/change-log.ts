import type { AssignmentHistory } from "@/domain/contract/history";
import { type History, type HistoryChange, noHistory, recordChange } from "./edit-history";

/** A change the server has. Its sequence is unknown while only the answer to the write has told of it. */
export type KnownChange = HistoryChange & { sequence?: number };

/** The changes of an assignment that the server has, as far as they were read, and the history they make. */
export type LoggedChanges = {
  /** Oldest first. */
  changes: readonly KnownChange[];
  history: History;
  /** What to ask for next; null: there is nothing before; undefined: nothing was read yet. */
  older: number | null | undefined;
};

/**
 * Keeps what the server has: pages read from it, what other tabs and devices do, and answers to this one's writes, each
 * change once whichever comes first.
 */
export class ChangeLog {
  #logged: LoggedChanges = { changes: [], history: noHistory, older: undefined };
  readonly #known = new Set<string>();
  readonly #listeners = new Set<() => void>();

  /** For useSyncExternalStore: the same object until something changes. */
  readonly get = (): LoggedChanges => this.#logged;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  has(operationId: string): boolean {
    return this.#known.has(operationId);
  }

  /** A change that was made just now. */
  readonly add = (change: KnownChange): void => {
    if (this.#known.has(change.operationId)) return;
    this.#known.add(change.operationId);
    const { changes, history, older } = this.#logged;
    this.#set({ changes: [...changes, change], history: recordChange(history, change), older });
  };

  /** A page of the history: the latest, or the one before what is known. */
  addPage({ changes, older }: AssignmentHistory, isLatest: boolean): void {
    const fresh = new Map(changes.map((change): [string, KnownChange] => [change.operationId, change]));
    const held = this.#logged.changes.filter((change) => !fresh.has(change.operationId));
    const all = [...held, ...fresh.values()].sort((a, b) => placeOf(a) - placeOf(b));
    for (const { operationId } of all) this.#known.add(operationId);
    // Reading the latest again says nothing of where the oldest page ended.
    const next = isLatest && this.#logged.older !== undefined ? this.#logged.older : older;
    this.#set({ changes: all, history: all.reduce(recordChange, noHistory), older: next });
  }

  #set(logged: LoggedChanges): void {
    this.#logged = logged;
    for (const listener of this.#listeners) listener();
  }
}

/** What has no sequence yet was made last. Sorting keeps the order of equals. */
const placeOf = ({ sequence }: KnownChange) => sequence ?? Number.POSITIVE_INFINITY;
