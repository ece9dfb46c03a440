interface DownloadOptions {
  /** What the file is about, as people call it; its name is made of it and of today's date. */
  name: string;
  extension: string;
  type: string;
  now: Date;
}

type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** A file as an answer, written while it is sent. */
export function download(chunks: Chunks, { name, extension, type, now }: DownloadOptions): Response {
  return new Response(streamOf(chunks), {
    headers: fileHeaders({ name: fileName(name, extension, now), type }),
  });
}

/** What the browser is told of a file it is to keep. */
export function fileHeaders({ name, type }: { name: string; type: string }): Record<string, string> {
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}"`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  };
}

export const fileName = (name: string, extension: string, now: Date) =>
  `${slug(name)}-${now.toISOString().slice(0, 10)}.${extension}`;

function streamOf(chunks: Chunks): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(typeof next.value === "string" ? encoder.encode(next.value) : next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** A file name that every system takes. */
const slug = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/^-+|-+$/g, "")
    .toLowerCase() || "dataset";
