import type { Statement } from "@/domain/statement/statement";
import type { KnownChange } from "./change-log";
import type { Change } from "./entry";
import type { Outbox } from "./outbox";
import { restoreDrafts } from "./outbox-draft";
import { OutboxMirror, type OutboxState } from "./outbox-mirror";
import {
  countUnsaved,
  createQueue,
  type Held,
  mergeStatements,
  type Outcome,
  type Queue,
  settleChange,
  takeChange,
} from "./statement-queue";
import { savedChange } from "./take-version";

export type SaverOptions = {
  statements: readonly Held[];
  /** Where an edit is kept until the server has it. */
  outbox: Outbox;
  /** Sends one change and tells how it ended; never rejects. */
  send: (change: Change) => Promise<Outcome>;
  /** Hears of each change that the server acknowledged, before the queue does. */
  onSaved?: (change: KnownChange) => void;
  newId: () => string;
  /** Calls back after some milliseconds; returns how to call it off. */
  schedule: (run: () => void, delayMs: number) => () => void;
};

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 20_000;

/** Drives the queue: keeps every edit in the outbox, sends it as soon as it may be, and tries again when nothing answers. */
export class StatementSaver {
  #queue: Queue;
  #retryMs = FIRST_RETRY_MS;
  #cancelRetry: (() => void) | null = null;
  #cancelPause: (() => void) | null = null;
  #isOpen = false;
  #isExpecting = false;
  readonly #mirror: OutboxMirror;
  readonly #listeners = new Set<() => void>();
  readonly #options: SaverOptions;

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#queue = createQueue(options.statements);
    const { outbox, schedule } = options;
    this.#mirror = new OutboxMirror({
      outbox,
      schedule,
      queue: this.#queue,
      onChange: () => this.#notify(),
      restore: (drafts) => {
        const { queue, restored } = restoreDrafts(this.#queue, drafts);
        this.#set(queue);
        this.#send();
        return restored;
      },
    });
  }

  /** Begins to keep edits, and takes over those that earlier openings of the screen could not send. */
  open(): void {
    this.#isOpen = true;
    this.#mirror.open();
  }

  /** Sends what can be sent; what cannot is left in the outbox for the next opening. */
  close(): void {
    this.#isOpen = false;
    this.sendNow();
    this.#leaveWhenIdle();
  }

  /** For useSyncExternalStore: the same object until something changes. */
  readonly getQueue = (): Queue => this.#queue;

  /** Whether an edit is seen on the screen that is about to be applied. */
  readonly getExpecting = (): boolean => this.#isExpecting;

  readonly getOutbox = (): OutboxState => this.#mirror.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says that an edit is seen already and will be applied in a moment: until then nothing counts as saved. */
  readonly expect = (): void => {
    this.#isExpecting = true;
    this.#notify();
  };

  /**
   * Applies an edit of the queue and sends what follows from it, at once or when nothing was typed for `pauseMs`. Until
   * then it counts as unsaved like everything else.
   */
  readonly apply = (edit: (queue: Queue) => Queue, pauseMs = 0): void => {
    this.#cancelPause?.();
    this.#cancelPause = null;
    this.#isExpecting = false;
    this.#set(edit(this.#queue));
    // While nothing answers, edits wait for the next attempt instead of hammering.
    if (this.#cancelRetry) return;
    if (pauseMs > 0) this.#cancelPause = this.#options.schedule(this.sendNow, pauseMs);
    else this.#send();
  };

  /** Takes over what the server has: nothing to send follows from it, and no pause in typing ends. */
  readonly takeOver = (merge: (queue: Queue) => Queue): void => this.#set(merge(this.#queue));

  /** Sends what waits for a pause in typing. */
  readonly flush = (): void => {
    if (this.#cancelPause) this.sendNow();
  };

  /** Tries at once, for example when the browser says it is online again. */
  readonly sendNow = (): void => {
    this.#cancelPause?.();
    this.#cancelPause = null;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#send();
  };

  /**
   * Reads the server's version anew and takes its statements over, unless something is unsaved or changed meanwhile.
   * Null: not read, because something is unsaved. Rejects as `read` does.
   */
  async refresh<View extends { statements: readonly Statement[] }>(read: () => Promise<View>): Promise<View | null> {
    const before = this.#queue;
    if (countUnsaved(before).unsaved > 0) return null;
    const view = await read();
    if (this.#queue === before) this.#set(mergeStatements(before, view.statements));
    return view;
  }

  #send(): void {
    const { queue, change } = takeChange(this.#queue, this.#options.newId);
    this.#set(queue);
    if (!change) return;
    void this.#deliver(change);
  }

  async #deliver(change: Change): Promise<void> {
    await this.#mirror.written();
    const outcome = await this.#options.send(change);
    const saved = savedChange(this.#queue, change, outcome);
    if (saved) this.#options.onSaved?.(saved);
    this.#set(settleChange(this.#queue, change, outcome));
    if (outcome.kind === "unreachable") {
      if (this.#isOpen) this.#retryLater();
    } else {
      this.#retryMs = FIRST_RETRY_MS;
      // Something is being typed: its own pause decides.
      if (!this.#cancelPause) this.sendNow();
    }
    this.#leaveWhenIdle();
  }

  #leaveWhenIdle(): void {
    const isSending = this.#queue.entries.unsettled().some((entry) => entry.sending);
    if (!this.#isOpen && !isSending) this.#mirror.close();
  }

  #retryLater(): void {
    if (this.#cancelRetry) return;
    this.#cancelRetry = this.#options.schedule(this.sendNow, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  #set(queue: Queue): void {
    if (queue === this.#queue) return;
    this.#queue = queue;
    this.#mirror.keep(queue);
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
