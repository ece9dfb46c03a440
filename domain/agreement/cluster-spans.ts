import type { Range } from "@/domain/text/span";
import { extent } from "@/domain/text/spans";
import { MATCH_THRESHOLD } from "./align";
import { type Edge, findEdges } from "./overlap-edges";

/** One annotator's passage. */
export interface Passage {
  annotator: string;
  /** Breaks ties; unique within the annotator. */
  id: string;
  /** At least one. */
  ranges: readonly Range[];
}

/**
 * Groups the passages of all annotators so that each group has at most one from each: pairs with IoU >= threshold are
 * joined in order of IoU, greatest first, unless the two groups share an annotator. Every passage is in exactly one
 * group. Groups hold indices, ascending, and are ordered by their first index. The result does not depend on the order
 * of the list.
 */
export function clusterSpans(passages: readonly Passage[], threshold = MATCH_THRESHOLD): number[][] {
  const edges = findEdges(
    passages.map((passage) => passage.ranges),
    threshold,
    (one, other) => passages[one]?.annotator !== passages[other]?.annotator,
  );
  return clusterByEdges(passages, edges);
}

/** The groups that given edges between passages of different annotators lead to; see `clusterSpans`. */
export function clusterByEdges(passages: readonly Passage[], close: readonly Edge[]): number[][] {
  const rank = rankPassages(passages);
  const edges = close
    .map(({ from, to, iou }) => {
      const [first, second] = [rank[from] as number, rank[to] as number].sort((x, y) => x - y) as [number, number];
      return { from, to, iou, first, second };
    })
    .sort((x, y) => y.iou - x.iou || x.first - y.first || x.second - y.second);

  const groups = passages.map(({ annotator }, index) => ({ members: [index], annotators: new Set([annotator]) }));
  for (const { from, to } of edges) {
    const one = groups[from] as (typeof groups)[number];
    const other = groups[to] as (typeof groups)[number];
    if (one === other || [...other.annotators].some((annotator) => one.annotators.has(annotator))) continue;
    for (const member of other.members) {
      one.members.push(member);
      one.annotators.add(passages[member]?.annotator as string);
      groups[member] = one;
    }
  }
  return [...new Set(groups)].map((group) => group.members.sort((x, y) => x - y));
}

/** Each passage's place in the order by start, annotator, end, id. */
function rankPassages(passages: readonly Passage[]): number[] {
  const sorted = passages
    .map((passage, index) => ({ ...passage, ...extent(passage.ranges), index }))
    .sort((a, b) => a.start - b.start || compare(a.annotator, b.annotator) || a.end - b.end || compare(a.id, b.id));
  const rank: number[] = new Array(passages.length).fill(0);
  for (const [place, { index }] of sorted.entries()) rank[index] = place;
  return rank;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
