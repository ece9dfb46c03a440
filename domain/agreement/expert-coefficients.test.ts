import fc from "fast-check";
import { expect, it } from "vitest";
import { agreementDocuments, attributes } from "@/tests/support/agreement-documents";
import { sumDocuments } from "./agreement-totals";
import { cohenKappa, confusionTable } from "./cohen-kappa";
import { documentStatistics } from "./document-statistics";
import { expertCoefficients } from "./expert-coefficients";
import type { ExpertMeasure } from "./expert-measure";
import { fleissKappa } from "./fleiss-kappa";
import { gwetAc1 } from "./gwet-ac";
import { agreementByRating, agreementByUnit } from "./percent-agreement";
import { projectAgreement } from "./project-agreement";
import { ratingsOf } from "./ratings";
import { scottPi } from "./scott-pi";
import { segmentsOf, unitizingParts } from "./unitizing-totals";

const figuresOf = (documents: Parameters<typeof documentStatistics>[0][], key: string) => {
  const statistics = documents.map((document) => documentStatistics(document, attributes));
  const totals = sumDocuments(statistics, attributes);
  const own = totals.attributes.find(({ attribute }) => attribute.key === key);
  const agreement = projectAgreement(statistics, { attributes }, totals).attributes.find((one) => one.key === key);
  if (!own || !agreement) throw new Error(`No attribute ${key}.`);
  const shared = statistics.filter(({ annotators }) => annotators.length >= 2);
  const coefficients = expertCoefficients({
    ...{ agreement, totals: own, documents: shared, finished: totals.finished },
    unitizing: documents
      .filter(({ passes }) => passes.length >= 2)
      .map(({ length, passes }) =>
        unitizingParts(
          length,
          passes.map(({ statements }) => segmentsOf(statements, key)),
        ),
      ),
  });
  const of = (measure: ExpertMeasure) => coefficients.find((one) => one.measure === measure)?.figure;
  return { of, shared, coefficients };
};

const same = (one: number | null | undefined, other: number | null) => {
  if (typeof one !== "number" || other === null) expect(one ?? null).toBe(other);
  else expect(one).toBeCloseTo(other, 9);
};

const KEYS = ["stance", "constructor", "count", "certainty"];

it("coefficients made of sums are those of the ratings themselves", () => {
  fc.assert(
    fc.property(agreementDocuments, fc.constantFrom(...KEYS), (documents, key) => {
      const { of, shared } = figuresOf(documents, key);
      const rows = shared.flatMap(({ annotators, units, attributes: own }) =>
        units.map((_, unit) =>
          annotators.map((__, at) => own[key]?.labels[own[key]?.ratings[unit * annotators.length + at] ?? -1] ?? null),
        ),
      );
      const paired = rows.filter((row) => row.filter((label) => label !== null).length > 1);
      same(of("percent_ratings")?.value, agreementByRating(ratingsOf(rows)).value);
      same(of("percent_units")?.value, agreementByUnit(ratingsOf(rows)).value);
      const complete = rows.filter((row) => row.every((label) => label !== null));
      same(of("fleiss")?.value, fleissKappa(ratingsOf(complete)).value);
      const unanimous = complete.filter((row) => new Set(row).size === 1).length;
      same(of("percent_all")?.value, complete.length === 0 ? null : unanimous / complete.length);
      const declared = attributes.find((one) => one.key === key)?.values ?? [];
      const labels = new Set([...declared, ...rows.flat().filter((label) => label !== null)]);
      same(of("ac1")?.value, paired.length === 0 ? null : gwetAc1(ratingsOf(rows), labels.size).value);
    }),
  );
});

it("of two annotators kappa and pi are the plain ones", () => {
  fc.assert(
    fc.property(agreementDocuments, (documents) => {
      const two = documents.map((document) => ({
        ...document,
        passes: ["ada", "ben"].flatMap((name) => document.passes.filter(({ annotatorId }) => annotatorId === name)),
      }));
      const { of, shared } = figuresOf(two, "stance");
      const labels = ["oppose", "neutral", "support", "mixed"];
      const columns = [0, 1].map((at) =>
        shared.flatMap(({ annotators, units, attributes: own }) =>
          units.map((_, unit) =>
            labels.indexOf(own.stance?.labels[own.stance.ratings[unit * annotators.length + at] ?? -1] ?? ""),
          ),
        ),
      );
      const indices = columns.map((column) => column.map((index) => (index < 0 ? null : index)));
      const table = confusionTable(indices[0] ?? [], indices[1] ?? [], labels.length);
      same(of("cohen")?.value, cohenKappa(table).value);
      same(of("scott")?.value, scottPi(table).value);
      const onScale = indices.map((column) => column.map((index) => (index === 3 ? null : index)));
      const levels = confusionTable(onScale[0] ?? [], onScale[1] ?? [], 3);
      same(of("cohen_linear")?.value, cohenKappa(levels, "linear").value);
      same(of("cohen_quadratic")?.value, cohenKappa(levels, "quadratic").value);
    }),
  );
});

it("undefined is a status and never a number", () => {
  fc.assert(
    fc.property(agreementDocuments, fc.constantFrom(...KEYS), (documents, key) => {
      for (const { figure } of figuresOf(documents, key).coefficients) {
        if (figure.value === null) expect(figure.status).not.toMatch(/^(ok|too_few_units)$/);
        else expect(Number.isFinite(figure.value)).toBe(true);
      }
    }),
  );
});
