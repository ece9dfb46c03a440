import { MATCH_THRESHOLD } from "./align";
import { countMatches } from "./count-matches";
import { pairIndex } from "./coverage-statistics";
import type { Edge } from "./overlap-edges";

/** What two annotators found in one document: sums of span F1. */
export interface PairStatistics {
  /** Indices of the annotators, a < b. */
  a: number;
  b: number;
  countA: number;
  countB: number;
  /** One-to-one matches with equal content, with an IoU of at least 0.5, with any overlap. */
  exact: number;
  half: number;
  overlap: number;
  /** Code points both marked. */
  shared: number;
}

/**
 * Of every pair of annotators. `annotatorOf` by statement; `counts` statements by annotator; `edges` all overlaps between
 * statements of different annotators; `shared` code points by pair.
 */
export function pairStatistics(
  annotatorOf: readonly number[],
  counts: readonly number[],
  edges: readonly Edge[],
  shared: readonly number[],
): PairStatistics[] {
  const m = counts.length;
  const byPair: Edge[][] = Array.from({ length: (m * (m - 1)) / 2 }, () => []);
  for (const edge of edges) {
    const one = annotatorOf[edge.from] as number;
    const other = annotatorOf[edge.to] as number;
    byPair[pairIndex(Math.min(one, other), Math.max(one, other), m)]?.push(edge);
  }
  const pairs: PairStatistics[] = [];
  for (let a = 0; a < m; a++) {
    for (let b = a + 1; b < m; b++) {
      const own = byPair[pairs.length] as Edge[];
      pairs.push({
        ...{ a, b, countA: counts[a] as number, countB: counts[b] as number },
        exact: countMatches(own, 1),
        half: countMatches(own, MATCH_THRESHOLD),
        overlap: countMatches(own, 0),
        shared: shared[pairs.length] as number,
      });
    }
  }
  return pairs;
}
