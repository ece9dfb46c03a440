import { splitWords } from "./segmenter";

/** A stretch of a text; `same` when the other text has it too. */
export type Piece = { words: string; same: boolean };

/** So many pairs of words are compared; longer texts differ as a whole between their common ends. */
const MOST_PAIRS = 1_000_000;

/** Two texts cut where they differ, by whole words of any script: put together again the pieces are the texts. */
export function diffWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [a, b] = [splitWords(before), splitWords(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const middle = commonWords(a.slice(start, endA), b.slice(start, endB));
  const pieces = (words: string[], end: number, kept: ReadonlySet<number>) =>
    joined(
      words.map((word, index) => ({ words: word, same: index < start || index >= end || kept.has(index - start) })),
    );
  return { before: pieces(a, endA, middle.a), after: pieces(b, endB, middle.b) };
}

/** Places of a longest common subsequence in both lists. */
function commonWords(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const common = { a: new Set<number>(), b: new Set<number>() };
  if (a.length * b.length > MOST_PAIRS) return common;
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.a.add(i++);
      common.b.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.same === piece.same) out[out.length - 1] = { words: last.words + piece.words, same: piece.same };
    else out.push(piece);
  }
  return out;
}
