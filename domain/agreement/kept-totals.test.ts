import fc from "fast-check";
import { expect, it } from "vitest";
import { agreementDocuments, attributes } from "@/tests/support/agreement-documents";
import { documentStatistics } from "./document-statistics";
import { KeptTotals } from "./kept-totals";
import { overallAgreement, projectAgreement } from "./project-agreement";

/** Numbers as they are shown at most: the order of additions leaves its mark in the last digits. */
const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "number" ? Number(part.toFixed(9)) + 0 : part)));

it("kept totals lead to the same figures as new ones, however the list of documents changes", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(agreementDocuments, fc.nat()), { minLength: 1, maxLength: 4 }), (turns) => {
      const kept = new KeptTotals(attributes);
      const known = new Map<string, ReturnType<typeof documentStatistics>>();
      for (const [documents, choice] of turns) {
        for (const [at, document] of documents.entries()) {
          // Some change, some stay as they were, some are not asked for this time.
          if (!known.has(document.id) || (choice + at) % 3 === 0) {
            known.set(document.id, documentStatistics(document, attributes));
          }
        }
        const asked = [...known.values()].filter((_, at) => (choice + at) % 5 !== 0);
        const figures = projectAgreement(asked, { attributes }, kept.of(asked));
        expect(rounded(figures)).toEqual(rounded(projectAgreement(asked, { attributes })));
        const { pairs, perAnnotator, perDocument, ...overall } = figures;
        const withoutConfusions = overall.attributes.map((one) => ({ ...one, confusions: [] }));
        expect(rounded(overallAgreement(asked, { attributes }))).toEqual(
          rounded({ ...overall, attributes: withoutConfusions }),
        );
      }
    }),
    { numRuns: 60 },
  );
});
