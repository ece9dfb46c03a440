import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Ruling } from "@/domain/contract/review";
import { findClusters } from "@/domain/review/find-clusters";
import { emptyContent } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import type { ReviewCluster } from "../review-cluster";
import { listLaneEntries } from "./lane-entries";

const text = new DocumentText("👩‍👩‍👧 said: naïve words, she went on, of several people. Nobody else.");
const readings = ["a", "b", "c"].map((assignmentId) => ({ assignmentId }));
const NOW = "2022-01-21T00:00:00.000Z";

function statement(id: string, ranges: [number, number][], value: string | null, more: Partial<StatementContent> = {}) {
  const spans = ranges.map(([start, end]) => makeSpan(text, "content", { start, end }));
  const [first] = spans;
  if (!first) throw new RangeError("a statement has content");
  const stances = value === null ? [] : [{ targetId: "t", value, basis: "explicit" }];
  const row = { id, assignmentId: "", codebookVersion: 1, derivedFromId: null, revision: 1 };
  return { ...emptyContent(first), spans, stances, ...more, ...row, createdAt: NOW, updatedAt: NOW } as Statement;
}

function cluster(found: (Statement | null)[], more: Partial<ReviewCluster> = {}): ReviewCluster {
  const members = readings.map(({ assignmentId }, at) => ({ assignmentId, statements: found[at] ? [found[at]] : [] }));
  const [first] = findClusters(members, defaultCodebook);
  if (!first) throw new RangeError("no cluster");
  const statements = found.filter((one) => one !== null);
  const rest = { number: 1, touching: [], ruling: null, outdated: null, gold: null };
  return { ...first, ...rest, found, statements, ...more };
}

const list = (clusters: ReviewCluster[]) => listLaneEntries(clusters, [], { codebook: defaultCodebook, readings });

describe("what stands in the lanes", () => {
  it("tells the one that differs from the most, and who has none", () => {
    const entries = list([
      cluster([statement("1", [[8, 20]], "support"), statement("2", [[8, 20]], "oppose"), null]),
      cluster([
        statement("3", [[8, 20]], "support"),
        statement("4", [[8, 20]], "support"),
        statement("5", [[8, 21]], "support"),
      ]),
    ]);
    expect(entries.map(({ lane, kind, differs, pattern }) => [lane, kind, differs, pattern])).toEqual([
      [0, "statement", true, "rise"],
      [1, "statement", true, "fall"],
      [2, "missing", false, null],
      [0, "statement", false, "rise"],
      [1, "statement", false, "rise"],
      [2, "statement", true, "rise"],
    ]);
    expect(entries[2]?.ranges).toEqual(entries[0]?.ranges);
    expect(entries[2]?.label).toBe("Reading C, cluster 1: nothing marked");
    expect(entries[5]?.label).toMatch(/differs in boundary$/);
  });

  it("keeps the pieces of an interrupted statement, and puts those that lie over one another side by side", () => {
    const pieces: [number, number][] = [
      [8, 20],
      [35, 50],
    ];
    const outer = cluster([statement("1", pieces, null), null, null]);
    const inner = cluster([statement("2", [[10, 15]], null), null, null]);
    const [first, , , second] = list([outer, inner]);
    expect(first?.ranges).toHaveLength(2);
    expect([first?.column, second?.column]).toEqual([1, 0]);
  });

  it("shows in the lane of gold what was ruled, also that there is no statement", () => {
    const one = statement("1", [[8, 20]], "support");
    const ruling = { decision: "no_statement" } as Ruling;
    expect(list([cluster([one, null, null], { ruling })]).at(-1)).toMatchObject({ lane: 3, kind: "none" });
    const settled = { ruling: { ...ruling, decision: "accepted" as const }, gold: one };
    expect(list([cluster([one, null, null], settled)]).at(-1)).toMatchObject({ lane: 3, kind: "statement" });
  });
});
