import { seededOrder } from "./seeded-order";

/** How many annotators a document is to have. */
export interface Overlap {
  /** Annotators of a document that agreement is measured on. */
  readings: number;
  /** Only this share of the documents, 0 to 1, has so many and the others have one; null: all have. */
  sampleShare: number | null;
  /** Which documents are in the sample. */
  seed: string;
}

/** How many readings each document is to have, by id. A sample has at least one document. */
export function wantedReadings(
  documentIds: readonly string[],
  { readings, sampleShare, seed }: Overlap,
): Map<string, number> {
  if (sampleShare === null) return new Map(documentIds.map((id) => [id, readings]));
  const size = Math.max(1, Math.round(documentIds.length * sampleShare));
  const sample = new Set(seededOrder(documentIds, seed).slice(0, size));
  return new Map(documentIds.map((id) => [id, sample.has(id) ? readings : Math.min(1, readings)]));
}
