import type { DocumentText } from "./document-text";
import { segmenterFor } from "./segmenter";
import type { Range } from "./span";

/** The paragraphs of a text: its lines with edge white space trimmed, blank ones left out. In order. */
export function findParagraphs(text: DocumentText): Range[] {
  const paragraphs: Range[] = [];
  for (const match of text.text.matchAll(/[^\n]+/g)) {
    const trimmed = trimUnits(text.text, match.index, match.index + match[0].length);
    if (trimmed) paragraphs.push({ start: text.fromUtf16(trimmed.start), end: text.fromUtf16(trimmed.end) });
  }
  return paragraphs;
}

/**
 * The sentences of a text, in order, edge white space trimmed. Every character that is not white space is in exactly one
 * of them, and none crosses a line break. `language` is a BCP 47 tag.
 */
export function findSentences(text: DocumentText, language?: string | null): Range[] {
  return findParagraphs(text).flatMap((paragraph) => findSentencesIn(text, paragraph, language));
}

/** The sentences within one paragraph as `findParagraphs` gives it. */
export function findSentencesIn(text: DocumentText, paragraph: Range, language?: string | null): Range[] {
  const start = text.toUtf16(paragraph.start);
  const end = text.toUtf16(paragraph.end);
  const sentences: Range[] = [];
  let open = start;
  for (const boundary of sentenceBoundaries(text.text, start, end, language)) {
    const last = text.text.slice(Math.max(open, boundary - LONGEST_END), boundary);
    if (boundary < end && continues(last, text.text.slice(boundary, boundary + 2))) continue;
    const trimmed = trimUnits(text.text, open, boundary);
    if (trimmed) sentences.push({ start: text.fromUtf16(trimmed.start), end: text.fromUtf16(trimmed.end) });
    open = boundary;
  }
  return sentences;
}

/**
 * Ends of the segments that Unicode's rules find. Cut in windows because each segment the engine returns copies the whole
 * string it was given, which makes one call over a long text quadratic. A window starts at a boundary, so the cut does
 * not change the result.
 */
function* sentenceBoundaries(text: string, start: number, end: number, language?: string | null): Generator<number> {
  const segmenter = segmenterFor("sentence", language);
  let from = start;
  let size = 4096;
  while (from < end) {
    const window = text.slice(from, Math.min(end, from + size));
    const isLast = from + window.length === end;
    const starts = Array.from(segmenter.segment(window), (segment) => segment.index);
    if (!isLast && starts.length < 3) {
      size *= 2;
      continue;
    }
    // The last two segments of a window that is not the last may look different with more context after them.
    const kept = isLast ? starts.slice(1) : starts.slice(1, -1);
    for (const index of kept) yield from + index;
    if (isLast) break;
    from += kept.at(-1) as number;
    size = 4096;
  }
  yield end;
}

/** Written with a period inside a sentence, by lower-cased form. Titles, and words that a number or name follows. */
const ABBREVIATIONS = new Set(
  (
    "mr mrs ms messrs mx dr prof st sr jr hon rev fr gen adm cmdr col lt maj capt cpl sgt pvt sen rep gov pres amb " +
    "min insp supt det vs v cf viz e.g i.e ca approx no nos vol fig art sec ch para pp ed eds trans est " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri " +
    "bzw z.b d.h u.a ggf evtl str nr hr mme mlle m sra srta dra avda núm г ул д стр им"
  ).split(" "),
);

/** So many units at the end of a sentence tell whether it goes on: an abbreviation and the white space after it. */
const LONGEST_END = 64;

/** Whether what Unicode's rules cut after a sentence, of which the end is given, still belongs to it. */
function continues(sentence: string, next: string): boolean {
  // “Stop!” she said. / Yahoo! reported: the period rule of Unicode covers only periods.
  if (/^\p{Lowercase_Letter}/u.test(next)) return true;
  const word = /(?:^|[\s\p{Ps}\p{Pi}"'])([\p{L}.]+)\.\s+$/u.exec(sentence)?.[1];
  if (word === undefined) return false;
  // Initials: J. Smith, John F. Kennedy.
  return /^\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

function trimUnits(text: string, start: number, end: number): { start: number; end: number } | null {
  const piece = text.slice(start, end);
  const leading = piece.length - piece.trimStart().length;
  if (leading === piece.length) return null;
  return { start: start + leading, end: start + piece.trimEnd().length };
}
