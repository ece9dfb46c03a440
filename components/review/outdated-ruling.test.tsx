import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { MemberChange, Ruling } from "@/domain/contract/review";
import { emptyContent } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { OutdatedRuling } from "./outdated-ruling";
import type { RulingWork } from "./ruling-work";

const MEMBER = "0198c000-0000-7000-8000-000000000001";
const was = { ...emptyContent({ role: "content", start: 0, end: 3, quote: "👩‍👩‍👧!" }), note: "" };
const now = { ...was, confidence: "unsure" as const, note: "Second thoughts" };

const ruling: Ruling = {
  ...{ id: MEMBER, documentId: MEMBER, memberIds: [MEMBER], decision: "accepted", provenance: {}, bases: {} },
  ...{ batchId: null, reason: "A slip", goldStatementId: null, stale: true, changes: [], revision: 1 },
  updatedAt: "2022-01-21T00:00:00.000Z",
};

/** What a reviewer reads, without the markup. */
function read(changes: MemberChange[]): string {
  const statement: Statement = {
    ...{ ...now, id: MEMBER, assignmentId: MEMBER, codebookVersion: 1, derivedFromId: null, revision: 2 },
    ...{ createdAt: ruling.updatedAt, updatedAt: ruling.updatedAt },
  };
  const cluster = { found: [null, statement] };
  const work = { cluster, codebook: defaultCodebook, registry: { speakers: [], targets: [] } } as unknown as RulingWork;
  return renderToStaticMarkup(<OutdatedRuling ruling={{ ...ruling, changes }} work={work} />)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

it("says what was ruled and why, and of a changed statement each part as it was and is", () => {
  const text = read([{ statementId: MEMBER, kind: "changed", was, now }]);
  expect(text).toContain("A slip");
  expect(text).toMatch(/Reading B was changed since .* Confidence Sure Unsure .*Note none Second thoughts/);
  expect(text).not.toContain("Speaker");
});

it("says which statement is gone, which joined, and that they were put together otherwise", () => {
  expect(read([{ statementId: MEMBER, kind: "gone", was, now: null }])).toMatch(/in no finished reading.*👩‍👩‍👧!/);
  expect(read([{ statementId: MEMBER, kind: "joined", was: null, now }])).toContain("Reading B was not there then");
  expect(read([])).toContain("put together otherwise");
});
