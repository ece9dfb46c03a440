import type { Dataset } from "./dataset";
import type { ExportFormat, WriteOptions } from "./export-format";
import { encoded, zipped } from "./zip";

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
