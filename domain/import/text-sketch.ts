/** Words in a row that are compared. */
const SHINGLE = 5;
/** Hashes a sketch holds: the likeness of two texts is estimated within about 0.04. */
const SKETCH = 256;
/** Hashes after which two texts without one in common are taken to have none: copies get so far in one of 10^9 cases. */
const HOPELESS = 24;
/** From here on two texts are one wire copy, edited or cut. */
export const LIKENESS_OF_COPIES = 0.6;

/**
 * What is kept of a text to find others that are nearly the same: the smallest hashes of its sequences of five words,
 * ascending (bottom-k MinHash, Broder 1997). Case, punctuation and white space do not count.
 */
export function sketchOf(text: string): number[] {
  const words = wordsOf(text);
  const hashes = new Set<number>();
  for (let start = 0; start === 0 || start + SHINGLE <= words.length; start++) {
    hashes.add(hashOf(words.slice(start, start + SHINGLE)));
  }
  return words.length === 0 ? [] : [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** Share of the word sequences of two texts that both have (Jaccard), 0 to 1, estimated from their sketches. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const size = Math.min(SKETCH, Math.max(a.length, b.length));
  let [i, j, seen, shared] = [0, 0, 0, 0];
  while (seen < size && (i < a.length || j < b.length)) {
    const [left, right] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
    seen++;
    if (shared === 0 && seen === HOPELESS) return 0;
  }
  return seen === 0 ? 0 : shared / seen;
}

/** Characters of scripts without spaces count as words. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** FNV-1a over UTF-16 units, mixed so that near inputs lie far apart. */
function hashOf(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
