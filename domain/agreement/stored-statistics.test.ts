import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { SAMPLE_ATTRIBUTES, sampleDocument } from "@/tests/bench/agreement/ratings-sample";
import { agreementDocuments, attributes } from "@/tests/support/agreement-documents";
import { documentStatistics } from "./document-statistics";
import {
  hasRunOver,
  readStatements,
  readStatistics,
  STATISTICS_FORMAT,
  writeStatements,
  writeStatistics,
} from "./stored-statistics";

it("statistics and the statements they were made of are read as they were written", () => {
  fc.assert(
    fc.property(agreementDocuments, (documents) => {
      for (const document of documents) {
        const statistics = documentStatistics(document, attributes);
        expect(readStatistics(writeStatistics(statistics))).toEqual(statistics);
        const statements = new Map(document.passes.map((pass) => [pass.assignmentId, pass.statements]));
        const read = readStatements(writeStatements(statements));
        const passes = document.passes.map((pass) => ({ ...pass, statements: read.get(pass.assignmentId) ?? [] }));
        expect(documentStatistics({ ...document, passes }, attributes)).toEqual(statistics);
      }
    }),
  );
});

it("sums that no number can hold are not stored", () => {
  const document = sampleDocument(1, 2);
  const attribute = { key: "count", measure: "interval", values: [], scale: [] } as const;
  const passes = document.passes.map((pass) => ({
    ...pass,
    statements: pass.statements.map((statement) => ({ ...statement, labels: { count: "1e300" } })),
  }));
  expect(hasRunOver(documentStatistics({ ...document, passes }, [attribute]))).toBe(true);
  expect(hasRunOver(documentStatistics(document, SAMPLE_ATTRIBUTES))).toBe(false);
});

it("what is stored under this format has not changed: raise STATISTICS_FORMAT before you correct the digest", () => {
  const written = [1, 2, 3].map((index) =>
    writeStatistics(documentStatistics(sampleDocument(index, 4), SAMPLE_ATTRIBUTES)),
  );
  const digest = createHash("sha256").update(written.join("\n")).digest("hex").slice(0, 16);
  expect([STATISTICS_FORMAT, digest]).toEqual([2, "00a763a11e0eb019"]);
});
