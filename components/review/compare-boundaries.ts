import type { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import { mergeRanges } from "@/domain/text/spans";

/** A stretch of the article as one reading's boundaries have it, beside the others'. */
export interface BoundaryPiece {
  text: string;
  /**
   * `shared`: in every reading. `own`: in this one, but not in all. `absent`: not in this one, but in another.
   * `gap`: in none of them, between fragments; its text is "…".
   */
  kind: "shared" | "own" | "absent" | "gap";
}

/** How many code points at each end of a long shared stretch are shown; what lies between becomes " … ". */
const SHOWN = 44;

/**
 * The pieces of each reading's ranges, in the order given, over the stretch that all readings cover together. Readings
 * without a range (null) take no part in what is shared and get none.
 */
export function compareBoundaries(
  text: DocumentText,
  readings: readonly (readonly Range[] | null)[],
): BoundaryPiece[][] {
  const sets = readings.map((ranges) => mergeRanges(ranges ?? []));
  const present = sets.filter((ranges) => ranges.length > 0);
  const cuts = [...new Set(sets.flat().flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const stretches = cuts.slice(0, -1).map((start, index) => ({ start, end: cuts[index + 1] ?? start }));

  return sets.map((own) => {
    if (own.length === 0) return [];
    const pieces: BoundaryPiece[] = [];
    for (const stretch of stretches) {
      const within = present.filter((ranges) => holds(ranges, stretch)).length;
      if (within === 0) {
        pieces.push({ kind: "gap", text: " … " });
        continue;
      }
      const kind = !holds(own, stretch) ? "absent" : within === present.length ? "shared" : "own";
      const words = kind === "shared" ? shorten(text, stretch) : text.slice(stretch.start, stretch.end);
      const last = pieces.at(-1);
      if (last?.kind === kind && kind !== "shared") last.text += words;
      else pieces.push({ kind, text: words });
    }
    return pieces;
  });
}

function holds(ranges: readonly Range[], { start, end }: Range): boolean {
  return ranges.some((range) => range.start <= start && end <= range.end);
}

/** Where readings agree over many words, its beginning and end are enough to know the place. */
function shorten(text: DocumentText, { start, end }: Range): string {
  if (end - start <= 2 * SHOWN + 8) return text.slice(start, end);
  const head = text.slice(start, start + SHOWN).replace(/\s+\S*$/u, "");
  const tail = text.slice(end - SHOWN, end).replace(/^\S*\s+/u, "");
  return `${head} … ${tail}`;
}
