import type { ResourceLimits } from "node:worker_threads";
import { perProcess } from "@/server/per-process";
import { ProgramThread } from "./program-thread";

/** How long a thread that does nothing is kept, milliseconds. */
const KEPT = 60_000;

interface Kept<To, From> {
  idle: ProgramThread<To, From> | null;
  clock?: NodeJS.Timeout;
}

/** The threads of one program, of which one that does nothing is kept for a while: starting one takes some time. */
export class KeptThread<To, From> {
  readonly #kept: Kept<To, From>;

  constructor(
    name: string,
    private readonly limits: ResourceLimits,
  ) {
    this.#kept = perProcess<Kept<To, From>>(`thread ${name}`, () => ({ idle: null }));
  }

  /** Starts the one that will be wanted next, unless there is one. */
  ready(program: string): ProgramThread<To, From> {
    const { idle } = this.#kept;
    if (idle?.isAlive) return idle;
    const thread = new ProgramThread<To, From>(program, this.limits);
    this.keep(thread);
    return thread;
  }

  /** The one that is ready, or a new one. */
  take(program: string): ProgramThread<To, From> {
    const thread = this.ready(program);
    this.#kept.idle = null;
    clearTimeout(this.#kept.clock);
    thread.rest(false);
    return thread;
  }

  /** For whoever comes next, soon. */
  keep(thread: ProgramThread<To, From>): void {
    const kept = this.#kept;
    if (kept.idle?.isAlive) {
      thread.end();
      return;
    }
    kept.idle = thread;
    thread.rest(true);
    clearTimeout(kept.clock);
    kept.clock = setTimeout(() => {
      if (kept.idle === thread) kept.idle = null;
      thread.end();
    }, KEPT).unref();
  }
}
