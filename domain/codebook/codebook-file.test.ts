import { expect, test } from "vitest";
import { addCase } from "./add-case";
import { readCodebookFile, writeCodebookFile } from "./codebook-file";
import { codebookTemplates } from "./templates/codebook-templates";
import { defaultCodebook } from "./templates/default-codebook";

test.each(codebookTemplates.map(({ key, codebook }) => [key, codebook] as const))(
  "%s goes out and in again",
  (_key, codebook) => {
    expect(readCodebookFile(writeCodebookFile(codebook))).toEqual({ codebook });
    expect(readCodebookFile(`\uFEFF${JSON.stringify(codebook)}`)).toEqual({ codebook });
  },
);

test("passages of the project stay at home", () => {
  const rulingId = "0193b3c8-0000-7000-8000-000000000001";
  const added = { kind: "example", quote: "Secret", rulingId } as const;
  const codebook = addCase(defaultCodebook, { part: "stance", value: "oppose" }, added);
  expect(writeCodebookFile(codebook)).not.toContain("Secret");
});

test.each([
  ["", "It is not JSON."],
  ["[1]", "At its beginning: Invalid input: expected object, received array."],
  ['{"name":"👩‍👩‍👧"}', "At guidelines: Invalid input: expected string, received undefined."],
  [JSON.stringify({ ...defaultCodebook, nesting: "deep" }), expect.stringMatching(/^At nesting: /)],
])("%s is no codebook", (text, problem) => {
  expect(readCodebookFile(text)).toEqual({ problem });
});
