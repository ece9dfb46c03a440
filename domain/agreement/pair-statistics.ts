import { countMatches, type MatchCounts } from "./count-matches";
import { pairIndex } from "./coverage-statistics";
import type { Edge } from "./overlap-edges";

/** What two annotators found in one document: sums of span F1. */
export interface PairStatistics extends MatchCounts {
  /** Indices of the annotators, a < b. */
  a: number;
  b: number;
  /** Statements of each. */
  countA: number;
  countB: number;
  /** Code points both marked. */
  shared: number;
}

/** When passages count as the same statement: IoU >= 0.5, equal, any overlap; or, by code point, text in common. */
export type FoundRule = "half" | "exact" | "overlap" | "characters";

/** Sums of span F1: twice what was found by both, and what either marked. */
export type FoundSums = Record<FoundRule, { twice: number; marked: number }>;

export function emptyFound(): FoundSums {
  const none = () => ({ twice: 0, marked: 0 });
  return { half: none(), exact: none(), overlap: none(), characters: none() };
}

/** Adds `sign` times other sums. */
export function addSums(into: FoundSums, sums: FoundSums, sign: 1 | -1): void {
  for (const rule of ["half", "exact", "overlap", "characters"] as const) {
    into[rule].twice += sign * sums[rule].twice;
    into[rule].marked += sign * sums[rule].marked;
  }
}

/** Adds `sign` times one pair; `marked`: code points by annotator. */
export function addFound(into: FoundSums, pair: PairStatistics, marked: readonly number[], sign: 1 | -1): void {
  const count = sign * (pair.countA + pair.countB);
  into.half.twice += sign * 2 * pair.half;
  into.half.marked += count;
  into.exact.twice += sign * 2 * pair.exact;
  into.exact.marked += count;
  into.overlap.twice += sign * 2 * pair.overlap;
  into.overlap.marked += count;
  into.characters.twice += sign * 2 * pair.shared;
  into.characters.marked += sign * ((marked[pair.a] as number) + (marked[pair.b] as number));
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
  const seen = new Int32Array(annotatorOf.length);
  for (let a = 0; a < m; a++) {
    for (let b = a + 1; b < m; b++) {
      const own = byPair[pairs.length] as Edge[];
      pairs.push({
        ...{ a, b, countA: counts[a] as number, countB: counts[b] as number },
        ...countMatches(own, seen, pairs.length + 1),
        shared: shared[pairs.length] as number,
      });
    }
  }
  return pairs;
}
