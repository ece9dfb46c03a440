import type { ResourceLimits } from "node:worker_threads";
import { perProcess } from "@/server/per-process";
import { ProgramThread } from "./program-thread";

/** How long a thread that does nothing is kept, milliseconds. */
const KEPT = 60_000;

interface Kept<To, From> {
  idle: ProgramThread<To, From> | null;
  /** Of which program one is to be ready at any time. */
  standing: string | null;
  clock?: NodeJS.Timeout;
}

/** The threads of one program, of which one that does nothing is kept for a while: starting one takes some time. */
export class KeptThread<To, From> {
  readonly #kept: Kept<To, From>;

  constructor(
    name: string,
    private readonly limits: ResourceLimits,
  ) {
    this.#kept = perProcess<Kept<To, From>>(`thread ${name}`, () => ({ idle: null, standing: null }));
  }

  /** Has one ready from now on. One that has worked is kept for a while only, with the memory that it took, and then a new one. */
  stand(program: string): void {
    this.#kept.standing = program;
    this.ready(program);
  }

  /** Starts the one that will be wanted next, unless there is one. */
  ready(program: string): ProgramThread<To, From> {
    const { idle, standing } = this.#kept;
    if (idle?.isAlive) return idle;
    const thread = new ProgramThread<To, From>(program, this.limits);
    if (standing === program) this.#kept.idle = thread;
    else this.keep(thread);
    return thread;
  }

  /** The one that is ready, or a new one. To be given back with `keep` or `end`. */
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
    kept.clock = setTimeout(() => this.end(thread), KEPT).unref();
  }

  end(thread: ProgramThread<To, From>): void {
    const kept = this.#kept;
    if (kept.idle === thread) kept.idle = null;
    thread.end();
    if (kept.standing) this.ready(kept.standing);
  }
}
