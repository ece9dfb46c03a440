import type { Range } from "@/domain/text/span";
import { subtractRanges } from "@/domain/text/spans";
import type { AgreementStatement } from "./agreement-document";
import type { Segment } from "./unitizing-sums";

/** What one label adds to the u-alpha family in one document; see `UnitizingSums`. */
interface LabelLengths {
  /** ℓ_c. and ℓ_cc. */
  row: number;
  same: number;
  /** ℓ*_c., without gaps. */
  coded: number;
}

/**
 * Sums of the u-alpha family over one document, label by label and not label by label with label: of many labels only a
 * few meet in one place. All in code points.
 */
export interface UnitizingParts {
  labels: ReadonlyMap<string, LabelLengths>;
  gap: { row: number; same: number };
  /** Σκ and Σx². */
  squares: number;
  pairableSquares: number;
}

/** Segments of finished passes, two or more, over a text; the segments of one pass must not overlap. */
export function unitizingParts(length: number, passes: readonly (readonly Segment[])[]): UnitizingParts {
  const m = passes.length;
  const labels = new Map<string, LabelLengths>();
  const lengthsOf = (label: string) => {
    const known = labels.get(label) ?? { row: 0, same: 0, coded: 0 };
    labels.set(label, known);
    return known;
  };
  const gap = { row: 0, same: 0 };
  const active = new Map<number, { label: string; pairable: number }>();
  let squares = 0;
  let pairableSquares = 0;
  let uncovered = m * length;
  let position = 0;
  const edges = passes.flatMap((segments, annotator) =>
    segments.flatMap((segment) => [
      { at: segment.start, annotator, opens: segment },
      { at: segment.end, annotator, opens: null },
    ]),
  );
  // Of two segments that touch, the first is closed before the second opens.
  edges.sort((a, b) => a.at - b.at || Number(a.opens !== null) - Number(b.opens !== null));
  const advance = (to: number) => {
    const width = to - position;
    position = to;
    if (width === 0) return;
    const coded = active.size;
    gap.row += width * (m - coded);
    gap.same += (width * (m - coded) * (m - coded - 1)) / (m - 1);
    const counts = new Map<string, number>();
    for (const segment of active.values()) {
      counts.set(segment.label, (counts.get(segment.label) ?? 0) + 1);
      segment.pairable += (width * (coded - 1)) / (m - 1);
    }
    for (const [label, count] of counts) {
      const lengths = lengthsOf(label);
      lengths.row += width * count;
      lengths.same += (width * count * (count - 1)) / (m - 1);
      lengths.coded += (width * count * (coded - 1)) / (m - 1);
    }
  };
  for (const { at, annotator, opens } of edges) {
    advance(at);
    if (opens) {
      active.set(annotator, { label: opens.label, pairable: 0 });
      squares += (opens.end - opens.start) ** 2;
      uncovered -= opens.end - opens.start;
    } else {
      pairableSquares += (active.get(annotator)?.pairable ?? 0) ** 2;
      active.delete(annotator);
    }
  }
  advance(length);
  return { labels, gap, squares: squares + uncovered, pairableSquares };
}

/**
 * An annotator's statements as segments by the label of an attribute. One without a label is left out. Where statements
 * lie over each other, the text belongs to the one that begins last and, of those, ends first: the innermost.
 */
export function segmentsOf(statements: readonly AgreementStatement[], attribute: string): Segment[] {
  const wanted: Segment[] = [];
  for (const { ranges, labels } of statements) {
    const label = Object.hasOwn(labels, attribute) ? labels[attribute] : null;
    if (label === null || label === undefined) continue;
    for (const { start, end } of ranges) wanted.push({ start, end, label });
  }
  wanted.sort((a, b) => b.start - a.start || a.end - b.end);
  // Mostly nothing lies over anything else.
  if (wanted.every(({ end }, at) => at === 0 || end <= (wanted[at - 1] as Segment).start)) return wanted;
  const taken: Range[] = [];
  const segments: Segment[] = [];
  for (const { start, end, label } of wanted) {
    for (const rest of subtractRanges([{ start, end }], taken)) segments.push({ ...rest, label });
    taken.push({ start, end });
  }
  return segments;
}

/** uα and cuα of documents, each with what it is without each of them; null: undefined. */
export function unitizingAlphas(parts: readonly UnitizingParts[]) {
  const labels = new Map<string, LabelLengths>();
  const all = { same: 0, total: 0, rowSquares: 0, squares: 0, coded: 0, codedSame: 0, codedSquares: 0, pairable: 0 };
  let gapRow = 0;
  for (const { labels: own, gap, squares, pairableSquares } of parts) {
    for (const [label, { row, same, coded }] of own) {
      const known = labels.get(label) ?? { row: 0, same: 0, coded: 0 };
      labels.set(label, { row: known.row + row, same: known.same + same, coded: known.coded + coded });
      all.total += row;
      all.same += same;
      all.coded += coded;
      all.codedSame += same;
    }
    gapRow += gap.row;
    all.total += gap.row;
    all.same += gap.same;
    all.squares += squares;
    all.pairable += pairableSquares;
  }
  all.rowSquares = gapRow ** 2;
  for (const { row, coded } of labels.values()) {
    all.rowSquares += row ** 2;
    all.codedSquares += coded ** 2;
  }
  const without = parts.map((part) => {
    const rest = { ...all };
    let total = part.gap.row;
    let same = part.gap.same;
    rest.rowSquares += (gapRow - part.gap.row) ** 2 - gapRow ** 2;
    for (const [label, own] of part.labels) {
      const { row, coded } = labels.get(label) as LabelLengths;
      total += own.row;
      same += own.same;
      rest.rowSquares += (row - own.row) ** 2 - row ** 2;
      rest.codedSquares += (coded - own.coded) ** 2 - coded ** 2;
      rest.coded -= own.coded;
      rest.codedSame -= own.same;
    }
    rest.total -= total;
    rest.same -= same;
    rest.squares -= part.squares;
    rest.pairable -= part.pairableSquares;
    return rest;
  });
  return {
    unitized: { value: unitized(all), without: without.map(unitized) },
    coding: { value: coding(all), without: without.map(coding) },
  };
}

interface Sums {
  total: number;
  same: number;
  rowSquares: number;
  squares: number;
  coded: number;
  codedSame: number;
  codedSquares: number;
  pairable: number;
}

/** What rounding leaves of lengths that are none. */
const NOTHING = 1e-9;

/** See `unitizedAlpha`. */
function unitized({ total, same, rowSquares, squares }: Sums): number | null {
  return alphaOf(total - same, total, total * total - rowSquares, squares);
}

/** See `codingUnitizedAlpha`. */
function coding({ coded, codedSame, codedSquares, pairable }: Sums): number | null {
  return alphaOf(coded - codedSame, coded, coded * coded - codedSquares, pairable);
}

function alphaOf(seen: number, total: number, apart: number, squares: number): number | null {
  if (total <= NOTHING || apart <= NOTHING * total * total) return null;
  return 1 - (seen * (total * total - squares)) / (total * apart);
}
