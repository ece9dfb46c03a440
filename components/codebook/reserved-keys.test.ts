import { expect, test } from "vitest";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import { codebookTemplates } from "@/domain/codebook/templates/codebook-templates";
import { reservedKeys } from "./reserved-keys";

test.each(codebookTemplates.map(({ key, codebook }) => [key, codebook] as const))(
  "%s takes no key of the screen",
  (_key, codebook) => {
    const reserved = reservedKeys(codebook);
    expect(reserved).toContain("m");
    expect(checkCodebook(codebook, reserved)).toEqual([]);
  },
);
