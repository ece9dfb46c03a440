import { type AgreementTotals, addCoverage, type CoverageSums } from "./agreement-totals";
import type { DocumentStatistics } from "./document-statistics";
import type { Figure } from "./figure";
import { makeFigure } from "./make-figure";
import type { FoundRule } from "./pair-statistics";

/**
 * "Found the same statements": micro span F1 over documents and pairs, 2·ΣTP / Σ(|A| + |B|); documents where nobody marked
 * anything have no part in it. `documents` all have at least two finished passes. Source: Hripcsak and Rothschild 2005.
 */
export function foundFigure(
  rule: FoundRule,
  totals: AgreementTotals,
  documents: readonly DocumentStatistics[],
  level: number,
): Figure {
  const { twice, marked } = totals.found[rule];
  const parts = documents.map(({ found }) => found[rule]).filter((part) => part.marked > 0);
  return makeFigure({
    value: marked === 0 ? null : twice / marked,
    basis: basisOf(totals, parts.length),
    leftOut: () => parts.map((part) => (marked === part.marked ? null : (twice - part.twice) / (marked - part.marked))),
    level,
    leastUnits: 0,
    least: 0,
  });
}

/** "Marked the same text": |u-alpha pooled over documents, in code points. */
export function markedTextFigure(
  totals: AgreementTotals,
  documents: readonly DocumentStatistics[],
  level: number,
): Figure {
  return makeFigure({
    value: markedTextAlpha(totals.coverage),
    basis: basisOf(totals, documents.length),
    leftOut: () =>
      documents.map(({ coverage }) => {
        const rest = { ...totals.coverage };
        addCoverage(rest, coverage, -1);
        return markedTextAlpha(rest);
      }),
    level,
    leastUnits: 0,
  });
}

/**
 * |u-alpha of pooled sums: 1 - ℓ_mg / ε_mg with ε_mg = ℓ.. · ℓ_m. · ℓ_g. / (ℓ..² - Σκ). Null when nothing or everything is
 * marked. Source: Krippendorff, Mathet, Bouvry and Widlöcher 2016.
 */
export function markedTextAlpha({
  markedMarked,
  markedGap,
  gapGap,
  segmentSquares,
  gapLength,
}: CoverageSums): number | null {
  const marked = markedMarked + markedGap;
  const gap = gapGap + markedGap;
  const all = marked + gap;
  const expected = all * marked * gap;
  if (gapLength === 0 || segmentSquares === 0 || expected <= 0) return null;
  return 1 - (markedGap * (all * all - segmentSquares - gapLength)) / expected;
}

function basisOf(totals: AgreementTotals, documents: number) {
  return {
    units: totals.statements,
    values: 0,
    annotators: totals.documentsOf.filter((count) => count > 0).length,
    documents,
    finished: totals.finished,
  };
}
