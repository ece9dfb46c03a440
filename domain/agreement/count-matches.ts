import { MATCH_THRESHOLD } from "./align";
import type { Edge } from "./overlap-edges";

/** The greatest numbers of one-to-one pairs, see `countMatches`. */
export interface MatchCounts {
  exact: number;
  half: number;
  overlap: number;
}

/**
 * The greatest numbers of one-to-one pairs among the overlaps of two annotators: of equal passages, with an IoU of at least
 * 0.5, with any overlap. As many as `pairSpans` finds, without saying which. `seen` has a place for each passage and is
 * used with a `stamp` that no other call has.
 */
export function countMatches(edges: readonly Edge[], seen: Int32Array, stamp: number): MatchCounts {
  let contested = false;
  let half = 0;
  let exact = 0;
  for (const { from, to, iou } of edges) {
    if (seen[from] === stamp || seen[to] === stamp) contested = true;
    seen[from] = stamp;
    seen[to] = stamp;
    if (iou >= MATCH_THRESHOLD) half++;
    if (iou >= 1) exact++;
  }
  // Mostly nobody has two candidates, and then every edge is a pair.
  if (!contested) return { exact, half, overlap: edges.length };
  return {
    exact: countByPaths(edges.filter(({ iou }) => iou >= 1)),
    half: countByPaths(edges.filter(({ iou }) => iou >= MATCH_THRESHOLD)),
    overlap: countByPaths(edges),
  };
}

/** Augmenting paths (Kuhn 1955). */
function countByPaths(edges: readonly Edge[]): number {
  // Which side a node is on does not show in an edge: two-colour the graph from each unseen node.
  const neighbours = new Map<number, number[]>();
  for (const { from, to } of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const side = new Map<number, 0 | 1>();
  for (const node of neighbours.keys()) {
    if (side.has(node)) continue;
    side.set(node, 0);
    const open = [node];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (const other of neighbours.get(one) ?? []) {
        if (side.has(other)) continue;
        side.set(other, side.get(one) === 0 ? 1 : 0);
        open.push(other);
      }
    }
  }
  const partner = new Map<number, number>();
  const augment = (one: number, seen: Set<number>): boolean => {
    for (const other of neighbours.get(one) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      const held = partner.get(other);
      if (held === undefined || augment(held, seen)) {
        partner.set(other, one);
        return true;
      }
    }
    return false;
  };
  let count = 0;
  for (const [node, which] of side) if (which === 0 && augment(node, new Set())) count++;
  return count;
}
