/** A line of a page as it was set. */
export interface PageLine {
  text: string;
  /** Height of the line's place on the page, upwards; lines of one column follow each other downwards. */
  y: number;
  /** The first line of a page has nothing above it to be compared with. */
  startsPage: boolean;
}

/**
 * Paragraphs of lines that a page broke: lines of one paragraph are joined by a space, a word hyphenated at the end of a
 * line is put together again, and paragraphs are set apart by an empty line. A paragraph ends where the gap to the next
 * line is wider than between most lines, or, where gaps tell nothing, after a short line that ends a sentence.
 */
export function rejoinLines(lines: readonly PageLine[]): { text: string; hyphensJoined: number } {
  const set = lines.filter(({ text }) => text.trim() !== "");
  const gap = typical(set.flatMap((_, at) => gapAbove(set, at) ?? []));
  const width = typical(
    set.map(({ text }) => text.length).filter((length) => length > 20),
    0.8,
  );
  let text = "";
  let hyphensJoined = 0;
  for (const [at, line] of set.entries()) {
    const next = line.text.trim();
    const previous = set[at - 1];
    if (!previous) {
      text = next;
      continue;
    }
    const above = gapAbove(set, at);
    const wide = above !== null && gap > 0 && above > gap * 1.35;
    const short = previous.text.trim().length < width * 0.75 && /[.!?…:”"»)]$/.test(previous.text.trim());
    if (wide || short) {
      text += `\n\n${next}`;
    } else if (/\p{L}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) {
      text = text.slice(0, -1) + next;
      hyphensJoined++;
    } else {
      text += `${endsWithoutSpaces(text, next) ? "" : " "}${next}`;
    }
  }
  return { text, hyphensJoined };
}

/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」]/u;
const endsWithoutSpaces = (text: string, next: string) =>
  UNSPACED.test(text.slice(-1)) && UNSPACED.test(next.slice(0, 1));

/** Null: it is above the line on another page or in another column. */
function gapAbove(lines: readonly PageLine[], at: number): number | null {
  const [line, previous] = [lines[at], lines[at - 1]];
  if (!line || !previous || line.startsPage || line.y >= previous.y) return null;
  return previous.y - line.y;
}

/** The value below which this share of them lies; 0 of none. */
function typical(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
