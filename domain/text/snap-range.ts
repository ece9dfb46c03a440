import type { Codebook } from "@/domain/codebook/codebook";
import type { DocumentText } from "./document-text";
import { segmenterFor } from "./segmenter";
import { findSentencesIn } from "./sentences";
import type { Range } from "./span";

/** The range without white space at its edges; null when nothing else is in it. */
export function trimRange(text: DocumentText, range: Range): Range | null {
  const words = text.slice(range.start, range.end);
  const trimmed = words.trim();
  if (trimmed === "") return null;
  // White space lies in the basic plane: one unit is one code point.
  const start = range.start + words.length - words.trimStart().length;
  return { start, end: range.end - (words.length - words.trimEnd().length) };
}

/**
 * The range that a selection stands for: edge white space trimmed, then widened to whole characters as readers see them
 * ("character"), whole words or whole sentences. Null when the selection holds nothing but white space.
 *
 * Applying it again changes nothing. `language` is a BCP 47 tag. Throws RangeError outside the text.
 */
export function snapRange(
  text: DocumentText,
  range: Range,
  snapping: Codebook["snapping"],
  language?: string | null,
): Range | null {
  const trimmed = trimRange(text, range);
  if (!trimmed) return null;
  if (snapping === "sentence") return widenToSentences(text, trimmed, language);
  const granularity = snapping === "word" ? "word" : "grapheme";
  return {
    start: segmentAt(text, trimmed.start, granularity, language).start,
    end: segmentAt(text, trimmed.end - 1, granularity, language).end,
  };
}

/** The word (or grapheme) that holds the character after a position. Words never cross a line break. */
function segmentAt(
  text: DocumentText,
  position: number,
  granularity: "word" | "grapheme",
  language?: string | null,
): Range {
  const line = lineAround(text, position);
  const lineText = text.text.slice(line.start, line.end);
  const segment = segmenterFor(granularity, language)
    .segment(lineText)
    .containing(text.toUtf16(position) - line.start);
  if (!segment) throw new RangeError(`position ${position} outside text of ${text.length} code points`);
  const start = line.start + segment.index;
  return { start: text.fromUtf16(start), end: text.fromUtf16(start + segment.segment.length) };
}

function widenToSentences(text: DocumentText, range: Range, language?: string | null): Range {
  const sentenceAt = (position: number) => {
    const line = lineAround(text, position);
    const paragraph = trimRange(text, { start: text.fromUtf16(line.start), end: text.fromUtf16(line.end) }) ?? range;
    const sentences = findSentencesIn(text, paragraph, language);
    return sentences.find((sentence) => sentence.start <= position && position < sentence.end) ?? range;
  };
  return { start: sentenceAt(range.start).start, end: sentenceAt(range.end - 1).end };
}

/** The line that holds the character after a position, in UTF-16, without its line break. */
function lineAround(text: DocumentText, position: number): { start: number; end: number } {
  const unit = text.toUtf16(position);
  const start = unit === 0 ? 0 : text.text.lastIndexOf("\n", unit - 1) + 1;
  const end = text.text.indexOf("\n", unit);
  return { start, end: end < 0 ? text.text.length : end };
}
