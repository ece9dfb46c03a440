import type { Range } from "@/domain/text/span";
import { mergeRanges } from "@/domain/text/spans";

/** Two passages that overlap enough, by index in the list given. `from` begins no later than `to`. */
export interface Edge {
  from: number;
  to: number;
  /** Intersection over union, 0 < iou <= 1. */
  iou: number;
}

/**
 * All pairs of passages with an IoU of at least `threshold` (at 0: with any overlap), among those `allowed` to be
 * compared. A passage is a set of ranges. Sweeps by start, so only passages that overlap are ever compared.
 */
export function findEdges(
  passages: readonly (readonly Range[])[],
  threshold: number,
  allowed: (one: number, other: number) => boolean,
): Edge[] {
  const sorted = describePassages(passages).sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);

  const edges: Edge[] = [];
  for (let position = 0; position < sorted.length; position++) {
    const one = sorted[position] as Placed;
    for (let next = position + 1; next < sorted.length; next++) {
      const other = sorted[next] as Placed;
      if (other.start >= one.end) break;
      if (!allowed(one.index, other.index)) continue;
      const shared = sharedLength(one.ranges, other.ranges);
      const iou = shared / (one.size + other.size - shared);
      if (shared > 0 && iou >= threshold) edges.push({ from: one.index, to: other.index, iou });
    }
  }
  return edges;
}

interface Placed extends Range {
  index: number;
  ranges: readonly Range[];
  size: number;
}

/** Passages that cover anything, merged, with where they are and how much they cover. */
function describePassages(passages: readonly (readonly Range[])[]): Placed[] {
  const placed: Placed[] = [];
  for (let index = 0; index < passages.length; index++) {
    const ranges = mergeRanges(passages[index] as readonly Range[]);
    const first = ranges[0];
    const last = ranges.at(-1);
    if (!first || !last) continue;
    let size = 0;
    for (const { start, end } of ranges) size += end - start;
    placed.push({ index, ranges, start: first.start, end: last.end, size });
  }
  return placed;
}

/** Positions in both of two sets of merged ranges. This runs for every two passages that overlap. */
function sharedLength(a: readonly Range[], b: readonly Range[]): number {
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const one = a[i] as Range;
    const other = b[j] as Range;
    length += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end < other.end) i++;
    else j++;
  }
  return length;
}
