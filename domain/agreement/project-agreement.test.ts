import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementDocuments, attributes } from "@/tests/support/agreement-documents";
import { AgreementTotals } from "./agreement-totals";
import { cohenKappa, confusionTable } from "./cohen-kappa";
import { type DocumentStatistics, documentStatistics } from "./document-statistics";
import { gwetAc1 } from "./gwet-ac";
import { intervalAlpha, nominalAlpha, ordinalAlpha } from "./krippendorff-alpha";
import { agreementByRating } from "./percent-agreement";
import { projectAgreement } from "./project-agreement";
import { ratingsOf } from "./ratings";

const statisticsOf = agreementDocuments.map((documents) => ({
  documents,
  statistics: documents.map((document) => documentStatistics(document, attributes)),
}));
type Row = { document: string; labels: Map<string, string> };

/** Units with their labels by annotator, read from the statistics the long way. */
function rowsOf(statistics: readonly DocumentStatistics[], key: string): Row[] {
  return statistics.flatMap(({ annotators, attributes: own, documentId, units }) =>
    units.map((_, unit) => ({
      document: documentId,
      labels: new Map(
        annotators.flatMap((annotator, at) => {
          const label = own[key]?.labels[own[key]?.ratings[unit * annotators.length + at] ?? -1];
          return label === undefined ? [] : [[annotator, label] as const];
        }),
      ),
    })),
  );
}

function nominalRatings(rows: readonly Row[]) {
  return ratingsOf(rows.map(({ labels }) => [...labels.values()]));
}

/** Alpha of an attribute on its own measure, from the coefficients' definition. */
function alphaOf(key: string, rows: readonly Row[]): number | null {
  const { measure, scale } = attributes.find((attribute) => attribute.key === key) ?? { measure: "nominal", scale: [] };
  if (measure === "nominal") return nominalAlpha(nominalRatings(rows)).value;
  const levels = scale.length > 0 ? scale.map(({ value }) => value) : ["1", "2", "7"];
  const on = rows.map(({ labels }) => [...labels.values()].filter((label) => levels.includes(label)));
  if (measure === "ordinal") return ordinalAlpha(ratingsOf(on, levels)).value;
  return intervalAlpha(ratingsOf(on, levels), scale.length > 0 ? scale.map(({ score }) => score) : [1, 2, 7]).value;
}

function expectSame(one: number | null | undefined, other: number | null | undefined): void {
  if (typeof one !== "number" || typeof other !== "number") expect(one).toBe(other);
  else expect(Math.abs(one - other)).toBeLessThan(1e-9);
}

describe("figures made of sums over documents", () => {
  it("equal the coefficients over all units, and those without each annotator", () => {
    fc.assert(
      fc.property(statisticsOf, ({ statistics }) => {
        const { attributes: found, perAnnotator } = projectAgreement(statistics, { attributes });
        for (const { key, alpha, nominal, raw, ac1 } of found) {
          const rows = rowsOf(statistics, key);
          const ratings = nominalRatings(rows);
          expectSame(alpha.value, alphaOf(key, rows));
          expectSame(nominal.value, nominalAlpha(ratings).value);
          expect(nominal.units).toBe(nominalAlpha(ratings).units);
          const pairable = rows.filter(({ labels }) => labels.size > 1);
          expect(nominal.annotators).toBe(new Set(pairable.flatMap(({ labels }) => [...labels.keys()])).size);
          expectSame(raw.value, agreementByRating(ratings).value);
          const declared = attributes.find((attribute) => attribute.key === key)?.values ?? [];
          const shared = statistics.filter(({ annotators }) => annotators.length > 1);
          const used = rowsOf(shared, key).flatMap(({ labels }) => [...labels.values()]);
          const categories = new Set([...declared, ...used]).size;
          expectSame(ac1.value, gwetAc1(nominalRatings(rowsOf(shared, key)), categories).value);
          for (const { annotator, attributes: own } of perAnnotator) {
            const others = rows.map(({ document, labels }) => ({
              document,
              labels: new Map([...labels].filter(([one]) => one !== annotator)),
            }));
            expectSame(own[key]?.alphaWithout, alphaOf(key, others));
          }
        }
      }),
    );
  });

  it("equal kappa of every pair, weighted on a scale", () => {
    fc.assert(
      fc.property(statisticsOf, ({ statistics }) => {
        for (const { a, b, attributes: own } of projectAgreement(statistics, { attributes }).pairs) {
          for (const { key, measure, scale } of attributes) {
            const both = rowsOf(statistics, key).filter(({ labels }) => labels.has(a) && labels.has(b));
            const pairs = both.map(({ labels }) => [labels.get(a) as string, labels.get(b) as string] as const);
            expect(own[key]?.units).toBe(pairs.length);
            // Levels of unequal distance have no quadratic weights by place; those of "certainty" are two, so they have.
            if (measure === "interval" && scale.length === 0) continue;
            const order = scale.length > 0 ? scale.map(({ value }) => value) : [...new Set(pairs.flat())];
            const place = (label: string) => (order.includes(label) ? order.indexOf(label) : null);
            const table = confusionTable(
              pairs.map(([one]) => place(one)),
              pairs.map(([, other]) => place(other)),
              order.length,
            );
            const kappa = cohenKappa(table, measure === "nominal" ? "unweighted" : "quadratic");
            expectSame(own[key]?.kappa.value, kappa.value);
            expect(own[key]?.kappa.units).toBe(kappa.units);
          }
        }
      }),
    );
  });

  it("count per label and per confusion what the units show", () => {
    fc.assert(
      fc.property(statisticsOf, ({ statistics }) => {
        for (const { key, labels, confusions } of projectAgreement(statistics, { attributes, confusions: 99 })
          .attributes) {
          const pairs = rowsOf(statistics, key).flatMap(({ labels: own }) => {
            const all = [...own.values()];
            return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other].sort() as [string, string]));
          });
          for (const { label, both, one, alpha } of labels) {
            expect(both).toBe(pairs.filter(([x, y]) => x === label && y === label).length);
            expect(one).toBe(pairs.filter(([x, y]) => x !== y && (x === label || y === label)).length);
            const binary = rowsOf(statistics, key).map((row) => ({
              ...row,
              labels: new Map([...row.labels].map(([annotator, own]) => [annotator, String(own === label)])),
            }));
            expectSame(alpha.value, nominalAlpha(nominalRatings(binary)).value);
          }
          const counts = new Map<string, number>();
          for (const pair of pairs) {
            if (pair[0] !== pair[1]) counts.set(pair.join("↔"), (counts.get(pair.join("↔")) ?? 0) + 1);
          }
          expect(new Map(confusions.map(({ a, b, count }) => [`${a}↔${b}`, count]))).toEqual(counts);
          expect(confusions.map(({ count }) => count)).toEqual([...counts.values()].sort((x, y) => y - x));
        }
      }),
    );
  });

  it("are the same after documents were changed as when made anew, in any order of documents", () => {
    fc.assert(
      fc.property(statisticsOf, statisticsOf, ({ statistics }, { statistics: others }) => {
        const totals = new AgreementTotals(attributes);
        for (const document of [...statistics, ...others]) totals.add(document);
        for (const document of statistics) totals.add(document, -1);
        const kept = projectAgreement(others, { attributes }, totals);
        const anew = projectAgreement(others, { attributes });
        const numbers = (agreement: typeof anew) =>
          agreement.attributes.flatMap(({ alpha, nominal, raw, ac1, labels }) => [
            ...[alpha, nominal, raw, ac1].flatMap(({ value, units, annotators, values }) => [
              value,
              units,
              annotators,
              values,
            ]),
            ...[...labels].sort((x, y) => (x.label < y.label ? -1 : 1)).map(({ alpha: own }) => own.value),
          ]);
        for (const [at, value] of numbers(anew).entries()) expectSame(numbers(kept)[at], value);
        expect(kept.found).toEqual(anew.found);
        expect([...kept.annotators].sort()).toEqual([...anew.annotators].sort());
        const reversed = projectAgreement([...others].reverse(), { attributes });
        for (const [at, value] of numbers(anew).entries()) expectSame(numbers(reversed)[at], value);
        expect(reversed.perDocument).toEqual(anew.perDocument);
      }),
    );
  });
});
