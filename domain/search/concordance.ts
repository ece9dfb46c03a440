import type { DocumentText } from "@/domain/text/document-text";
import { findFolded, foldText } from "@/domain/text/fold-text";
import type { Range, Span } from "@/domain/text/span";
import { spansInRole } from "@/domain/text/spans";

/** Where a search looks for words: in what is marked of a statement, or in its paragraphs as well. */
export type Within = "statement" | "context";

/** UTF-16 units of a paragraph that are looked at on either side: a text without line breaks is one. */
const MOST_AROUND = 2000;
/** Code points that a line shows on either side. */
const SHOWN_AROUND = 120;
/** Words that a line is sorted by. */
const SORTED_BY = 6;

/** The paragraphs that a statement stands in, in UTF-16 units. */
export function paragraphsOf(text: DocumentText, spans: readonly Range[]): Range {
  const first = text.toUtf16(Math.min(...spans.map(({ start }) => start)));
  const last = text.toUtf16(Math.max(...spans.map(({ end }) => end)));
  const before = text.text.lastIndexOf("\n", first - 1);
  const after = text.text.indexOf("\n", last);
  return {
    start: Math.max(first === 0 ? 0 : before + 1, first - MOST_AROUND),
    end: Math.min(after < 0 ? text.text.length : after, last + MOST_AROUND),
  };
}

/**
 * What a line of the concordance is about, in code points: the searched words where they stand first, in the statement
 * before its surroundings; without a search, or where they are not found as they stand, the statement's first content.
 */
export function findNode(text: DocumentText, spans: readonly Span[], words: string, within: Within): Range {
  const whole = spansInRole(spans, "content")[0] ?? spans[0] ?? { start: 0, end: 0 };
  if (words === "") return { start: whole.start, end: whole.end };
  const toRange = (from: number, { start, end }: Range): Range => ({
    start: text.fromUtf16(from + start, "down"),
    end: text.fromUtf16(from + end, "up"),
  });
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const found = findFolded(span.quote, words);
    if (found) return toRange(text.toUtf16(span.start), found);
  }
  if (within === "context") {
    const around = paragraphsOf(text, spans);
    const found = findFolded(text.text.slice(around.start, around.end), words);
    if (found) return toRange(around.start, found);
  }
  return { start: whole.start, end: whole.end };
}

export interface ConcordanceLine {
  before: string;
  match: string;
  after: string;
}

/** A line as it is read: white space as single spaces, and no half words at its ends. */
export function toLine(text: DocumentText, { start, end }: Range): ConcordanceLine {
  const first = Math.max(0, start - SHOWN_AROUND);
  const last = Math.min(text.length, end + SHOWN_AROUND);
  const isCut = (at: number) => at > 0 && at < text.length && /^\S\S/u.test(text.slice(at - 1, at + 1));
  const before = text.slice(first, start);
  const after = text.slice(end, last);
  return {
    before: flat(isCut(first) ? before.replace(HALF_FIRST, "") : before),
    match: flat(text.slice(start, end)),
    after: flat(isCut(last) ? after.replace(HALF_LAST, "") : after),
  };
}

// Scripts without spaces have long stretches without any, which stay.
const HALF_FIRST = /^\S{1,30}\s+/u;
const HALF_LAST = /\s+\S{1,30}$/u;

const flat = (words: string) => words.replace(/\s+/gu, " ");

// Scripts without spaces have no words to be cut at: each of their letters, with its marks, counts as one.
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;

/** What lines are compared by: the words before the match, the nearest first, or those after it, folded. */
export function sortKey(text: DocumentText, { start, end }: Range, side: "before" | "after"): string {
  const around =
    side === "before"
      ? text.slice(Math.max(0, start - SHOWN_AROUND), start)
      : text.slice(end, Math.min(text.length, end + SHOWN_AROUND));
  const words = foldText(around).match(WORDS) ?? [];
  const nearest = side === "before" ? words.slice(-SORTED_BY).reverse() : words.slice(0, SORTED_BY);
  return nearest.join(" ");
}
