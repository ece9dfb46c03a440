import { Zip, ZipDeflate } from "fflate";
import type { OutputFile } from "./export-format";
import { DatasetError } from "./verify-document";

const encoder = new TextEncoder();
/** A chunk of a file as bytes. */
export const encoded = (chunk: string | Uint8Array) => (typeof chunk === "string" ? encoder.encode(chunk) : chunk);

/** Files in a ZIP without its 64-bit extension. */
const MOST_FILES = 65_535;
const MOST_BYTES = 2 ** 32 - 1;

/** In the zone of the machine, because ZIP has none: the same everywhere, and the same data gives the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** Files in a ZIP, deflated, in the order they come; bytes are handed on as they are made. Throws DatasetError beyond its limits. */
export async function* zipped(files: AsyncIterable<OutputFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let [count, bytes] = [0, 0];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
    bytes += chunk.length;
  });
  function taken(): Uint8Array[] {
    if (bytes > MOST_BYTES || count > MOST_FILES) {
      throw new DatasetError(
        `a ZIP takes ${MOST_FILES} files and 4 GB at most: choose fewer documents, or a format of one file`,
      );
    }
    const chunks = ready;
    ready = [];
    return chunks;
  }
  for await (const { path, chunks } of files) {
    count += 1;
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = EPOCH;
    zip.add(entry);
    for await (const chunk of chunks) {
      entry.push(encoded(chunk));
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
