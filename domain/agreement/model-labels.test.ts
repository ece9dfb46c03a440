import { describe, expect, it } from "vitest";
import type { Attribute } from "./agreement-document";
import { documentStatistics } from "./document-statistics";
import { modelLabels } from "./model-labels";

const form: Attribute = { key: "form", measure: "nominal", values: ["direct", "indirect"], scale: [] };
const speaker: Attribute = { key: "speaker", measure: "nominal", values: [], scale: [] };

/** One statement to a document; `choose` says what each of the annotators makes of it, null for "did not mark it". */
function project(
  documents: number,
  annotators: number,
  choose: (document: number, annotator: number) => string | null,
) {
  return Array.from({ length: documents }, (_, document) =>
    documentStatistics(
      {
        ...{ id: `document ${document}`, revision: "1", length: 100 },
        passes: Array.from({ length: annotators }, (__, annotator) => {
          const label = choose(document, annotator);
          return {
            ...{ annotatorId: `annotator ${annotator}`, assignmentId: `pass ${annotator}` },
            statements:
              label === null
                ? []
                : [{ id: `${annotator}`, ranges: [{ start: 0, end: 50 }], labels: { form: label, speaker: label } }],
          };
        }),
      },
      [form, speaker],
    ),
  );
}

const truth = (document: number) => (document % 2 === 0 ? "direct" : "indirect");

describe("labels that a model proposes", () => {
  it("break a majority of annotators who always say the same", () => {
    // Two of five know; three say "direct" whatever they read, but not quite always.
    const statistics = project(100, 5, (document, annotator) =>
      annotator < 2 ? truth(document) : (document + annotator) % 17 === 0 ? "indirect" : "direct",
    );
    const proposed = modelLabels(statistics, form).map(([one]) => one);
    expect(proposed.every((one, document) => one?.label === truth(document) && one.model === "dawid_skene")).toBe(true);
  });

  it("are MACE's where there are too many labels or too few statements for tables of errors", () => {
    const statistics = project(30, 3, (document, annotator) => (annotator === 2 ? "always" : `person ${document}`));
    const proposed = modelLabels(statistics, speaker).map(([one]) => one);
    for (const [document, one] of proposed.entries())
      expect(one).toMatchObject({ label: `person ${document}`, model: "mace" });
    expect(
      modelLabels(statistics, form)
        .flat()
        .every((one) => one?.model === "mace"),
    ).toBe(true);
  });

  it("are none with two votes, with two annotators, or with little that is shared", () => {
    const some = project(60, 3, (document, annotator) => (annotator === 2 && document === 5 ? null : truth(document)));
    expect(modelLabels(some, form).map(([one]) => one !== null)).toEqual(some.map((_, document) => document !== 5));
    expect(modelLabels(project(60, 2, truth), form).flat()).toEqual(new Array(60).fill(null));
    expect(modelLabels(project(19, 3, truth), form).flat()).toEqual(new Array(19).fill(null));
    expect(modelLabels([], form)).toEqual([]);
    expect(
      modelLabels(
        project(2, 3, () => null),
        form,
      ),
    ).toEqual([[], []]);
  });

  it("come with how sure the model is", () => {
    const agreed = modelLabels(project(60, 4, truth), form).flat();
    expect(agreed.every((one) => one?.confidence === "strong" && one.probability <= 1)).toBe(true);
  });
});
