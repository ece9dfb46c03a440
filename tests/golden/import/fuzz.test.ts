import fc from "fast-check";
import { expect, test } from "vitest";
import { FILE_KINDS } from "@/domain/contract/import";
import { readFile } from "@/server/import/read-file";
import { damage, damaged, WHOLE } from "../../support/damaged-files";

test.each(FILE_KINDS)("whatever is done to %s, it is read or told", async (kind) => {
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = damaged(WHOLE[kind], changes);
      const { documents, problems, table } = await readFile({ name: `a.${kind === "markdown" ? "md" : kind}`, bytes });
      // A table of nothing but its head has neither.
      expect(documents.length + problems.length > 0 || table !== null).toBe(true);
      for (const { text } of documents) expect(/^\uFEFF\uFEFF|\r|\0|\p{Surrogate}/u.test(text)).toBe(false);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
