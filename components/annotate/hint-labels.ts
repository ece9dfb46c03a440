const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Letters to type for each of a number of words, in reading order and none the beginning of another. One letter where
 * they suffice; else words far from both ends take two, since who says something mostly stands at an end of the sentence.
 * Words beyond what two letters can name get none.
 */
export function hintLabels(count: number): string[] {
  const letters = [...LETTERS];
  const doubles = (prefixes: number) => prefixes * letters.length;
  let prefixes = 0;
  while (prefixes < letters.length && letters.length - prefixes + doubles(prefixes) < count) prefixes++;
  const singles = letters.slice(0, letters.length - prefixes);
  const pairs = letters.slice(singles.length).flatMap((first) => letters.map((second) => first + second));
  // Odd ones go to the front: subject and verb come there more often.
  const front = Math.min(Math.ceil(singles.length / 2), count);
  const back = Math.min(singles.length - front, count - front);
  return Array.from({ length: Math.min(count, singles.length + pairs.length) }, (_, index) => {
    const fromEnd = count - 1 - index;
    if (index < front) return singles[index] ?? "";
    if (fromEnd < back) return singles[front + back - 1 - fromEnd] ?? "";
    return pairs[index - front] ?? "";
  });
}
