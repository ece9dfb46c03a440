import type { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import { extent } from "@/domain/text/spans";
import { findQuotations } from "./quotations";
import { type Token, tokenise } from "./tokens";

/** How much of some words stands inside quotation marks. */
export type QuotationCover = "entire" | "partial" | "none";

/** A quotation may run through this many paragraphs before and after the words. */
const PARAGRAPHS_AROUND = 8;
/** Longer surroundings are not looked at: the cost of an answer does not grow with the article. */
const MAX_UNITS = 10_000;

/**
 * How much of the ranges stands inside quotation marks, in the marks of any script. Marks count as inside, white space
 * and punctuation between fragments do not count at all. Throws RangeError outside the text or for no ranges.
 */
export function quotationCover(text: DocumentText, ranges: readonly Range[]): QuotationCover {
  return new QuotationReader(text).cover(ranges);
}

/** Answers the same of many ranges of one text: what is around them is read once. */
export class QuotationReader {
  readonly #tokens = new Map<string, Token[]>();
  readonly #quoted = new Map<string, Range[]>();

  constructor(private readonly text: DocumentText) {}

  cover(ranges: readonly Range[]): QuotationCover {
    const around = paragraphsAround(this.text, extent(ranges));
    const paragraphs = around.map((paragraph) => this.#read(paragraph));
    const quoted = remember(this.#quoted, keyOf(around[0], around.at(-1)), () =>
      findQuotations(paragraphs).flatMap((quotation) => quotation.fragments),
    );
    const words = paragraphs.flatMap((tokens) =>
      tokens.filter((token) => token.kind === "word" && isWithin(token, ranges)),
    );
    const inside = words.filter((word) => isWithin(word, quoted)).length;
    if (inside === 0) return "none";
    return inside === words.length ? "entire" : "partial";
  }

  #read(paragraph: Range): Token[] {
    return remember(this.#tokens, keyOf(paragraph, paragraph), () => tokenise(this.text, paragraph));
  }
}

const keyOf = (first: Range | undefined, last: Range | undefined) => `${first?.start}-${last?.end}`;

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Whether a part of a word lies in one of some ranges. */
function isWithin(word: Range, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => word.start < end && start < word.end);
}

function paragraphsAround(text: DocumentText, { start, end }: Range): Range[] {
  const units = text.text;
  const first = text.toUtf16(start);
  const last = text.toUtf16(end);
  const from = walkBreaks(PARAGRAPHS_AROUND + 1, first, (at) => units.lastIndexOf("\n", at - 1)) ?? 0;
  const to = walkBreaks(PARAGRAPHS_AROUND + 1, last, (at) => units.indexOf("\n", at + 1)) ?? units.length;
  const around = units.slice(Math.max(from, first - MAX_UNITS), Math.min(to, last + MAX_UNITS));
  const base = Math.max(from, first - MAX_UNITS);
  return Array.from(around.matchAll(/[^\n]+/g), (match) => ({
    start: text.fromUtf16(base + match.index, "up"),
    end: text.fromUtf16(base + match.index + match[0].length, "up"),
  }));
}

/** Where the walk from one line break to the next has passed as many paragraphs; null when the text ends before. */
function walkBreaks(paragraphs: number, from: number, next: (at: number) => number): number | null {
  let at = from;
  for (let left = paragraphs; left > 0; ) {
    const found = next(at);
    // Before the first character a search backwards finds that character again.
    if (found < 0 || found === at) return null;
    // Blank lines between two paragraphs are none.
    if (Math.abs(found - at) > 1) left--;
    at = found;
  }
  return at;
}
