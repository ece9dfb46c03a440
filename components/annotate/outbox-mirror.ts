import type { Draft } from "./draft";
import type { Outbox } from "./outbox";
import { type Drafts, draftsOf } from "./outbox-draft";
import type { Queue } from "./statement-queue";

export type OutboxState = {
  /** Whether what closed tabs left behind has been taken over. */
  isRead: boolean;
  /** Unsent changes that would be lost with this page. */
  memoryOnly: number;
  /** Changes of this page in the outbox, also those the server has meanwhile. */
  kept: number;
  /** Changes of closed tabs that were taken over. */
  restored: number;
  /** Changes of closed tabs that wait for others of the same statement. */
  leftBehind: number;
  /** Why the browser keeps nothing, while it does not. */
  failure: string | null;
};

export const emptyOutbox: OutboxState = {
  isRead: true,
  memoryOnly: 0,
  kept: 0,
  restored: 0,
  leftBehind: 0,
  failure: null,
};

type MirrorOptions = {
  outbox: Outbox;
  /** The queue as the page gave it, without an edit. */
  queue: Queue;
  /** Takes what closed tabs left behind into the queue; see Outbox.adopt. */
  restore: (drafts: Draft[]) => readonly Draft[];
  schedule: (run: () => void, delayMs: number) => () => void;
  onChange: () => void;
};

/** A disk that takes longer than this has failed, until it answers after all. */
const PATIENCE_MS = 700;

/** Keeps the outbox as the queue is: every unsent edit in it, and nothing else. One write at a time, the latest state wins. */
export class OutboxMirror {
  #state: OutboxState = { ...emptyOutbox, isRead: false };
  #wanted: { queue: Queue; drafts: Drafts };
  #stored: Drafts = new Map();
  #adopted = false;
  /** What was taken over already, also when the outbox could not be told: never taken a second time. */
  readonly #taken = new Set<string>();
  #held: (() => void) | null = null;
  #isOpen = false;
  #isRunning = false;
  #waiting: { drafts: Drafts; resolve: () => void }[] = [];
  readonly #options: MirrorOptions;

  constructor(options: MirrorOptions) {
    this.#options = options;
    this.#wanted = { queue: options.queue, drafts: new Map() };
    options.outbox.onLoss = () => {
      this.#stored = new Map();
      this.#update({});
      void this.#run();
    };
  }

  get state(): OutboxState {
    return this.#state;
  }

  /** Takes over what closed tabs left behind. */
  open(): void {
    this.#isOpen = true;
    this.#adopted = false;
    void this.#run();
  }

  /** Lets another opening of the screen take over what is still in the outbox. */
  close(): void {
    // What is still to be written is written first.
    void this.#run();
    this.#isOpen = false;
    if (!this.#isRunning) this.#release();
  }

  keep(queue: Queue): void {
    this.#wanted = { queue, drafts: draftsOf(queue, this.#wanted) };
    if (this.#wanted.drafts.size === 0 && this.#state.leftBehind > 0) this.#adopted = false;
    this.#update({});
    void this.#run();
  }

  /** Resolves when all edits until now are on the disk, or the disk has failed. */
  async written(): Promise<void> {
    void this.#run();
    // What does not answer at all is not waited for twice.
    if (!this.#isRunning || this.#state.failure !== null) return;
    const { drafts } = this.#wanted;
    if (differences(drafts, this.#stored).length === 0) return;
    await new Promise<void>((resolve) => this.#waiting.push({ drafts, resolve }));
  }

  async #run(): Promise<void> {
    if (this.#isRunning || !this.#isOpen || !this.#hasWork()) return;
    this.#isRunning = true;
    let failed = false;
    while (this.#hasWork() && !failed) {
      const late = this.#options.schedule(() => this.#fail("The browser's storage does not answer."), PATIENCE_MS);
      try {
        await this.#step();
      } catch (error) {
        failed = true;
        this.#fail(error instanceof Error ? error.message : String(error));
      }
      late();
    }
    this.#isRunning = false;
    if (!failed) this.#update({ failure: null });
    this.#wake(() => true);
    if (!this.#isOpen) this.#release();
  }

  #hasWork(): boolean {
    return this.#isToAdopt() || differences(this.#wanted.drafts, this.#stored).length > 0;
  }

  #isToAdopt(): boolean {
    return this.#isOpen && !this.#adopted;
  }

  /** One thing that is to be done. */
  async #step(): Promise<void> {
    const { outbox, restore } = this.#options;
    this.#held ??= await outbox.hold();
    if (this.#isToAdopt()) {
      let moved: readonly Draft[] = [];
      const leftBehind = await outbox.adopt((drafts) => {
        const again = drafts.filter((draft) => this.#taken.has(JSON.stringify(draft)));
        const taken = restore(drafts.filter((draft) => !again.includes(draft)));
        for (const draft of taken) this.#taken.add(JSON.stringify(draft));
        moved = [...again, ...taken];
        return moved;
      });
      // Kept as they were taken: what has become of them since is written next.
      this.#stored = new Map([...this.#stored, ...moved.map((draft) => [draft.statementId, draft] as const)]);
      this.#adopted = true;
      const restored = this.#state.restored + moved.length;
      this.#update({ leftBehind, restored, isRead: true });
      return;
    }
    const { drafts } = this.#wanted;
    const put: Draft[] = [];
    const remove: string[] = [];
    for (const id of differences(drafts, this.#stored)) {
      const draft = drafts.get(id);
      if (draft) put.push(draft);
      else remove.push(id);
    }
    await outbox.write(put, remove);
    this.#stored = drafts;
    this.#update({ failure: null });
    this.#wake((waiting) => differences(waiting, drafts).length === 0);
  }

  #fail(failure: string): void {
    this.#update({ failure });
    this.#wake(() => true);
  }

  #wake(isDone: (drafts: Drafts) => boolean): void {
    const done = this.#waiting.filter(({ drafts }) => isDone(drafts));
    this.#waiting = this.#waiting.filter((one) => !done.includes(one));
    for (const { resolve } of done) resolve();
  }

  #release(): void {
    this.#held?.();
    this.#held = null;
  }

  #update(change: Partial<OutboxState>): void {
    const { drafts } = this.#wanted;
    const memoryOnly = differences(drafts, this.#stored).filter((id) => drafts.has(id)).length;
    const next = { ...this.#state, ...change, memoryOnly, kept: this.#stored.size };
    const keys = Object.keys(next) as (keyof OutboxState)[];
    if (keys.every((key) => next[key] === this.#state[key])) return;
    this.#state = next;
    this.#options.onChange();
  }
}

/** Ids of statements whose drafts differ. */
function differences(wanted: Drafts, stored: Drafts): string[] {
  const ids = new Set([...wanted.keys(), ...stored.keys()]);
  return [...ids].filter((id) => wanted.get(id) !== stored.get(id));
}
