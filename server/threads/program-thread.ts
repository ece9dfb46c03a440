import { type ResourceLimits, Worker } from "node:worker_threads";

/** A program of the build that runs in a thread of its own; what it says is heard in its order. */
export class ProgramThread<To, From> {
  readonly #worker: Worker;
  readonly #said: From[] = [];
  #listener: (() => void) | null = null;
  #why: Error | null = null;

  constructor(program: string, resourceLimits: ResourceLimits) {
    // Started without the server's own flags.
    this.#worker = new Worker(program, { resourceLimits, execArgv: [] });
    this.rest(true);
    this.#worker.on("message", (message: From) => {
      this.#said.push(message);
      this.#listener?.();
    });
    this.#worker.on("error", (error) => this.#stop(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", () => this.#stop(new Error("A thread of the server has ended.")));
  }

  get isAlive(): boolean {
    return this.#why === null;
  }

  /** Whether the server may end without waiting for it. */
  rest(isIdle: boolean): void {
    if (isIdle) this.#worker.unref();
    else this.#worker.ref();
  }

  say(message: To): void {
    this.#worker.postMessage(message);
  }

  /** What it says next. Throws what ended the thread where it has ended. */
  async hear(): Promise<From> {
    for (;;) {
      const message = this.#said.shift();
      if (message !== undefined) return message;
      if (this.#why) throw this.#why;
      await new Promise<void>((resolve) => {
        this.#listener = resolve;
      });
    }
  }

  end(): void {
    this.#stop(new Error("A thread of the server was ended."));
    void this.#worker.terminate();
  }

  #stop(why: Error): void {
    this.#why ??= why;
    this.#listener?.();
  }
}
