import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
  milliseconds: number;
}

/** A TypeScript file of this project in a process of its own. */
export class Child {
  readonly process: ChildProcess;
  readonly #began = performance.now();
  readonly #ended: Promise<Ended>;
  #output = "";

  /** `program` may put another program in front, such as a tracer: its name and arguments. */
  constructor(file: string, options: { args?: string[]; env?: Record<string, string>; program?: string[] }) {
    const command = [...(options.program ?? []), process.execPath, ...loaded(file), ...(options.args ?? [])];
    this.process = spawn(command[0] ?? "", command.slice(1), {
      cwd: join(import.meta.dirname, "../.."),
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output += text;
      });
    }
    this.#ended = once(this.process, "close").then(([code, signal]) => ({
      code,
      signal,
      output: this.#output,
      milliseconds: performance.now() - this.#began,
    }));
  }

  get pid(): number {
    if (!this.process.pid) throw new Error("The process did not start.");
    return this.process.pid;
  }

  /** Resolves when it has printed `text`; rejects when it ends without. */
  async says(text: string): Promise<void> {
    const heard = () => this.#output.includes(text);
    if (heard()) return;
    await new Promise<void>((resolve, reject) => {
      this.process.stdout?.on("data", () => heard() && resolve());
      void this.#ended.then(({ output }) => reject(new Error(`It ended without saying "${text}":\n${output}`)));
    });
  }

  ended(): Promise<Ended> {
    return this.#ended;
  }

  async kill(): Promise<void> {
    this.process.kill("SIGKILL");
    await this.#ended;
  }
}

/** From what was built for this run (provide-programs.ts), else from its source. */
function loaded(file: string): string[] {
  const folder = process.env.SAYSO_TEST_PROGRAMS;
  const built = folder && join(folder, file.replace(/\.ts$/, ".mjs"));
  return built && existsSync(built) ? [built] : ["--import", "tsx", file];
}
