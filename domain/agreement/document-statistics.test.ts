import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { findClusters } from "@/domain/review/find-clusters";
import type { Statement } from "@/domain/statement/statement";
import { agreementDocuments, attributes } from "@/tests/support/agreement-documents";
import { sumDocuments } from "./agreement-totals";
import { documentStatistics } from "./document-statistics";
import { markedTextAlpha } from "./passage-figures";
import { projectAgreement } from "./project-agreement";
import { type MatchRule, spanF1 } from "./span-f1";
import { binaryUnitizedAlpha } from "./unitizing-alpha";
import { sumUnitizing } from "./unitizing-sums";

const statisticsOf = agreementDocuments.map((documents) => ({
  documents,
  statistics: documents.map((document) => documentStatistics(document, attributes)),
}));

function expectSame(one: number | null | undefined, other: number | null | undefined): void {
  if (typeof one !== "number" || typeof other !== "number") expect(one).toBe(other);
  else expect(Math.abs(one - other)).toBeLessThan(1e-9);
}

describe("statistics of a document", () => {
  it("have the clusters of review", () => {
    fc.assert(
      fc.property(agreementDocuments, (documents) => {
        for (const document of documents) {
          const readings = document.passes.map(({ assignmentId, statements }) => ({
            assignmentId,
            statements: statements.map(
              ({ id, ranges }) =>
                ({
                  ...{ id, speakerId: null, chain: [], stances: [], fields: {} },
                  spans: ranges.map((range) => ({
                    ...range,
                    role: "content",
                    quote: "x".repeat(range.end - range.start),
                  })),
                }) as unknown as Statement,
            ),
          }));
          const clusters = findClusters(readings, defaultCodebook).map(({ members }) =>
            members.map(({ statementId }) => statementId).sort(),
          );
          const units = documentStatistics(document, []).units.map(({ statements }) =>
            statements.filter((id) => id !== null).sort(),
          );
          expect(units.map(String).sort()).toEqual(clusters.map(String).sort());
        }
      }),
    );
  });

  it("equal span F1 and |u-alpha of the passages themselves", () => {
    const rules: Record<"half" | "exact" | "overlap" | "characters", MatchRule> = {
      half: 0.5,
      exact: 1,
      overlap: 0,
      characters: "character",
    };
    fc.assert(
      fc.property(statisticsOf, ({ documents, statistics }) => {
        for (const [at, { passes }] of documents.entries()) {
          const one = projectAgreement(statistics.slice(at, at + 1), { attributes });
          for (const { a, b } of one.pairs) {
            const passages = (annotator: string) =>
              (passes.find((pass) => pass.annotatorId === annotator)?.statements ?? []).map(({ ranges }) => ({
                ranges,
                label: null,
              }));
            for (const [rule, asked] of Object.entries(rules)) {
              const pair = projectAgreement(statistics.slice(at, at + 1), {
                attributes,
                rule: rule as keyof typeof rules,
              }).pairs.find((other) => other.a === a && other.b === b);
              expectSame(pair?.found.value, spanF1(passages(a), passages(b), { rule: asked }));
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("|u-alpha is that of pooled sums of segments", () => {
    fc.assert(
      fc.property(agreementDocuments, (documents) => {
        // Of statements that do not overlap their annotator's others: with labels, overlaps have no place.
        const apart = documents.map((document) => ({
          ...document,
          passes: document.passes.map((pass) => {
            let end = 0;
            const statements = [...pass.statements].sort(
              (x, y) => (x.ranges[0]?.start ?? 0) - (y.ranges[0]?.start ?? 0),
            );
            return {
              ...pass,
              statements: statements.filter(({ ranges }) => {
                const fits = (ranges[0]?.start ?? 0) >= end;
                if (fits) end = ranges.at(-1)?.end ?? end;
                return fits;
              }),
            };
          }),
        }));
        const totals = sumDocuments(
          apart.map((document) => documentStatistics(document, [])),
          [],
        );
        const pooled = sumUnitizing(
          apart.map(({ length, passes }) => ({
            length,
            passes: passes.map(({ statements }) =>
              statements.flatMap(({ ranges }) => ranges.map((range) => ({ ...range, label: "marked" }))),
            ),
          })),
        );
        expectSame(markedTextAlpha(totals.coverage), binaryUnitizedAlpha(pooled).value);
      }),
    );
  });

  it("are plain data", () => {
    fc.assert(
      fc.property(statisticsOf, ({ statistics }) => {
        expect(JSON.parse(JSON.stringify(statistics))).toEqual(statistics);
        const copies = JSON.parse(JSON.stringify(statistics));
        expect(projectAgreement(copies, { attributes })).toEqual(projectAgreement(statistics, { attributes }));
      }),
      { numRuns: 20 },
    );
  });
});
