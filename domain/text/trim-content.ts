import type { DocumentText } from "./document-text";
import { trimRange } from "./snap-range";
import type { Range } from "./span";

/** Ends a sentence or a clause, in the scripts whose newspapers use it. */
const FINAL = /[.!?…,;:。！？，、；：।؟،؛۔։]/u;
const CLOSING_QUOTE = /["'”’»›」』“‘]/u;
/** U.S., a.m., т.е.: the last period belongs to the word. */
const DOTTED_ABBREVIATION = /(?:^|[^\p{L}])(?:\p{L}\.){2,}$/u;

/**
 * The codebook's rule for content: no white space at the edges and no sentence-final punctuation, unless it stands inside
 * the quotation marks (`“… violence.”` keeps its period; `… conclusions.` loses it, and so does `“… violence”.`).
 * A range that holds nothing else is only trimmed; null when it holds nothing but white space.
 */
export function trimContent(text: DocumentText, range: Range): Range | null {
  const trimmed = trimRange(text, range);
  if (!trimmed) return null;
  // A closing quotation mark right after the range: the punctuation is inside the quotes, the mark was not selected.
  const next = trimmed.end < text.length ? text.slice(trimmed.end, trimmed.end + 1) : "";
  if (next !== "" && CLOSING_QUOTE.test(next)) return trimmed;

  const words = text.slice(trimmed.start, trimmed.end);
  let length = words.length;
  while (length > 0 && FINAL.test(words.charAt(length - 1)) && !DOTTED_ABBREVIATION.test(words.slice(0, length))) {
    length = words.slice(0, length - 1).trimEnd().length;
  }
  // What was cut lies in the basic plane: one unit is one code point.
  return length === 0 ? trimmed : { start: trimmed.start, end: trimmed.end - (words.length - length) };
}
