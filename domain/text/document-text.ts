/**
 * A document's text with an index of its astral characters (those that take two UTF-16 units), so that a position
 * converts between code points and UTF-16 units in O(log astral characters).
 *
 * Positions lie between characters: 0 is before the first one, `length` after the last. All public offsets are code
 * points unless the name says UTF-16.
 */
export class DocumentText {
  readonly text: string;
  /** Code points. */
  readonly length: number;
  /** Code point position of each astral character, ascending. Empty for most texts. */
  readonly #astral: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#astral = findAstral(text);
    this.length = text.length - this.#astral.length;
  }

  /** UTF-16 units. */
  get utf16Length(): number {
    return this.text.length;
  }

  /** The UTF-16 position of a code point position. Throws RangeError outside the text. */
  toUtf16(codePoint: number): number {
    if (!Number.isInteger(codePoint) || codePoint < 0 || codePoint > this.length) {
      throw new RangeError(`position ${codePoint} outside text of ${this.length} code points`);
    }
    return codePoint + this.#countAstralBefore(codePoint);
  }

  /**
   * The code point position of a UTF-16 position. Throws RangeError outside the text and, unless told which way to
   * round, between the two halves of a surrogate pair, which no position of ours can name.
   */
  fromUtf16(unit: number, inside?: "down" | "up"): number {
    if (!Number.isInteger(unit) || unit < 0 || unit > this.text.length) {
      throw new RangeError(`UTF-16 position ${unit} outside text of ${this.text.length} UTF-16 units`);
    }
    const before = this.#countAstralBeforeUnit(unit);
    // The last astral character that starts before `unit` covers the units p + before - 1 and p + before.
    const last = this.#astral[before - 1];
    if (last !== undefined && last + before === unit) {
      if (inside === "down") return last;
      if (inside === "up") return last + 1;
      throw new RangeError(
        `UTF-16 position ${unit} splits a surrogate pair in a text of ${this.text.length} UTF-16 units`,
      );
    }
    return unit - before;
  }

  /** The text between two positions. Throws RangeError unless 0 <= start <= end <= length. */
  slice(start: number, end: number): string {
    if (start > end) throw new RangeError(`span ${start}-${end} is reversed (text of ${this.length} code points)`);
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }

  // Binary searches, each written out: exports and imports ask for millions of positions.

  #countAstralBefore(codePoint: number): number {
    const astral = this.#astral;
    let low = 0;
    let high = astral.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((astral[middle] as number) < codePoint) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #countAstralBeforeUnit(unit: number): number {
    const astral = this.#astral;
    let low = 0;
    let high = astral.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((astral[middle] as number) + middle < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Length in code points without building an index. */
export function countCodePoints(text: string): number {
  return text.length - findAstral(text).length;
}

function findAstral(text: string): number[] {
  const positions: number[] = [];
  // Only a whole pair is one character: a lone surrogate counts as one code point, as in `Array.from`.
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) positions.push(match.index - positions.length);
  return positions;
}
