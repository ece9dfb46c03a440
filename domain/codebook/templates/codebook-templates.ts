import type { Codebook } from "../codebook";
import { defaultCodebook } from "./default-codebook";

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
];
