import type { Range } from "@/domain/text/span";

/** A labelled stretch of text; the stretches of one annotator must not overlap. */
export interface Segment extends Range {
  label: string;
}

/**
 * Sums of the u-alpha family over documents. Everything is in code points and pooled: coefficients of documents are never
 * averaged. Label 0 is the gap.
 */
export interface UnitizingSums {
  labels: string[];
  /** ℓ_ck, labels × labels, row by row: lengths on which one annotator has c where another has k, each over m - 1. */
  coincidences: number[];
  /** κ_c: sum of squared lengths of a label's segments; of gaps, sum of lengths. */
  kappa: number[];
  /** By label, Σ x²: squares of each segment's pairable length, which is what others did not leave as gaps. */
  pairableSquares: number[];
  /** Documents with at least two finished passes; others contribute nothing. */
  documents: number;
}

const GAP = "";

/** Sums of documents. Each has its length and every finished pass's segments, none for "read it, marked nothing". */
export function sumUnitizing(
  documents: readonly { length: number; passes: readonly (readonly Segment[])[] }[],
): UnitizingSums {
  const shared = documents.filter(({ passes }) => passes.length >= 2);
  const labels = [GAP, ...new Set(shared.flatMap(({ passes }) => passes.flat().map(({ label }) => label)))];
  const size = labels.length;
  const sums: UnitizingSums = {
    labels,
    coincidences: new Array(size * size).fill(0),
    kappa: new Array(size).fill(0),
    pairableSquares: new Array(size).fill(0),
    documents: shared.length,
  };
  const indices = new Map(labels.map((label, index) => [label, index]));
  for (const { length, passes } of shared) {
    addDocument(
      sums,
      length,
      passes.map((segments) =>
        segments.map(({ start, end, label }) => ({ start, end, label: indices.get(label) as number, pairable: 0 })),
      ),
    );
  }
  return sums;
}

interface IndexedSegment extends Range {
  label: number;
  pairable: number;
}

function addDocument(sums: UnitizingSums, length: number, passes: IndexedSegment[][]): void {
  const m = passes.length;
  const size = sums.labels.length;
  const current: (IndexedSegment | null)[] = new Array(m).fill(null);
  const counts = new Array<number>(size).fill(0);
  counts[0] = m;
  let position = 0;
  for (const { at, annotator, segment } of listChanges(passes, length)) {
    const width = at - position;
    if (width > 0) addStretch(sums, { counts, current, m, width });
    position = at;
    const before = current[annotator]?.label ?? 0;
    counts[before] = (counts[before] as number) - 1;
    const after = segment?.label ?? 0;
    counts[after] = (counts[after] as number) + 1;
    current[annotator] = segment;
  }
  addStretch(sums, { counts, current, m, width: length - position });

  let gap = m * length;
  for (const { start, end, label, pairable } of passes.flat()) {
    sums.kappa[label] = (sums.kappa[label] as number) + (end - start) ** 2;
    sums.pairableSquares[label] = (sums.pairableSquares[label] as number) + pairable ** 2;
    gap -= end - start;
  }
  sums.kappa[0] = (sums.kappa[0] as number) + gap;
}

interface Stretch {
  /** Annotators by label. */
  counts: number[];
  current: (IndexedSegment | null)[];
  m: number;
  width: number;
}

/** Adds a stretch within which nobody changes label: as many coincidences per position as for a unit with m ratings. */
function addStretch(sums: UnitizingSums, { counts, current, m, width }: Stretch): void {
  const size = counts.length;
  for (let c = 0; c < size; c++) {
    if (counts[c] === 0) continue;
    for (let k = 0; k < size; k++) {
      const pairs = (counts[c] as number) * ((counts[k] as number) - (c === k ? 1 : 0));
      const cell = c * size + k;
      sums.coincidences[cell] = (sums.coincidences[cell] as number) + (width * pairs) / (m - 1);
    }
  }
  const others = m - (counts[0] as number) - 1;
  for (const segment of current) if (segment) segment.pairable += (width * others) / (m - 1);
}

/** Where annotators change to a segment or, null, to a gap, by position. Throws RangeError for overlaps and bad places. */
function listChanges(passes: readonly IndexedSegment[][], length: number) {
  const changes: { at: number; annotator: number; segment: IndexedSegment | null }[] = [];
  for (const [annotator, segments] of passes.entries()) {
    let last = 0;
    for (const segment of [...segments].sort((a, b) => a.start - b.start || a.end - b.end)) {
      const { start, end } = segment;
      if (start >= end || end > length) throw new RangeError(`segment ${start}-${end} in a text of ${length}`);
      if (start < last)
        throw new RangeError(`segment ${start}-${end} overlaps the one before it, which ends at ${last}`);
      if (start === last && changes.at(-1)?.annotator === annotator) changes.pop();
      changes.push({ at: start, annotator, segment }, { at: end, annotator, segment: null });
      last = end;
    }
  }
  return changes.sort((a, b) => a.at - b.at);
}
