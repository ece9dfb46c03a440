import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { perProcess } from "@/server/per-process";
import { memoryOf } from "./memory-of";
import type { FileToRead, ReadFile } from "./read-file";

/** What reading one file may take. */
export interface ReadLimits {
  /** Milliseconds. */
  time: number;
  /** Bytes the process may hold in memory. */
  memory: number;
}

const LIMITS: ReadLimits = { time: 15_000, memory: 512 * 1024 * 1024 };
/** How often memory is looked at, milliseconds. */
const WATCHED_EVERY = 25;
/** A process that reads nothing is ended after this, milliseconds. */
const KEPT_IDLE = 10_000;
/** Files after which a process is replaced by a fresh one. */
const FILES_EACH = 200;

interface State {
  worker: ChildProcess | null;
  files: number;
  turn: Promise<unknown>;
  /** Runs while nothing is read. */
  idle?: NodeJS.Timeout;
}

const state = perProcess<State>("import", () => ({ worker: null, files: 0, turn: Promise.resolve() }));

/**
 * Reads a file in a process of its own, one file at a time. A file over its limits ends that process, is told as a
 * problem, and the next one gets a fresh process. Never rejects over a file.
 */
export function readInWorker(file: FileToRead, limits: ReadLimits = LIMITS): Promise<ReadFile> {
  const read = state.turn.then(() => readNow(file, limits));
  state.turn = read.catch(() => undefined);
  return read;
}

function readNow(file: FileToRead, limits: ReadLimits): Promise<ReadFile> {
  clearTimeout(state.idle);
  if (state.files >= FILES_EACH) state.worker?.kill("SIGKILL");
  const worker = state.worker?.connected && !state.worker.killed ? state.worker : start();
  state.files++;
  return new Promise<ReadFile>((resolve) => {
    const stop = (message: string) => {
      worker.kill("SIGKILL");
      finish({ documents: [], problems: [{ place: "", message }], table: null });
    };
    const clock = setTimeout(() => {
      stop(`Reading it took longer than ${Math.ceil(limits.time / 1000)} seconds; it was stopped.`);
    }, limits.time);
    const watch = setInterval(() => {
      if (memoryOf(worker) > limits.memory) stop("Reading it took too much memory; it was stopped.");
    }, WATCHED_EVERY);
    const ended = () => stop("Reading it failed: it is damaged, or too large.");
    const finish = (read: ReadFile) => {
      clearTimeout(clock);
      clearInterval(watch);
      worker.off("exit", ended).off("error", ended).off("message", finish);
      state.idle = setTimeout(() => worker.kill("SIGKILL"), KEPT_IDLE).unref();
      resolve(read);
    };
    worker.once("exit", ended).once("error", ended).once("message", finish);
    worker.send(file, (error) => error && ended());
  });
}

function start(): ChildProcess {
  const worker = fork(join(/* turbopackIgnore: true */ process.cwd(), "server/import/import-worker.ts"), {
    execArgv: ["--import", "tsx", "--max-old-space-size=384"],
    // None of the server's settings: no database, no secret.
    env: { NODE_ENV: "production", ...pick("PATH", "TMPDIR", "TEMP", "SystemRoot") },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  state.worker = worker;
  state.files = 0;
  // Who waits for a file hears of it too; with nobody waiting it would end the server.
  worker.on("error", () => undefined);
  worker.once("exit", () => {
    if (state.worker === worker) state.worker = null;
  });
  // The server ends without waiting for it; it ends itself when the server is gone.
  worker.unref();
  worker.channel?.unref();
  return worker;
}

const pick = (...names: string[]) =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
