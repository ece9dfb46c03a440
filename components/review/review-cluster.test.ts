import { expect, it } from "vitest";
import type { ReviewView, Ruling } from "@/domain/contract/review";
import type { Statement } from "@/domain/statement/statement";
import { listOrphans, listReviewClusters, matches, nextOpen } from "./review-cluster";

const statement = (id: string) => ({ id, revision: 1, spans: [] }) as unknown as Statement;
const ruling = (id: string, memberIds: string[], stale = false): Ruling => ({
  id,
  documentId: "d",
  memberIds,
  decision: "no_statement",
  provenance: {},
  bases: {},
  batchId: null,
  changes: [],
  reason: "",
  goldStatementId: null,
  stale,
  revision: 1,
  updatedAt: "2022-01-21T00:00:00.000Z",
});
const cluster = (pairs: [string, string][], kinds: string[] = []) => ({
  id: pairs
    .map(([, statementId]) => statementId)
    .sort()
    .join("+"),
  members: pairs.map(([assignmentId, statementId]) => ({ assignmentId, statementId })),
  start: 0,
  end: 1,
  disagreements: kinds.map((kind) => ({ kind, subject: kind, answers: {} })),
});

const view = {
  readings: [
    { assignmentId: "A", statements: [statement("a1"), statement("a2"), statement("a3")] },
    { assignmentId: "B", statements: [statement("b1"), statement("b3")] },
  ],
  clusters: [
    cluster([
      ["A", "a1"],
      ["B", "b1"],
    ]),
    cluster([["A", "a2"]], ["missing"]),
    cluster(
      [
        ["A", "a3"],
        ["B", "b3"],
      ],
      ["boundary"],
    ),
  ],
  rulings: [ruling("r1", ["b1", "a1"]), ruling("r2", ["a2", "b2"], true), ruling("r4", ["gone"], true)],
  gold: { assignment: null, statements: [] },
} as unknown as ReviewView;

const clusters = listReviewClusters(view);

it("puts each reading's statement in its place, null where it has none", () => {
  expect(clusters.map(({ found }) => found.map((one) => one?.id ?? null))).toEqual([
    ["a1", "b1"],
    ["a2", null],
    ["a3", "b3"],
  ]);
});

it("tells rulings that hold from outdated ones and from those that lost their cluster", () => {
  expect(clusters.map((one) => [one.ruling?.id ?? null, one.outdated?.id ?? null])).toEqual([
    ["r1", null],
    [null, "r2"],
    [null, null],
  ]);
  expect(listOrphans(view, clusters).map((one) => one.id)).toEqual(["r4"]);
});

it("filters by what is open and by kind", () => {
  const numbers = (filter: Parameters<typeof matches>[0]) =>
    clusters.filter((one) => matches(filter, one, new Map())).map((one) => one.number);
  expect(numbers("all")).toEqual([1, 2, 3]);
  expect(numbers("open")).toEqual([2, 3]);
  expect(numbers("boundary")).toEqual([3]);
});

it("goes on with the next open cluster, from the top after the last", () => {
  expect(nextOpen(clusters, "a1+b1")?.number).toBe(2);
  expect(nextOpen(clusters, "a3+b3")?.number).toBe(2);
  expect(nextOpen(clusters.slice(0, 1), "a1+b1")).toBeNull();
});
