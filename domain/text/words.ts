import type { DocumentText } from "./document-text";
import { segmenterFor } from "./segmenter";
import type { Range } from "./span";

/** The words within a range, in order: what is between them (white space, punctuation) is none. `language` is a BCP 47 tag. */
export function findWords(text: DocumentText, range: Range, language?: string | null): Range[] {
  return unitsIn(text, text.toUtf16(range.start), text.toUtf16(range.end), "word", language).map(({ from, to }) => ({
    start: text.fromUtf16(from, "down"),
    end: text.fromUtf16(to, "up"),
  }));
}

export type EdgeStep = { side: "start" | "end"; direction: "forward" | "back"; by: "word" | "character" };

/**
 * Where an edge at a position goes by one word or one character as readers see them: an end to the end of one, a start to
 * the start of one, over white space and line breaks. Null at the end of the text. Throws RangeError outside the text.
 */
export function stepEdge(
  text: DocumentText,
  position: number,
  { side, direction, by }: EdgeStep,
  language?: string | null,
): number | null {
  const from = text.toUtf16(position);
  const passed = (edge: number) => (direction === "forward" ? edge > from : edge < from);
  for (const line of linesFrom(text.text, from, direction)) {
    const edges = unitsIn(text, line.start, line.end, by, language).map((unit) =>
      side === "start" ? unit.from : unit.to,
    );
    const next = direction === "forward" ? edges.find(passed) : edges.findLast(passed);
    if (next !== undefined) return text.fromUtf16(next, side === "start" ? "down" : "up");
  }
  return null;
}

type Unit = { from: number; to: number };

/** Words, or characters that are not white space, between two UTF-16 positions of one line or more. */
function unitsIn(
  text: DocumentText,
  from: number,
  to: number,
  by: EdgeStep["by"],
  language: string | null | undefined,
): Unit[] {
  const granularity = by === "word" ? "word" : "grapheme";
  const units: Unit[] = [];
  for (const line of text.text.slice(from, to).matchAll(/[^\n]+/g)) {
    for (const { segment, index, isWordLike } of segmenterFor(granularity, language).segment(line[0])) {
      if (by === "word" ? !isWordLike : segment.trim() === "") continue;
      const start = from + line.index + index;
      units.push({ from: start, to: start + segment.length });
    }
  }
  return units;
}

/** The line around a UTF-16 position, then those after it or before it, without their line breaks. */
function* linesFrom(
  units: string,
  at: number,
  direction: EdgeStep["direction"],
): Generator<{ start: number; end: number }> {
  let position = at;
  while (position >= 0 && position <= units.length) {
    const start = position === 0 ? 0 : units.lastIndexOf("\n", position - 1) + 1;
    const found = units.indexOf("\n", position);
    const end = found < 0 ? units.length : found;
    if (end > start) yield { start, end };
    position = direction === "forward" ? end + 1 : start - 1;
  }
}
