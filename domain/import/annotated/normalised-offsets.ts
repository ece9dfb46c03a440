import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";

/** A file's text as it is stored, and what a position of the one is in the other. */
export interface NormalisedOffsets {
  text: DocumentText;
  /** Code point offset in the text as the file has it → in the stored text. Throws RangeError outside the text. */
  fromCodePoints(offset: number): number;
  /** UTF-16 offset in the text as the file has it → code point offset. Throws RangeError outside it, or within a character. */
  fromUtf16(offset: number): number;
}

/** Throws UnstorableTextError for a text that cannot be stored. */
export function normalisedOffsets(raw: string): NormalisedOffsets {
  const text = new DocumentText(normaliseText(raw));
  const before = new DocumentText(raw);
  // What normalising takes out: the mark at the start and the CR of each CRLF.
  const removed: number[] = raw.startsWith("\uFEFF") ? [0] : [];
  for (const { index } of raw.matchAll(/\r\n/g)) removed.push(index);
  const fromUtf16 = (offset: number) => text.fromUtf16(offset - countBelow(removed, offset));
  return { text, fromUtf16, fromCodePoints: (offset) => fromUtf16(before.toUtf16(offset)) };
}

/** How many of ascending numbers are below one. */
function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
