import type { Codebook } from "../codebook";
import { defaultCodebook } from "./default-codebook";
import { dnaActorConcept } from "./dna-actor-concept";
import { polnearAttribution } from "./polnear-attribution";
import { quotationAttribution } from "./quotation-attribution";

export interface CodebookTemplate {
  key: string;
  /** Whom it suits. */
  description: string;
  codebook: Codebook;
}

/** What a new project's codebook can start as; the first is the usual one. */
export const codebookTemplates: readonly CodebookTemplate[] = [
  {
    key: "statements-v1",
    description: "Who said it, where they stand on a target, and how the article knows.",
    codebook: defaultCodebook,
  },
  {
    key: "polnear-attribution",
    description:
      "Source, cue and content of every attribution, nested as deep as the text goes, as PolNeAR and PARC 3 mark them.",
    codebook: polnearAttribution,
  },
  {
    key: "dna-actor-concept",
    description: "Discourse network analysis: which actor agrees or disagrees with which concept.",
    codebook: dnaActorConcept,
  },
  {
    key: "quotation-attribution",
    description: "Every quotation and who says it.",
    codebook: quotationAttribution,
  },
];
