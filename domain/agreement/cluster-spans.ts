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
export function clusterByEdges(passages: readonly Passage[], edges: readonly Edge[]): number[][] {
  const groups = passages.map(({ annotator }, index): Group => ({ members: [index], annotators: [annotator] }));
  const contested = contestedEdges(passages, edges);
  for (const edge of edges) if (!contested.has(edge)) join(groups, edge);
  if (contested.size > 0) {
    const rank = rankPassages(passages);
    const sorted = [...contested]
      .map(({ from, to, iou }) => {
        const [first, second] = [rank[from] as number, rank[to] as number].sort((x, y) => x - y) as [number, number];
        return { from, to, iou, first, second };
      })
      .sort((x, y) => y.iou - x.iou || x.first - y.first || x.second - y.second);
    for (const edge of sorted) join(groups, edge);
  }
  return [...new Set(groups)].map((group) => group.members.sort((x, y) => x - y));
}

interface Group {
  members: number[];
  annotators: string[];
}

function join(groups: Group[], { from, to }: Pick<Edge, "from" | "to">): void {
  const one = groups[from] as Group;
  const other = groups[to] as Group;
  if (one === other || other.annotators.some((annotator) => one.annotators.includes(annotator))) return;
  for (const member of other.members) {
    one.members.push(member);
    groups[member] = one;
  }
  one.annotators.push(...other.annotators);
}

/**
 * The edges of components in which an annotator occurs twice: only there does the order of joining matter. Most passages
 * are marked once by each, and their components are groups as they are.
 */
function contestedEdges(passages: readonly Passage[], edges: readonly Edge[]): Set<Edge> {
  const root = Int32Array.from({ length: passages.length }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number;
      at = root[at] as number;
    }
    return at;
  };
  for (const { from, to } of edges) root[find(from)] = find(to);
  const annotators = new Map<number, string[]>();
  const contested = new Set<number>();
  for (let index = 0; index < passages.length; index++) {
    const annotator = passages[index]?.annotator as string;
    const component = find(index);
    const known = annotators.get(component);
    if (known === undefined) annotators.set(component, [annotator]);
    else if (known.includes(annotator)) contested.add(component);
    else known.push(annotator);
  }
  if (contested.size === 0) return new Set();
  return new Set(edges.filter(({ from }) => contested.has(find(from))));
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
