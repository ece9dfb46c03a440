import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import { AnnotatedFormatError, type ArticleReference } from "@/domain/import/annotated/annotated-format";
import { linesOf } from "@/domain/import/annotated/lines-of";
import { UnknownFormatError } from "@/domain/import/annotated/unknown-format-error";
import { perProcess } from "@/server/per-process";
import { builtProgram } from "@/server/threads/built-program";
import { memoryOf } from "../memory-of";
import { unstorablePart } from "./unstorable-part";
import type { ReadingLine, ReadingTask, TextAnswer, TextQuestion } from "./worker-messages";

/** What reading may take. */
export interface ReadingLimits {
  /** Milliseconds without anything coming while something is waited for. */
  silence: number;
  /** Bytes the process may hold in memory. */
  memory: number;
}

const LIMITS: ReadingLimits = { silence: 60_000, memory: 1024 * 1024 * 1024 };
/** How often memory is looked at, milliseconds. */
const WATCHED_EVERY = 50;

export interface Reading {
  /** What the files are in. */
  format: { key: string; name: string };
  /** To be read to its end, or left with `return()`, which ends the process. */
  parts: AsyncGenerator<AnnotatedPart>;
}

interface Options extends Omit<ReadingTask, "folder"> {
  findText(article: ArticleReference): Promise<TextAnswer["found"]>;
}

/**
 * Reads annotated data in a process of its own, part by part as they are asked for. Throws AnnotatedFormatError, here or
 * on the way, where files are of no known format, damaged, or over the limits.
 */
export async function parseInWorker({ findText, ...task }: Options, limits: ReadingLimits = LIMITS): Promise<Reading> {
  const folder = await mkdtemp(join(/* turbopackIgnore: true */ tmpdir(), "sayso-import-"));
  const worker = take();
  worker.channel?.ref();
  (worker.stdout as Socket | null)?.ref();
  worker.on("message", ({ number, article }: TextQuestion) => {
    void findText(article)
      .catch(() => null)
      .then((found) => worker.connected && worker.send({ number, found } satisfies TextAnswer));
  });
  const lines = readLines(worker, folder, limits);
  worker.send({ ...task, folder } satisfies ReadingTask, () => undefined);
  const first = await lines.next();
  if (first.done || first.value.part !== "format") throw new AnnotatedFormatError("The files could not be read.");
  const { key, name } = first.value;
  return { format: { key, name }, parts: partsOf(lines) };
}

async function* partsOf(lines: AsyncGenerator<ReadingLine>): AsyncGenerator<AnnotatedPart> {
  for await (const line of lines)
    if (line.part !== "end" && line.part !== "failed" && line.part !== "format") yield line;
}

async function* readLines(worker: ChildProcess, folder: string, limits: ReadingLimits): AsyncGenerator<ReadingLine> {
  let ended: string | null = null;
  const stop = (why: string) => {
    ended ??= why;
    worker.kill("SIGKILL");
  };
  const watch = setInterval(() => {
    if (memoryOf(worker) > limits.memory) stop("Reading the files took too much memory; it was stopped.");
  }, WATCHED_EVERY);
  let clock: NodeJS.Timeout | undefined;
  const waits = () => {
    clearTimeout(clock);
    const seconds = Math.ceil(limits.silence / 1000);
    clock = setTimeout(
      () => stop(`Reading the files stood still for ${seconds} seconds; it was stopped.`),
      limits.silence,
    );
  };
  try {
    waits();
    for await (const { text } of linesOf({ chunks: () => worker.stdout ?? ([] as never) })) {
      // While what came is worked on, the process is the one that waits.
      clearTimeout(clock);
      const line = unstorablePart(text) ?? (JSON.parse(text) as ReadingLine);
      if (line.part === "failed")
        throw line.isUnknown ? new UnknownFormatError() : new AnnotatedFormatError(line.message);
      yield line;
      if (line.part === "end") return;
      waits();
    }
    throw new AnnotatedFormatError(ended ?? "Reading the files failed: they are damaged, or too large.");
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
    worker.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
}

/** A process that has nothing to read yet; ends when nothing comes. */
interface Warm {
  worker: ChildProcess | null;
  idle?: NodeJS.Timeout;
}

const warm = perProcess<Warm>("annotated-reader", () => ({ worker: null }));
/** How long it is kept, milliseconds. */
const KEPT = 60_000;

/** To be called when files will probably be read soon: starting the process takes longer than reading a small one. */
export function warmUp(): void {
  clearTimeout(warm.idle);
  warm.worker ??= start();
  const { worker } = warm;
  // The server ends without waiting for it.
  worker.channel?.unref();
  (worker.stdout as Socket | null)?.unref();
  warm.idle = setTimeout(() => {
    if (warm.worker === worker) warm.worker = null;
    worker.kill("SIGKILL");
  }, KEPT).unref();
}

/** The process that is ready, or a new one. */
function take(): ChildProcess {
  const { worker } = warm;
  warm.worker = null;
  clearTimeout(warm.idle);
  return worker?.connected && worker.exitCode === null ? worker : start();
}

function start(): ChildProcess {
  const built = builtProgram("annotated-worker");
  const source = join(/* turbopackIgnore: true */ process.cwd(), "server/import/annotated/annotated-worker.ts");
  const worker = fork(built ?? source, {
    execArgv: [...(built ? [] : ["--import", "tsx"]), "--max-old-space-size=768"],
    // None of the server's settings: no database, no secret.
    env: { NODE_ENV: "production", ...pick("PATH", "TMPDIR", "TEMP", "SystemRoot") },
    serialization: "advanced",
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  // Who reads hears of it by the end of the pipe; with nobody listening it would end the server.
  worker.on("error", () => undefined);
  worker.unref();
  return worker;
}

const pick = (...names: string[]) =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
