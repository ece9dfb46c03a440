import { once } from "node:events";
import { Socket } from "node:net";
import { AnnotatedFormatError, type ArticleReference } from "@/domain/import/annotated/annotated-format";
import { ANNOTATED_FORMATS, recogniseFormat } from "@/domain/import/annotated/annotated-formats";
import { UnknownFormatError } from "@/domain/import/annotated/unknown-format-error";
import { ReadError } from "../read-error";
import { type DiskFile, headOf } from "./disk-file";
import { unpackFiles } from "./unpack-files";
import type { ReadingLine, ReadingTask, TextAnswer } from "./worker-messages";

// The process in which annotated data is read: it knows nothing of the database or of settings, opens no connection, and
// ends with what it reads. Its standard output is the way back: the pipe makes it wait for who listens.
const refuse = () => {
  throw new Error("Nothing is fetched while a file is read.");
};
Object.assign(globalThis, { fetch: refuse, WebSocket: refuse });

let left = 0;
const waiting = new Map<number, (found: TextAnswer["found"]) => void>();

process.on("message", (message: ReadingTask | TextAnswer) => {
  if ("number" in message) {
    waiting.get(message.number)?.(message.found);
    waiting.delete(message.number);
    return;
  }
  // The pipe and the channel are open by now.
  Object.assign(Socket.prototype, { connect: refuse });
  void read(message)
    .catch((error: unknown) =>
      say({ part: "failed", message: explain(error), isUnknown: error instanceof UnknownFormatError }),
    )
    // What was said last may still be on its way to a reader who is busy.
    .finally(() => process.stdout.write("", () => process.exit(0)));
});
process.on("disconnect", () => process.exit(0));

async function read(task: ReadingTask): Promise<void> {
  const { files, lines } = unpackFiles(task.files, task.folder);
  const head = (file: object) => headOf(file as DiskFile);
  const format = task.format ? ANNOTATED_FORMATS.find(({ key }) => key === task.format) : recogniseFormat(files, head);
  if (!format) throw new UnknownFormatError();
  await say({ part: "format", key: format.key, name: format.name });
  for (const line of lines) await say({ part: "line", line });
  const { codebook, columns } = task;
  for await (const part of format.parse(files, { codebook, ...(columns && { columns }), findText })) await say(part);
  await say({ part: "end" });
}

async function say(line: ReadingLine): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
}

function findText(article: ArticleReference): Promise<TextAnswer["found"]> {
  left += 1;
  const number = left;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    process.send?.({ number, article });
  });
}

function explain(error: unknown): string {
  const isKnown = error instanceof AnnotatedFormatError || error instanceof ReadError;
  return isKnown ? error.message : "The files cannot be read: they are damaged, or not what they seem.";
}
