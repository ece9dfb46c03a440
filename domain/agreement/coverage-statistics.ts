import type { Range } from "@/domain/text/span";
import { compareRanges } from "@/domain/text/spans";

/**
 * Sums of |u-alpha over one document: which text was marked by whom, in code points. All 0 with fewer than two finished
 * passes: such a document contributes nothing.
 */
export interface CoverageStatistics {
  /** Coincident lengths: of marked with marked, of marked with unmarked text (in each direction), of gap with gap. */
  markedMarked: number;
  markedGap: number;
  gapGap: number;
  /** Sum of squared lengths of the marked segments; length of all gaps. */
  segmentSquares: number;
  gapLength: number;
  /** Code points each annotator marked, and each pair marked in common (by pair, in the order of `pairs`). */
  marked: number[];
  shared: number[];
}

/**
 * `marked`: each annotator's ranges. Overlapping ranges of one annotator are united, touching ones stay segments of their
 * own. One sweep over the edges, O(e log e + e · annotators²). Source: Krippendorff et al. 2016.
 */
export function coverageStatistics(length: number, marked: readonly (readonly Range[])[]): CoverageStatistics {
  const m = marked.length;
  const sums: CoverageStatistics = {
    ...{ markedMarked: 0, markedGap: 0, gapGap: 0, segmentSquares: 0, gapLength: 0 },
    marked: new Array(m).fill(0),
    shared: new Array((m * (m - 1)) / 2).fill(0),
  };
  const segments = marked.map(uniteOverlapping);
  for (const [annotator, list] of segments.entries()) {
    for (const { start, end } of list) {
      sums.marked[annotator] = (sums.marked[annotator] as number) + end - start;
      if (m >= 2) sums.segmentSquares += (end - start) ** 2;
    }
  }
  if (m < 2) return sums;
  for (const covered of sums.marked) sums.gapLength += length - covered;

  const edges = listEdges(segments);
  const isActive = new Uint8Array(m);
  let active = 0;
  let position = 0;
  for (let at = 0; at <= edges.length; at++) {
    const edge = edges[at];
    const next = edge === undefined ? length : Math.floor(edge / m);
    const width = next - position;
    if (width > 0) {
      sums.markedMarked += (width * active * (active - 1)) / (m - 1);
      sums.markedGap += (width * active * (m - active)) / (m - 1);
      sums.gapGap += (width * (m - active) * (m - active - 1)) / (m - 1);
      if (active >= 2) addShared(sums.shared, isActive, width);
    }
    position = next;
    if (edge === undefined) break;
    // An annotator's segments never overlap, so each edge opens or closes. Of two that touch, close and open cancel out.
    const annotator = edge % m;
    isActive[annotator] = 1 - (isActive[annotator] as number);
    active += isActive[annotator] === 1 ? 1 : -1;
  }
  return sums;
}

/** Index of the pair a < b among all pairs of m annotators, row by row. */
export function pairIndex(a: number, b: number, m: number): number {
  return a * m - (a * (a + 1)) / 2 + b - a - 1;
}

function addShared(shared: number[], isActive: Uint8Array, width: number): void {
  let pair = 0;
  for (let a = 0; a < isActive.length; a++) {
    if (isActive[a] === 0) {
      pair += isActive.length - a - 1;
      continue;
    }
    for (let b = a + 1; b < isActive.length; b++, pair++) {
      if (isActive[b] === 1) shared[pair] = (shared[pair] as number) + width;
    }
  }
}

/** Start and end of every segment as `position · m + annotator`, sorted. */
function listEdges(segments: readonly (readonly Range[])[]): Float64Array {
  const m = segments.length;
  const edges = new Float64Array(2 * segments.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const [annotator, list] of segments.entries()) {
    for (const { start, end } of list) {
      edges[at++] = start * m + annotator;
      edges[at++] = end * m + annotator;
    }
  }
  return edges.sort();
}

function uniteOverlapping(ranges: readonly Range[]): Range[] {
  const united: Range[] = [];
  for (const { start, end } of [...ranges].sort(compareRanges)) {
    const last = united.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}
