import type { ReportLine } from "@/domain/import/annotated/annotated-data";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import type { Range } from "@/domain/text/span";
import { type ForeignMark, type ForeignReading, type OffsetUnit, reportLine } from "./foreign-data";
import { shorten } from "./shorten";

/** A text as a file has it and as it is stored, with the way from positions in the one to positions in the other. */
export class ForeignText {
  /** As stored. */
  readonly stored: DocumentText;
  readonly #written: DocumentText;
  readonly #hadMark: boolean;
  /** UTF-16 positions of CR before LF in the text as written: they are not stored. */
  readonly #dropped: readonly number[];

  /**
   * `hadMark`: a byte order mark stood before it in the file. Throws UnstorableTextError for a text that cannot be stored.
   */
  constructor(written: string, hadMark = false) {
    this.#hadMark = hadMark || written.startsWith("\uFEFF");
    const text = written.replace(/^\uFEFF/, "");
    this.#written = new DocumentText(text);
    this.stored = new DocumentText(normaliseText(written));
    this.#dropped = Array.from(text.matchAll(/\r\n/g), ({ index }) => index);
  }

  /** The ways in which positions of a file may count, likeliest first. */
  counts(units: readonly OffsetUnit[]): Count[] {
    return [
      ...units.map((unit) => this.#count(unit, "file", 0)),
      ...(this.#hadMark ? units.map((unit) => this.#count(unit, "file", 1)) : []),
      ...(this.#dropped.length > 0 ? units.map((unit) => this.#count(unit, "stored", 0)) : []),
    ];
  }

  #count(unit: OffsetUnit, lines: Count["lines"], skipped: number): Count {
    const base = lines === "file" ? this.#written : this.stored;
    const place = (at: number) => {
      const unitAt = unit === "utf16_code_unit" ? at - skipped : base.toUtf16(at - skipped);
      return this.stored.fromUtf16(lines === "file" ? unitAt - countBelow(this.#dropped, unitAt) : unitAt);
    };
    const said = [
      unit === "utf16_code_unit" ? "UTF-16 units" : "code points",
      ...(lines === "stored" ? ["with one character for each line end"] : []),
      ...(skipped > 0 ? ["with the byte order mark counted"] : []),
    ];
    return { lines, said: said.join(" "), place };
  }
}

/** One way to count positions. */
interface Count {
  /** `file`: as the file ends its lines; `stored`: every line end is one character. */
  lines: "file" | "stored";
  said: string;
  /** Position in the stored text, code points. Throws RangeError outside it. */
  place: (at: number) => number;
}

/**
 * The marks of a reading at their places in the stored text: ranges in its code points. How positions count is told by
 * the words that the file quotes: the first way that fits most of them, which the report says where it is not the
 * format's. A mark whose words are not the text's at its place is told and left out.
 */
export function placeMarks(text: ForeignText, reading: ForeignReading): { marks: ForeignMark[]; lines: ReportLine[] } {
  const counts = text.counts(reading.units);
  const [first] = counts;
  const { alike = inOneLine } = reading;
  const lines: ReportLine[] = [];
  if (!first || reading.marks.length === 0) return { marks: [], lines };
  const quoted = reading.marks.filter(({ quote, around }) => quote !== null && !around);
  const fits = (count: Count) =>
    quoted.filter((mark) => sameWords(text, placeOf(count, mark), mark.quote, alike)).length;
  const expected = { count: first, fitting: fits(first) };
  let best = expected;
  for (const count of counts.slice(1)) {
    if (best.fitting === quoted.length) break;
    const fitting = fits(count);
    if (fitting > best.fitting) best = { count, fitting };
  }
  if (best !== expected) {
    const found = `so ${best.fitting} of ${quoted.length} quoted passages are found, and ${expected.fitting} as ${first.said}`;
    lines.push(
      reportLine("changed", "offset_unit", reading.place, `Positions were read as ${best.count.said}: ${found}.`),
    );
  } else if (quoted.length === 0 && counts.some((count) => differ(reading.marks, first, count))) {
    const message = `The file quotes no words to check positions by; they were read as ${first.said}. Look at the passages: if they are shifted, export them with their words.`;
    lines.push(reportLine("changed", "offsets_unchecked", reading.place, message));
  }
  const marks = reading.marks.flatMap((mark): ForeignMark[] => {
    if (mark.around) {
      const found = searchQuote(text.stored, mark.quote ?? "", mark.around);
      if (found.length === 1) return [{ ...mark, ranges: found }];
      const message = `“${shorten(mark.quote ?? "")}” stands ${found.length === 0 ? "nowhere in the text" : "in the text more than once"} with these words around it; it is left out.`;
      lines.push(reportLine("lost", found.length === 0 ? "quote_mismatch" : "quote_not_unique", mark.place, message));
      return [];
    }
    const ranges = placeOf(best.count, mark);
    if (ranges === null) {
      const where = mark.ranges.map(({ start, end }) => `${start}-${end}`).join(", ") || "no place";
      const message = `“${mark.label}” at ${where} lies outside the text of ${text.stored.length} characters; it is left out. Mend the positions in the file, or mark the passage after the import.`;
      lines.push(reportLine("lost", "span_outside_text", mark.place, message));
      return [];
    }
    if (!sameWords(text, ranges, mark.quote, alike)) {
      const message = `“${mark.label}” quotes “${shorten(mark.quote ?? "")}”, but the text there is “${shorten(wordsAt(text, ranges))}”; it is left out. Bring the text that was annotated, or mark the passage after the import.`;
      lines.push(reportLine("lost", "quote_mismatch", mark.place, message));
      return [];
    }
    return [{ ...mark, ranges }];
  });
  return { marks, lines };
}

/** Where a quotation stands between the words around it: the first two places, in code points. */
function searchQuote(text: DocumentText, quote: string, around: { before: string; after: string }): Range[] {
  const found: Range[] = [];
  if (quote === "") return found;
  const whole = around.before + quote + around.after;
  for (let at = text.text.indexOf(whole); at >= 0 && found.length < 2; at = text.text.indexOf(whole, at + 1)) {
    const start = at + around.before.length;
    try {
      found.push({ start: text.fromUtf16(start), end: text.fromUtf16(start + quote.length) });
    } catch (error) {
      // Half a character: no place.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return found;
}

/** Null: outside the text, empty, or no place at all. */
function placeOf(count: Count, { ranges }: ForeignMark): Range[] | null {
  const placed: Range[] = [];
  for (const { start, end } of ranges) {
    const from = position(count, start);
    const to = position(count, end);
    if (from === null || to === null || from >= to) return null;
    placed.push({ start: from, end: to });
  }
  return placed.length === 0 ? null : placed;
}

function position(count: Count, at: number): number | null {
  if (!Number.isSafeInteger(at) || at < 0) return null;
  try {
    return count.place(at);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function differ(marks: readonly ForeignMark[], one: Count, other: Count): boolean {
  return marks.some(({ ranges }) =>
    ranges.some(({ start, end }) => [start, end].some((at) => position(one, at) !== position(other, at))),
  );
}

const wordsAt = ({ stored }: ForeignText, ranges: readonly Range[]) =>
  ranges.map(({ start, end }) => stored.slice(start, end)).join(" ");

/** A mark without words is not held against the text. */
function sameWords(
  text: ForeignText,
  ranges: readonly Range[] | null,
  quote: string | null,
  alike: (words: string) => string,
): boolean {
  if (ranges === null) return false;
  if (quote === null) return true;
  const words = wordsAt(text, ranges);
  // A passage that is much longer than its words is not compared sign by sign.
  if (words.length > quote.length * 2 + LONGEST_GAP) return false;
  return words === quote || alike(words) === alike(quote);
}

/** White space that a format may leave out of the words of a passage, UTF-16 units. */
const LONGEST_GAP = 1000;

/** Formats whose annotations are lines write spaces for line ends and tabs. */
const inOneLine = (words: string) => words.replace(/\r\n?|\n|\t/g, " ");

/** How many of the ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
