import type { ExportQuery } from "@/domain/contract/export";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { packedAs } from "@/domain/formats/pack";
import type { Actor } from "@/server/auth/actor";
import { toldAsProblem } from "@/server/bulk/dataset-problem";
import { writeDataset } from "@/server/bulk/write-dataset";
import { download } from "@/server/download";

/**
 * The dataset as a download, written while it is read and sent. Errors: 404, 403, 409 own_reading_unfinished; a document
 * that contradicts itself ends the answer, which a reader of it notices.
 */
export async function exportDataset(actor: Actor, projectId: string, query: ExportQuery): Promise<Response> {
  const { project, chunks } = await writeDataset({ actor, projectId, choice: query });
  const { extension, mediaType } = packedAs(EXPORT_FORMATS[query.format]);
  const started = await startedIterable(chunks).catch((error: unknown) => {
    throw toldAsProblem(error);
  });
  return download(started, {
    name: `${project.name} ${query.format}`,
    extension,
    type: mediaType,
    now: new Date(),
  });
}

/** What is written before the answer begins, in bytes: a small dataset whole. */
const HELD_BACK = 128 * 1024;

/** Waits for the beginning, so that what is wrong there is told as a problem and not by a broken answer. */
async function startedIterable(chunks: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  const held: Uint8Array[] = [];
  for (let bytes = 0; bytes < HELD_BACK; ) {
    const next = await chunks.next();
    if (next.done) break;
    held.push(next.value);
    bytes += next.value.length;
  }
  async function* go(): AsyncGenerator<Uint8Array> {
    try {
      yield* held;
      yield* chunks;
    } finally {
      await chunks.return(undefined);
    }
  }
  return go();
}
