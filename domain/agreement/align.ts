import type { Range } from "@/domain/text/span";
import { assign } from "./assign";
import { findEdges } from "./overlap-edges";

/** Passages of two annotators that are about the same words, by index. */
export interface AlignedPair {
  a: number;
  b: number;
  iou: number;
}

export interface Alignment {
  /** Least IoU of a pair; 0 means any overlap. Default 0.5. */
  threshold?: number;
  /** "count": as many pairs as possible, then the greatest sum of IoU. "overlap": the greatest sum of IoU. Default "count". */
  objective?: "count" | "overlap";
  /** Which pairs may be made at all, for example those with equal labels. Default: all. */
  allowed?: (a: number, b: number) => boolean;
}

/** From agreement research: spans of two people count as the same when they share at least half of their union. */
export const MATCH_THRESHOLD = 0.5;

/**
 * The best one-to-one matching of two annotators' passages, ordered by `a`. Optimal, not greedy, and solved per connected
 * component of the overlap graph. A passage is a set of ranges, so discontinuous content is compared as a whole.
 */
export function pairSpans(
  a: readonly (readonly Range[])[],
  b: readonly (readonly Range[])[],
  { threshold = MATCH_THRESHOLD, objective = "count", allowed = () => true }: Alignment = {},
): AlignedPair[] {
  const inA = (index: number) => index < a.length;
  const edges = findEdges([...a, ...b], threshold, (one, other) => {
    if (inA(one) === inA(other)) return false;
    return inA(one) ? allowed(one, other - a.length) : allowed(other, one - a.length);
  }).map(({ from, to, iou }) => (inA(from) ? { a: from, b: to - a.length, iou } : { a: to, b: from - a.length, iou }));
  return components(edges)
    .flatMap((component) => bestPairs(component, objective))
    .sort((one, other) => one.a - other.a);
}

function bestPairs(edges: AlignedPair[], objective: "count" | "overlap"): AlignedPair[] {
  if (edges.length === 1) return edges;
  const rows = [...new Set(edges.map((edge) => edge.a))].sort((x, y) => x - y);
  const columns = [...new Set(edges.map((edge) => edge.b))].sort((x, y) => x - y);
  // A whole unit per pair outweighs any sum of IoU, which stays below k / (k + 1).
  const most = Math.min(rows.length, columns.length) + 1;
  const weights = rows.map(() => columns.map(() => 0));
  const edgeAt = new Map<string, AlignedPair>();
  for (const edge of edges) {
    const row = rows.indexOf(edge.a);
    const column = columns.indexOf(edge.b);
    edgeAt.set(`${row} ${column}`, edge);
    (weights[row] as number[])[column] = objective === "count" ? 1 + edge.iou / most : edge.iou;
  }
  return assign(weights).flatMap((column, row) => edgeAt.get(`${row} ${column}`) ?? []);
}

/** The edges of each connected component. */
function components(edges: readonly AlignedPair[]): AlignedPair[][] {
  const nodesOf = (edge: AlignedPair) => [`a${edge.a}`, `b${edge.b}`];
  const edgesAt = new Map<string, AlignedPair[]>();
  for (const edge of edges) {
    for (const node of nodesOf(edge)) {
      const known = edgesAt.get(node);
      if (known) known.push(edge);
      else edgesAt.set(node, [edge]);
    }
  }
  const seen = new Set<string>();
  const found: AlignedPair[][] = [];
  for (const start of edgesAt.keys()) {
    const component = new Set<AlignedPair>();
    const open = [start];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      for (const edge of edgesAt.get(node) ?? []) {
        component.add(edge);
        open.push(...nodesOf(edge));
      }
    }
    if (component.size > 0) found.push([...component]);
  }
  return found;
}
