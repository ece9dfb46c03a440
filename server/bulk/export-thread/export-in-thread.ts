import type { ExportChoice } from "@/domain/contract/export";
import type { WriteOptions } from "@/domain/formats/export-format";
import { DatasetError } from "@/domain/formats/verify-document";
import { begun, NOTHING } from "@/server/bulk/begun";
import type { DatasetPlan } from "@/server/bulk/dataset-plan";
import type { DatabaseSource } from "@/server/database/database-source";
import { KeptThread } from "@/server/threads/kept-thread";
import type { ProgramThread } from "@/server/threads/program-thread";
import type { FromThread, ToThread } from "./thread-messages";

type WriterThread = ProgramThread<ToThread, FromThread>;

/**
 * Megabytes. A nursery in which several articles are written before it is looked through: of one that is small an article's
 * statements are copied again and again, and then kept; room for a registry and an article of any size, and little enough
 * that the thread tidies up instead of growing.
 */
const writers = new KeptThread<ToThread, FromThread>("export", {
  maxYoungGenerationSizeMb: 48,
  maxOldGenerationSizeMb: 512,
});

/** A thread with a snapshot of the database, from which one export is to be written. */
export interface OpenThread {
  /** Ids of the versions of the codebook that the project's statements are under. */
  used: string[];
  /** Throws DatasetError where the dataset contradicts itself, here or while its bytes are read. */
  write(plan: DatasetPlan, choice: ExportChoice, options: ThreadOptions): Promise<WrittenBytes>;
  /** To be called where nothing is written after all. */
  leave(): void;
}

export interface ThreadOptions {
  reliabilityReport: WriteOptions["reliabilityReport"];
  /** Whether to tell first how many bytes there will be. */
  isExpecting: boolean;
}

export interface WrittenBytes {
  /** About how many bytes there will be; null: nobody asked. */
  expected: number | null;
  /** To be read to its end, or left with `return()`. */
  chunks: AsyncGenerator<Uint8Array>;
}

/** Has a thread ready for the next export at any time: starting one takes longer than an export's first bytes. */
export function standThread(program: string): void {
  writers.stand(program);
}

/** Opens a snapshot of the database in a thread of its own, whose moment is over when this resolves. */
export async function openInThread(program: string, source: DatabaseSource, projectId: string): Promise<OpenThread> {
  const thread = writers.take(program);
  try {
    thread.say({ kind: "open", source, projectId });
    const opened = await hearWell(thread);
    if (opened.kind !== "opened") throw unexpected(opened);
    return {
      used: opened.used,
      leave: () => writers.end(thread),
      async write(plan, choice, options) {
        thread.say({ kind: "write", plan, choice, isExpecting: options.isExpecting });
        const first = options.isExpecting ? await hearAnswered(thread, options) : null;
        const expected = first?.kind === "expected" ? first.bytes : null;
        return { expected, chunks: await begun(chunksOf(thread, options)) };
      },
    };
  } catch (error) {
    writers.end(thread);
    throw error;
  }
}

async function* chunksOf(thread: WriterThread, options: ThreadOptions): AsyncGenerator<Uint8Array> {
  let isWhole = false;
  try {
    yield NOTHING;
    for (;;) {
      const message = await hearAnswered(thread, options);
      if (message.kind === "bytes") {
        thread.say({ kind: "taken" });
        yield message.bytes;
      } else if (message.kind === "end") {
        isWhole = true;
        return;
      } else throw unexpected(message);
    }
  } finally {
    if (isWhole) writers.keep(thread);
    else writers.end(thread);
  }
}

/** What the thread says next, once what it asks is answered. */
async function hearAnswered(thread: WriterThread, { reliabilityReport }: ThreadOptions) {
  for (;;) {
    const message = await hearWell(thread);
    if (message.kind !== "ask") return message;
    thread.say({ kind: "report", text: await reliabilityReport() });
  }
}

async function hearWell(thread: WriterThread): Promise<Exclude<FromThread, { kind: "failed" }>> {
  const message = await thread.hear();
  if (message.kind !== "failed") return message;
  throw message.isContradiction ? new DatasetError(message.message) : new Error(message.message);
}

const unexpected = ({ kind }: FromThread) => new Error(`The thread that writes exports says ${kind} out of turn.`);
