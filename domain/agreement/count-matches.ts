import type { Edge } from "./overlap-edges";

/**
 * The greatest number of one-to-one pairs among edges of two annotators with an IoU of at least `threshold`: as many as
 * `pairSpans` finds, without saying which. Mostly nobody has two candidates, and then every edge is a pair; otherwise
 * augmenting paths (Kuhn 1955).
 */
export function countMatches(edges: readonly Edge[], threshold: number): number {
  const used = new Set<number>();
  let count = 0;
  for (const { from, to, iou } of edges) {
    if (iou < threshold) continue;
    count++;
    used.add(from).add(to);
  }
  return used.size === 2 * count ? count : countByPaths(edges.filter(({ iou }) => iou >= threshold));
}

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
