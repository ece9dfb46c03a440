import fc from "fast-check";
import type { AgreementDocument, Attribute } from "@/domain/agreement/agreement-document";

/** One attribute of each kind, with a key and labels that are names of object members. */
export const attributes: Attribute[] = [
  {
    key: "stance",
    measure: "ordinal",
    values: ["oppose", "neutral", "support", "mixed"],
    scale: ["oppose", "neutral", "support"].map((value, score) => ({ value, score: score - 1 })),
  },
  { key: "constructor", measure: "nominal", values: ["toString", "__proto__"], scale: [] },
  { key: "count", measure: "interval", values: [], scale: [] },
  {
    key: "certainty",
    measure: "interval",
    values: ["low", "high"],
    scale: [
      { value: "low", score: 1 },
      { value: "high", score: 4 },
    ],
  },
];

const labels = fc.record(
  {
    stance: fc.constantFrom("oppose", "neutral", "support", "mixed", null),
    constructor: fc.constantFrom("toString", "__proto__", "", null),
    count: fc.constantFrom("1", "2", "7", "many", null),
    certainty: fc.constantFrom("low", "high", "unheard of", null),
  },
  { requiredKeys: [] },
);

const LENGTH = 400;

/** Few places, so that annotators often meet; statements may overlap, nest and have two fragments. */
const ranges = fc
  .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 8, max: 24 }), fc.boolean())
  .map(([place, shift, length, split]) => {
    const start = place * 22 + shift;
    const range = { start, end: start + length };
    return split && start + length + 30 < LENGTH ? [range, { start: range.end + 10, end: range.end + 20 }] : [range];
  });

const ANNOTATORS = ["ada", "ben", "cem", "__proto__"];

const document = fc.record({
  annotators: fc.shuffledSubarray(ANNOTATORS),
  marked: fc.array(fc.array(fc.record({ ranges, labels }), { maxLength: 8 }), { minLength: 4, maxLength: 4 }),
});

/** Documents with 0 to 4 finished passes each, in any order of annotators. */
export const agreementDocuments = fc.array(document, { minLength: 1, maxLength: 8 }).map((documents) =>
  documents.map(
    ({ annotators, marked }, index): AgreementDocument => ({
      id: `document ${index}`,
      revision: "1",
      length: LENGTH,
      passes: annotators.map((annotatorId, at) => ({
        annotatorId,
        assignmentId: `${index} ${annotatorId}`,
        statements: (marked[at] ?? []).map((statement, number) => ({
          id: `${index} ${annotatorId} ${number}`,
          ...statement,
        })),
      })),
    }),
  ),
);
