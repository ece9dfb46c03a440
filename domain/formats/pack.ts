import { Zip, ZipDeflate } from "fflate";
import type { Dataset } from "./dataset";
import type { ExportFormat, OutputFile, WriteOptions } from "./export-format";
import { DatasetError } from "./verify-document";

/** The export as the bytes that are sent: the file itself, or a ZIP of the folder. */
export async function* pack(format: ExportFormat, dataset: Dataset, options: WriteOptions): AsyncGenerator<Uint8Array> {
  const files = format.files(dataset, options);
  if (format.shape === "folder") yield* zipped(files);
  else for await (const { chunks } of files) for await (const chunk of chunks) yield encoded(chunk);
}

/** What the packed export is called and is. */
export function packedAs({ shape, extension, mediaType }: ExportFormat): { extension: string; mediaType: string } {
  return shape === "folder" ? { extension: "zip", mediaType: "application/zip" } : { extension, mediaType };
}

const encoder = new TextEncoder();
const encoded = (chunk: string | Uint8Array) => (typeof chunk === "string" ? encoder.encode(chunk) : chunk);

/** Files in a ZIP without its 64-bit extension. */
const MOST_FILES = 65_535;
const MOST_BYTES = 2 ** 32 - 1;

/** In the zone of the machine, because ZIP has none: the same everywhere, and the same data gives the same bytes. */
const EPOCH = new Date(1980, 0, 1);

async function* zipped(files: AsyncIterable<OutputFile>): AsyncGenerator<Uint8Array> {
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
