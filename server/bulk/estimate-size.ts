import type { Dataset } from "@/domain/formats/dataset";
import type { ExportFormat, WriteOptions } from "@/domain/formats/export-format";
import { pack } from "@/domain/formats/pack";
import type { ReadDataset } from "./dataset-of";

/** Documents written to tell the size. */
const SAMPLE = 20;

/** How large the packed export is: counted where it is small, else the first documents' bytes for each of the others. */
export async function estimateSize(
  { dataset, size }: ReadDataset,
  format: ExportFormat,
  options: WriteOptions,
): Promise<{ bytes: number; exact: boolean }> {
  const sampled = Math.min(size, SAMPLE);
  let bytes = 0;
  for await (const chunk of pack(format, firstDocuments(dataset), options)) bytes += chunk.length;
  const exact = sampled === size;
  return { bytes: exact ? bytes : Math.round((bytes * size) / sampled), exact };
}

/** The dataset as far as it is looked at before it is written: its first documents. */
export function firstDocuments(dataset: Dataset): Dataset {
  return {
    ...dataset,
    documents: (parts) => first(dataset.documents(parts), SAMPLE),
    // History is not kept by document; as long a part of it as the documents are.
    events: () => first(dataset.events(), SAMPLE * 100),
  };
}

async function* first<T>(items: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let left = count;
  for await (const item of items) {
    yield item;
    left -= 1;
    if (left === 0) return;
  }
}
