import type { Codebook } from "@/domain/codebook/codebook";
import type { AnnotationView } from "@/domain/contract/work";

/** An article of some sentences to try a codebook on. */
const TEXT = `“The ferry will sail again in May,” harbour master Ines Halvorsen told reporters on Monday. According to the port's report, two engines failed in the storm. Shop owners called the delay “a gift to the bus companies”.

The daily Nordlys reported that the ministry had known of the damage. A spokesman, who asked not to be named, denied this.`;

const id = (place: number) => `00000000-0000-7000-8000-${String(place).padStart(12, "0")}`;

const speaker = (place: number, name: string, kind: string, fixed = false) => ({
  ...{ id: id(place), name, kind, aliases: [], roleTitle: null, organisationId: null, sector: null, function: null },
  ...{ country: null, fixed, mergedIntoId: null },
});

const target = (place: number, key: string, name: string) => ({
  ...{ id: id(place), key, name, description: null, proposed: false, mergedIntoId: null },
});

/** What the Annotate screen would be given for it. */
export function previewView(codebook: Codebook): AnnotationView {
  return {
    assignment: {
      ...{ id: id(1), documentId: id(2), kind: "annotation", state: "in_progress", submittedAt: null },
      ...{ unblindedAt: null, suggestionsShownAt: null, revision: 1 },
    },
    project: { id: id(3), name: "Preview" },
    document: {
      ...{ id: id(2), title: "The ferry", outlet: null, author: null, published: null, url: null, language: "en" },
      ...{ length: Array.from(TEXT).length, sha256: "", text: TEXT },
    },
    codebook: { id: id(4), version: 1, message: "", content: codebook },
    registry: {
      speakers: [
        speaker(10, "The article itself", "outlet", true),
        speaker(11, "Unknown speaker", "unknown", true),
        speaker(12, "Ines Halvorsen", "person"),
        speaker(13, "Ministry of Transport", "organisation"),
        speaker(14, "Nordlys", "outlet"),
      ],
      targets: [target(20, "T1", "The ferry line"), target(21, "T2", "The ministry's handling of the damage")],
    },
    statements: [],
    suggestions: "off",
    nextAssignmentId: null,
    sequence: 0,
  };
}
