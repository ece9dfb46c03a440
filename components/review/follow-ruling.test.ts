import { expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Ruling } from "@/domain/contract/review";
import { emptyContent } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { followRuling, startRuling } from "./follow-ruling";
import type { ReviewCluster } from "./review-cluster";

const NOW = "2022-01-21T00:00:00.000Z";

const member = (revision: number): Statement => ({
  ...emptyContent({ role: "content", start: 0, end: 5, quote: "“naïf" }),
  id: "a",
  assignmentId: "reading",
  codebookVersion: 1,
  derivedFromId: null,
  revision,
  createdAt: NOW,
  updatedAt: NOW,
});

const ruling = (change: Partial<Ruling> = {}): Ruling => ({
  id: "ruling",
  documentId: "document",
  memberIds: ["a"],
  decision: "no_statement",
  provenance: {},
  bases: {},
  batchId: null,
  changes: [],
  reason: "theirs",
  goldStatementId: null,
  stale: false,
  revision: 1,
  updatedAt: NOW,
  ...change,
});

function cluster(given: Ruling | null, revision = 1): ReviewCluster {
  const statements = [member(revision)];
  const missing = { kind: "missing" as const, subject: "content", answers: {} };
  const at = { members: [{ assignmentId: "reading", statementId: "a" }], start: 0, end: 5, disagreements: [missing] };
  const rulings = { ruling: given, touching: given ? [given] : [], outdated: null, gold: null };
  return { ...at, ...rulings, id: "a", number: 1, found: statements, statements };
}

const untouched = startRuling(cluster(null), defaultCodebook);
const touched = { ...untouched, draft: { ...untouched.draft, verdict: "no_statement" as const, reason: "mine" } };
const follow = (started: typeof untouched, now: ReviewCluster) => followRuling(started, now, defaultCodebook);

it("shows somebody's ruling to a reviewer who has decided nothing", () => {
  const { started, conflict } = follow(untouched, cluster(ruling()));
  expect([conflict, started.draft.reason]).toEqual([false, "theirs"]);
});

it("keeps what was decided when somebody rules otherwise, as a conflict", () => {
  expect(follow(touched, cluster(ruling()))).toEqual({ started: touched, conflict: true });
});

it("takes one's own ruling as it comes back, and the same one from somebody else", () => {
  expect(follow(touched, cluster(ruling({ reason: "mine" })))).toMatchObject({
    conflict: false,
    started: { cluster: { ruling: { id: "ruling" } } },
  });
});

it("keeps what was decided when somebody withdraws the ruling it was begun on", () => {
  const begun = { ...touched, cluster: cluster(ruling()) };
  expect(follow(begun, cluster(null))).toMatchObject({ conflict: false, started: { draft: touched.draft } });
});

it("starts anew when the statements are others", () => {
  expect(follow(touched, cluster(null, 2)).started.draft).toEqual(untouched.draft);
});
