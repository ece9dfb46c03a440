import { EditorSelection } from "@codemirror/state";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import { mergeRanges } from "@/domain/text/spans";

/*
 * The only place where the surface's UTF-16 positions meet the code points of the rest of the product.
 */

export type Utf16Range = { from: number; to: number };

/** A range of the surface as a range of the text. A position inside a surrogate pair widens to the whole character. */
export function fromSurface(text: DocumentText, { from, to }: Utf16Range): { start: number; end: number } {
  return { start: text.fromUtf16(from, "down"), end: text.fromUtf16(to, "up") };
}

/** Throws RangeError outside the text. */
export function toSurface(text: DocumentText, { start, end }: { start: number; end: number }): Utf16Range {
  return { from: text.toUtf16(start), to: text.toUtf16(end) };
}

/** What is selected, and what is kept of earlier selections, without carets, sorted; ranges that touch are one. */
export function selectedRanges(
  text: DocumentText,
  selection: EditorSelection,
  kept: readonly Utf16Range[] = [],
): Range[] {
  const selected = selection.ranges.filter((range) => !range.empty);
  return mergeRanges([...kept, ...selected].map((range) => fromSurface(text, range)));
}

/** A selection of the surface over ranges of the text; the first given is the main one. Throws RangeError when empty. */
export function surfaceSelection(text: DocumentText, ranges: readonly Range[]): EditorSelection {
  if (ranges.length === 0) throw new RangeError("no ranges to select");
  return EditorSelection.create(
    ranges.map((range) => {
      const { from, to } = toSurface(text, range);
      return EditorSelection.range(from, to);
    }),
    0,
  );
}
