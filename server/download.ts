interface DownloadOptions {
  /** What the file is about, as people call it; its name is made of it and of today's date. */
  name: string;
  extension: string;
  type: string;
  now: Date;
}

/** A file as an answer, written while it is sent. */
export function download(chunks: Iterable<string>, { name, extension, type, now }: DownloadOptions): Response {
  return new Response(streamOf(chunks), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${slug(name)}-${now.toISOString().slice(0, 10)}.${extension}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

function streamOf(chunks: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
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
