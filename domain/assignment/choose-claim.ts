import { type Overlap, wantedReadings } from "./wanted-readings";

interface ClaimFacts {
  /** In the order of the project. */
  documentIds: readonly string[];
  /** Readings there are of each document, finished or not; absent: none. */
  readings: ReadonlyMap<string, number>;
  /** Documents that whoever asks has or had read already. */
  own: ReadonlySet<string>;
}

/** The first document that still lacks a reading and that whoever asks is not reading; null: there is none for them. */
export function chooseClaim({ documentIds, readings, own }: ClaimFacts, overlap: Overlap): string | null {
  const wanted = wantedReadings(documentIds, overlap);
  const lacks = (id: string) => (readings.get(id) ?? 0) < (wanted.get(id) ?? 0);
  return documentIds.find((id) => lacks(id) && !own.has(id)) ?? null;
}
