import type { AgreementTotals } from "./agreement-totals";
import { nominalAlphaOfSums, scaleAlpha } from "./alpha-of-sums";
import { scoresOf } from "./attribute-agreement";
import type { AttributeTotals } from "./attribute-totals";
import type { Coefficient } from "./coefficient";
import type { LeftOutTotals } from "./left-out-totals";
import { statusOf } from "./make-figure";
import type { FoundRule } from "./pair-statistics";
import { type PairTotals, pairKappa, pairWeightedKappa } from "./pair-totals";
import type { AnnotatorAgreement, AttributeAgreement, PairAgreement } from "./project-agreement-result";
import { withoutScale } from "./scale-sums";

/** Every two annotators who finished a document together, by id. */
export function pairAgreement(totals: AgreementTotals, rule: FoundRule): PairAgreement[] {
  const pairs = totals.pairs.flatMap((sums, index): PairAgreement[] => {
    if (sums.documents === 0) return [];
    const [a, b] = annotatorsOf(index)
      .map((one) => totals.annotators[one] as string)
      .sort() as [string, string];
    const { twice, marked } = sums[rule];
    const value = marked === 0 ? null : twice / marked;
    const units = marked - twice / 2;
    return [
      {
        ...{ a, b },
        documents: sums.documents,
        found: { value, status: statusOf(value, { units, finished: 2 }, 0), units },
        attributes: Object.fromEntries(
          totals.attributes.map((attribute) => [
            attribute.attribute.key,
            pairFigure(attribute.pairs[index], attribute.scale !== null),
          ]),
        ),
      },
    ];
  });
  return pairs.sort((x, y) => compare(x.a, y.a) || compare(x.b, y.b));
}

/** What each annotator's part in agreement is, by id. */
export function annotatorAgreement(
  totals: AgreementTotals,
  pairs: readonly PairAgreement[],
  attributes: readonly AttributeAgreement[],
): AnnotatorAgreement[] {
  const people = totals.annotators.flatMap((annotator, index): AnnotatorAgreement[] => {
    const documents = totals.documentsOf[index] as number;
    if (documents === 0) return [];
    const own = pairs.filter(({ a, b }) => a === annotator || b === annotator);
    return [
      {
        ...{ annotator, documents },
        meanFound: mean(own.map(({ found }) => found.value)),
        attributes: Object.fromEntries(
          totals.attributes.map((attribute, at) => {
            const { key } = attribute.attribute;
            const alpha = attributes[at]?.alpha.value ?? null;
            const alphaWithout = leaveOut(attribute, attribute.leftOut[index]);
            const change = alpha === null || alphaWithout === null ? null : alpha - alphaWithout;
            const meanKappa = mean(own.map((pair) => pair.attributes[key]?.kappa.value ?? null));
            return [key, { meanKappa, alphaWithout, change }];
          }),
        ),
      },
    ];
  });
  return people.sort((x, y) => compare(x.annotator, y.annotator));
}

/** The alpha of an attribute, on its own measure, without one annotator's labels. */
function leaveOut(totals: AttributeTotals, part: LeftOutTotals | undefined): number | null {
  if (part && totals.scale && part.scale) {
    return scaleAlpha(withoutScale(totals.scale, part.scale), scoresOf(totals.attribute))?.value ?? null;
  }
  let agreed = 0;
  let squares = 0;
  for (let label = 0; label < totals.counts.length; label++) {
    agreed += totals.agreed[label] as number;
    squares += ((totals.counts[label] as number) - (part?.counts[label] ?? 0)) ** 2;
  }
  const n = totals.ratingCount - (part?.ratingCount ?? 0);
  return nominalAlphaOfSums(n, agreed - (part?.agreed ?? 0), squares)?.value ?? null;
}

function pairFigure(pair: PairTotals | undefined, scaled: boolean) {
  const units = pair?.units ?? 0;
  const value = pair ? (scaled ? pairWeightedKappa(pair) : pairKappa(pair)) : null;
  const kappaUnits = (scaled ? pair?.scaled : pair?.units) ?? 0;
  const kappa: Coefficient = { value, status: statusOf(value, { units: kappaUnits, finished: 2 }), units: kappaUnits };
  return { units, raw: pair && units > 0 ? pair.agreed / units : null, kappa };
}

/** The annotators a < b of the pair at b(b - 1) / 2 + a. */
function annotatorsOf(index: number): [number, number] {
  let b = 1;
  while ((b * (b + 1)) / 2 <= index) b++;
  return [index - (b * (b - 1)) / 2, b];
}

function mean(values: readonly (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null);
  return defined.length === 0 ? null : defined.reduce((sum, value) => sum + value, 0) / defined.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
