import { AnnotatedFormatError, type ArticleReference } from "@/domain/import/annotated/annotated-format";
import { UnknownFormatError } from "@/domain/import/annotated/unknown-format-error";
import type { PlannedImport } from "@/server/bulk/import/plan-import";
import type { TextAnswer } from "@/server/import/annotated/worker-messages";
import { KeptThread } from "@/server/threads/kept-thread";
import type { FromThread, ToThread } from "./thread-messages";

/** Megabytes: room for a registry and what a file says of it, and little enough that the thread tidies up instead of growing. */
const planners = new KeptThread<ToThread, FromThread>("import", {
  maxYoungGenerationSizeMb: 16,
  maxOldGenerationSizeMb: 512,
});

interface Options {
  findText(article: ArticleReference): Promise<TextAnswer["found"]>;
  /** Hears what the files are in, as soon as that is known. */
  onFormat(format: { key: string; name: string }): void;
}

/** Starts the thread that the next import will want, unless there is one, and what it reads with. */
export function readyPlanner(program: string): void {
  planners.ready(program).say({ kind: "ready" });
}

/** Plans an import in a thread of its own. Throws AnnotatedFormatError where the files cannot be read. */
export async function planInThread(
  program: string,
  task: Omit<ToThread & { kind: "plan" }, "kind">,
  { findText, onFormat }: Options,
): Promise<PlannedImport> {
  const thread = planners.take(program);
  try {
    thread.say({ kind: "plan", ...task });
    for (;;) {
      const message = await thread.hear();
      if (message.kind === "planned") return message.planned;
      if (message.kind === "failed") throw toldBy(message);
      if (message.kind === "format") onFormat(message.format);
      if (message.kind === "find") {
        const { number, article } = message;
        const answer = (found: TextAnswer["found"]) => thread.say({ kind: "found", number, found });
        void findText(article).then(answer, () => answer(null));
      }
    }
  } finally {
    // Not kept: what it holds is as large as what it read.
    thread.end();
  }
}

/** Brings what was written very much of into the file of SQLite, in a thread, while others save. */
export async function tidyInThread(program: string, file: string): Promise<void> {
  const thread = planners.take(program);
  try {
    thread.say({ kind: "tidy", file });
    const message = await thread.hear();
    if (message.kind === "failed") throw toldBy(message);
  } finally {
    thread.end();
  }
}

function toldBy({ as, message }: FromThread & { kind: "failed" }): Error {
  if (as === "unknown") return new UnknownFormatError();
  return as === "format" ? new AnnotatedFormatError(message) : new Error(message);
}
