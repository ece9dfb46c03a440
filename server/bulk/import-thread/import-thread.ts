import { parentPort } from "node:worker_threads";
import Database from "better-sqlite3";
import { AnnotatedFormatError, type ArticleReference } from "@/domain/import/annotated/annotated-format";
import { UnknownFormatError } from "@/domain/import/annotated/unknown-format-error";
import { planImport } from "@/server/bulk/import/plan-import";
import { parseInWorker, warmUp } from "@/server/import/annotated/parse-in-worker";
import type { TextAnswer } from "@/server/import/annotated/worker-messages";
import type { FromThread, ToThread } from "./thread-messages";

// The thread in which imports are planned, so that who saves meanwhile waits for none of it: it starts the process that
// reads the files, looks at the database over a connection of its own, and leaves the rows where the server takes them.

let asked = 0;
const waiting = new Map<number, (found: TextAnswer["found"]) => void>();

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "ready") warmUp();
  else if (message.kind === "found") {
    waiting.get(message.number)?.(message.found);
    waiting.delete(message.number);
  } else if (message.kind === "tidy") tidy(message.file);
  else void plan(message).catch(fail);
});

async function plan({ source, reading, options, spool }: ToThread & { kind: "plan" }): Promise<void> {
  const { format, parts } = await parseInWorker({ ...reading, findText });
  say({ kind: "format", format });
  const planned = await planImport({ format: format.key, parts }, { ...options, source, spool });
  say({ kind: "planned", planned });
}

/** As far as nobody reads what was there before; others go on reading and writing. */
function tidy(file: string): void {
  try {
    const db = new Database(file, { fileMustExist: true });
    db.pragma("wal_checkpoint(PASSIVE)");
    db.close();
    say({ kind: "tidied" });
  } catch (error) {
    fail(error);
  }
}

function findText(article: ArticleReference): Promise<TextAnswer["found"]> {
  asked += 1;
  const number = asked;
  say({ kind: "find", number, article });
  return new Promise((resolve) => {
    waiting.set(number, resolve);
  });
}

/** The server ends the thread after this. */
function fail(error: unknown): void {
  const as =
    error instanceof UnknownFormatError ? "unknown" : error instanceof AnnotatedFormatError ? "format" : "error";
  const message = error instanceof Error ? String(as === "error" ? error.stack : error.message) : String(error);
  say({ kind: "failed", as, message });
}

const say = (message: FromThread) => parentPort?.postMessage(message);
