import type { Span } from "@/domain/text/span";
import type { SeededRandom } from "@/tests/support/seeded-random";

/** A text made of words, whose spans are named by words. */
export interface WordedText {
  text: string;
  /** Code points. */
  length: number;
  /** From the beginning of one word to the end of the one before another. */
  span(role: string, from: number, to: number): Span;
}

const WORDS =
  "said that the government of energy prices would not rise, according to officials; “naïve” – да 👩‍🚒".split(" ");
const LENGTH = 400;

export function wordedText(random: SeededRandom): WordedText {
  const words = Array.from({ length: LENGTH }, () => random.pick(WORDS));
  const starts: number[] = [];
  let length = 0;
  for (const word of words) {
    starts.push(length);
    length += Array.from(word).length + 1;
  }
  return {
    text: words.join(" "),
    length: length - 1,
    span(role, from, to) {
      const quote = words.slice(from, to).join(" ");
      const start = starts[from] ?? 0;
      return { role, start, end: start + Array.from(quote).length, quote };
    },
  };
}
