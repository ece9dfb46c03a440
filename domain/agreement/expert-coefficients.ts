import * as z from "zod";
import type { AttributeStatistics } from "./attribute-statistics";
import type { AttributeTotals } from "./attribute-totals";
import type { DocumentStatistics } from "./document-statistics";
import { ExpertMeasure } from "./expert-measure";
import { Figure } from "./figure";
import { type Basis, makeFigure } from "./make-figure";
import { nominalPairMeans, type PairMean, weightedPairMeans } from "./mean-over-pairs";
import { modelLabels } from "./model-labels";
import type { AttributeAgreement } from "./project-agreement-result";
import {
  allShares,
  completeShares,
  fleissOfShares,
  gwetOfShares,
  type ShareSums,
  shareOfUnits,
  sumShares,
} from "./share-sums";
import { type UnitizingParts, unitizingAlphas } from "./unitizing-totals";

export const ExpertCoefficient = z.object({ measure: ExpertMeasure, figure: Figure });
export type ExpertCoefficient = z.infer<typeof ExpertCoefficient>;

/** Labels of an attribute up to which a model is made while somebody waits. */
const MOST_FOR_MODEL = 40_000;

interface ExpertInput {
  /** The attribute's own figures, and the totals they were made of, with people. */
  agreement: AttributeAgreement;
  totals: AttributeTotals;
  /** Those with at least two finished passes. */
  documents: readonly DocumentStatistics[];
  /** Of the same documents. */
  unitizing: readonly UnitizingParts[];
  /** Annotators with any finished pass. */
  finished: number;
  level?: number;
}

/** All coefficients of one attribute, in the order of `ExpertMeasure`; those of a scale only where it has one. */
export function expertCoefficients({
  agreement,
  totals,
  documents,
  unitizing,
  finished,
  level = 0.95,
}: ExpertInput): ExpertCoefficient[] {
  const { attribute } = totals;
  const own = documents.flatMap((document) => {
    const statistics = document.attributes[attribute.key];
    return statistics && statistics.ratedUnits > 0 ? [{ statistics, annotators: document.annotators.length }] : [];
  });
  const basis: Basis = { ...agreement.nominal, finished };
  const ofShares = (
    sums: ReturnType<typeof sumShares>,
    of: (sums: ShareSums) => ReturnType<typeof gwetOfShares> | ReturnType<typeof shareOfUnits>,
  ) => {
    const all = of(sums.all);
    return makeFigure({
      ...{ value: all?.value ?? null, observed: all?.observed ?? null, expected: all?.expected ?? null },
      ...{ basis: { ...basis, units: sums.all.units, documents: sums.without.length }, level },
      leftOut: () => sums.without.map((rest) => of(rest)?.value ?? null),
    });
  };
  const shares = sumShares(own.map(({ statistics }) => allShares(statistics)));
  const complete = sumShares(
    own.map(({ statistics, annotators }) => completeShares(statistics, annotators)).filter(({ units }) => units > 0),
  );
  const categories = new Set([...attribute.values, ...own.flatMap(({ statistics }) => statistics.labels)]).size;
  const ofPairs = ({ value, units }: PairMean) =>
    makeFigure({ value, basis: { ...basis, units }, level, leftOut: null });
  const { cohen, scott } = nominalPairMeans(totals);
  const weighted = attribute.scale.length > 1 ? weightedPairMeans(documents, attribute) : null;
  const { unitized, coding } = unitizingAlphas(unitizing);
  const ofLengths = ({ value, without }: typeof unitized) =>
    makeFigure({
      ...{ value, level, leftOut: () => without, leastUnits: 0 },
      basis: { ...basis, units: agreement.nominal.units, documents: unitizing.length },
    });
  const list: [ExpertMeasure, Figure][] = [
    ["percent_ratings", percentByRatings(own, basis, level)],
    ["percent_units", ofShares(shares, (sums) => shareOfUnits(sums.unitAgreement, sums))],
    ["percent_all", ofShares(complete, (sums) => shareOfUnits(sums.unanimous, sums))],
    ...(attribute.measure === "nominal"
      ? []
      : [[`alpha_${attribute.measure}`, agreement.alpha] as [ExpertMeasure, Figure]]),
    ["alpha_nominal", agreement.nominal],
    ["scott", ofPairs(scott)],
    ["cohen", ofPairs(cohen)],
    ...(weighted
      ? ([
          ["cohen_linear", ofPairs(weighted.linear)],
          ["cohen_quadratic", ofPairs(weighted.quadratic)],
        ] as [ExpertMeasure, Figure][])
      : []),
    ["fleiss", ofShares(complete, fleissOfShares)],
    ["ac1", ofShares(shares, (sums) => gwetOfShares(sums, categories))],
    ["u_alpha", ofLengths(unitized)],
    ["cu_alpha", ofLengths(coding)],
    ["model", modelFigure(documents, totals, basis)],
  ];
  return list.map(([measure, figure]) => ({ measure, figure }));
}

function percentByRatings(own: readonly { statistics: AttributeStatistics }[], basis: Basis, level: number): Figure {
  const parts = own
    .filter(({ statistics }) => statistics.units > 0)
    .map(({ statistics }) => ({
      agreed: statistics.agreed.reduce((sum, one) => sum + one, 0),
      ratings: statistics.ratingCount,
    }));
  const agreed = parts.reduce((sum, part) => sum + part.agreed, 0);
  const ratings = parts.reduce((sum, part) => sum + part.ratings, 0);
  return makeFigure({
    ...{ value: ratings === 0 ? null : agreed / ratings, basis, level },
    leftOut: () =>
      parts.map((part) => (ratings === part.ratings ? null : (agreed - part.agreed) / (ratings - part.ratings))),
  });
}

/** How sure a model of the annotators is of the labels it holds for true; `not_computable` where its conditions do not hold. */
function modelFigure(
  documents: readonly DocumentStatistics[],
  { attribute, ratingCount }: AttributeTotals,
  basis: Basis,
): Figure {
  const known =
    ratingCount > MOST_FOR_MODEL
      ? []
      : modelLabels(documents, attribute)
          .flat()
          .filter((one) => one !== null);
  const value = known.length === 0 ? null : known.reduce((sum, { probability }) => sum + probability, 0) / known.length;
  const figure = makeFigure({ value, basis: { ...basis, units: known.length }, level: 0.95, leftOut: null });
  return value === null ? { ...figure, status: "not_computable" } : figure;
}
