import { parentPort } from "node:worker_threads";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { pack } from "@/domain/formats/pack";
import { DatasetError } from "@/domain/formats/verify-document";
import { datasetOf, readUsedVersions } from "@/server/bulk/dataset-of";
import { estimateSize } from "@/server/bulk/estimate-size";
import { openSnapshot, type Snapshot } from "@/server/bulk/snapshot";
import { writeOptions } from "@/server/bulk/write-options";
import type { FromThread, ToThread } from "./thread-messages";

// The thread in which exports are written, so that who saves meanwhile waits for none of it: it reads the database over a
// connection of its own and hands the bytes over, without copying them and never more than the server has taken.

/** Bytes handed over at a time, about. */
const AT_A_TIME = 64 * 1024;
/** How many of these may be on their way: enough that the thread need not wait while the server has other things to do. */
const AHEAD = 32;

let snapshot: Snapshot | null = null;
let onTheWay = 0;
let taken: (() => void) | null = null;
let told: ((text: string | null) => void) | null = null;

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "taken") {
    onTheWay -= 1;
    taken?.();
  } else if (message.kind === "report") told?.(message.text);
  else void (message.kind === "open" ? open(message) : write(message)).catch(fail);
});

async function open({ source, projectId }: ToThread & { kind: "open" }): Promise<void> {
  snapshot = await openSnapshot(source, { isById: true });
  say({ kind: "opened", used: await readUsedVersions(snapshot, projectId) });
}

async function write({ plan, choice, isExpecting }: ToThread & { kind: "write" }): Promise<void> {
  if (!snapshot) throw new Error("Nothing is open.");
  const opened = await datasetOf(snapshot, plan);
  const format = EXPORT_FORMATS[choice.format];
  const options = writeOptions(choice, askForReport);
  if (isExpecting) say({ kind: "expected", bytes: (await estimateSize(opened, format, options)).bytes });
  let held: Uint8Array[] = [];
  let size = 0;
  // The first piece goes at once: whoever waits sees that it comes.
  let enough = 1;
  for await (const chunk of pack(format, opened.dataset, options)) {
    held.push(chunk);
    size += chunk.length;
    if (size < enough) continue;
    await handOver(held, size);
    [held, size, enough] = [[], 0, AT_A_TIME];
  }
  if (size > 0) await handOver(held, size);
  await snapshot.close();
  snapshot = null;
  say({ kind: "end" });
}

async function handOver(held: readonly Uint8Array[], size: number): Promise<void> {
  // Of its own: what a chunk lies in may hold others too.
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of held) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  onTheWay += 1;
  parentPort?.postMessage({ kind: "bytes", bytes } satisfies FromThread, [bytes.buffer]);
  while (onTheWay >= AHEAD) {
    await new Promise<void>((resolve) => {
      taken = resolve;
    });
  }
}

function askForReport(): Promise<string | null> {
  say({ kind: "ask" });
  return new Promise((resolve) => {
    told = resolve;
  });
}

/** The server ends the thread after this. */
function fail(error: unknown): void {
  const isContradiction = error instanceof DatasetError;
  const message = error instanceof Error ? (isContradiction ? error.message : String(error.stack)) : String(error);
  say({ kind: "failed", message, isContradiction });
}

const say = (message: FromThread) => parentPort?.postMessage(message);
