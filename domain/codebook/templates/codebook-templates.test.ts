import { expect, test } from "vitest";
import { checkCodebook } from "../check-codebook";
import { Codebook } from "../codebook";
import { codebookTemplates } from "./codebook-templates";

test("templates have keys and names of their own, and are whole codebooks", () => {
  expect(new Set(codebookTemplates.map(({ key }) => key)).size).toBe(codebookTemplates.length);
  expect(new Set(codebookTemplates.map(({ codebook }) => codebook.name)).size).toBe(codebookTemplates.length);
  for (const { codebook } of codebookTemplates) {
    expect(Codebook.parse(codebook)).toEqual(codebook);
    expect(checkCodebook(codebook)).toEqual([]);
  }
});
