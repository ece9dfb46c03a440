import type { DocumentText } from "./document-text";
import type { Range, Span } from "./span";

/*
 * Algebra of half-open ranges [start, end) in code points. A set of ranges is an array in any order whose members may
 * overlap; every function treats it as the set of positions it covers.
 */

/** By start, then end: a total order up to equality. */
export function compareRanges(a: Range, b: Range): number {
  return a.start - b.start || a.end - b.end;
}

/** Whether the two share at least one position; touching ranges do not. */
export function overlaps(a: Range, b: Range): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Whether any range of `a` shares a position with any of `b`. */
export function overlapsAny(a: readonly Range[], b: readonly Range[]): boolean {
  return intersectionLength(a, b) > 0;
}

/** Whether `inner` lies within `outer`; equal ranges contain each other. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether every position of `inner` is in the set `outer`. */
export function covers(outer: readonly Range[], inner: readonly Range[]): boolean {
  return subtractRanges(inner, outer).length === 0;
}

/** The same positions as sorted ranges that neither overlap nor touch. Empty ranges vanish. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of [...ranges].sort(compareRanges)) {
    if (start >= end) continue;
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The positions of `a` that are not in `b`, merged. */
export function subtractRanges(a: readonly Range[], b: readonly Range[]): Range[] {
  const holes = mergeRanges(b);
  const rest: Range[] = [];
  for (const range of mergeRanges(a)) {
    let start = range.start;
    for (const hole of holes) {
      if (hole.end <= start) continue;
      if (hole.start >= range.end) break;
      if (hole.start > start) rest.push({ start, end: hole.start });
      start = hole.end;
    }
    if (start < range.end) rest.push({ start, end: range.end });
  }
  return rest;
}

/** Number of positions covered. */
export function coverage(ranges: readonly Range[]): number {
  return mergeRanges(ranges).reduce((sum, range) => sum + range.end - range.start, 0);
}

/** Number of positions in both sets. */
export function intersectionLength(a: readonly Range[], b: readonly Range[]): number {
  const left = mergeRanges(a);
  const right = mergeRanges(b);
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const one = left[i] as Range;
    const other = right[j] as Range;
    length += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end < other.end) i++;
    else j++;
  }
  return length;
}

/** Positions in both sets over positions in either, 0 to 1; 0 when both are empty. Touching sets score 0. */
export function iou(a: readonly Range[], b: readonly Range[]): number {
  const shared = intersectionLength(a, b);
  return shared === 0 ? 0 : shared / (coverage(a) + coverage(b) - shared);
}

/** The smallest range around the set. Throws RangeError for an empty set. */
export function extent(ranges: readonly Range[]): Range {
  if (ranges.length === 0) throw new RangeError("no ranges: an empty set has no extent");
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const range of ranges) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start, end };
}

/**
 * Spans in their stored order: by role in the order given (the codebook's), then start, then end. Roles that are not
 * listed come last, by name.
 */
export function sortSpans<S extends Span>(spans: readonly S[], roleOrder: readonly string[]): S[] {
  const rank = (role: string) => {
    const index = roleOrder.indexOf(role);
    return index < 0 ? roleOrder.length : index;
  };
  return [...spans].sort(
    (a, b) => rank(a.role) - rank(b.role) || (a.role < b.role ? -1 : a.role > b.role ? 1 : 0) || compareRanges(a, b),
  );
}

/** The spans that play one role, by start. */
export function spansInRole<S extends Span>(spans: readonly S[], role: string): S[] {
  const own = spans.filter((span) => span.role === role);
  return own.length < 2 ? own : own.sort(compareRanges);
}

/** A span over a range of the text, with the words it covers. Throws RangeError outside the text or when empty. */
export function makeSpan(text: DocumentText, role: string, { start, end }: Range): Span {
  if (start >= end) throw new RangeError(`span ${start}-${end} is empty (text of ${text.length} code points)`);
  return { role, start, end, quote: text.slice(start, end) };
}
