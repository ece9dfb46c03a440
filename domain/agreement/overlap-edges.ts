import type { Range } from "@/domain/text/span";
import { coverage, extent, intersectionLength, mergeRanges } from "@/domain/text/spans";

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
  const sorted = passages
    .map((ranges, index) => ({ index, ranges: mergeRanges(ranges) }))
    .filter(({ ranges }) => ranges.length > 0)
    .map((passage) => ({ ...passage, ...extent(passage.ranges), size: coverage(passage.ranges) }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);

  const edges: Edge[] = [];
  for (const [position, one] of sorted.entries()) {
    for (let next = position + 1; next < sorted.length; next++) {
      const other = sorted[next] as (typeof sorted)[number];
      if (other.start >= one.end) break;
      if (!allowed(one.index, other.index)) continue;
      const shared = intersectionLength(one.ranges, other.ranges);
      const iou = shared / (one.size + other.size - shared);
      if (shared > 0 && iou >= threshold) edges.push({ from: one.index, to: other.index, iou });
    }
  }
  return edges;
}
