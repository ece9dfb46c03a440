import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pairSpans } from "@/domain/agreement/align";
import { comparableContent } from "@/domain/agreement/comparable-content";
import { unitF1 } from "@/domain/agreement/unit-f1";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Disagreement } from "@/domain/review/cluster";
import { findClusters } from "@/domain/review/find-clusters";
import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { spansInRole } from "@/domain/text/spans";
import { parseReading } from "@/seeds/sample/parse-reading";
import { speakers, targets } from "@/seeds/sample/registry";

interface Expected {
  n_A: number;
  n_B: number;
  matched: number;
  unit_F1: number;
  exact_span_F1: Record<"content" | "cue" | "source", number>;
  mean_content_iou_matched: number;
  attributes: Record<string, { disagree: [string, string, string, string][] }>;
  pairs: [string, string, number][];
  only_A: string[];
  only_B: string[];
}

const load = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const expected: Expected = JSON.parse(load("./expected-a-vs-b.json"));
const text = new DocumentText(load("../../seeds/sample/article.txt"));

const A = "00000000-0000-7000-8000-00000000000a";
const B = "00000000-0000-7000-8000-00000000000b";
const keyOf = new Map<string, string>();
const same = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, key]));

function readingOf(name: "a" | "b", assignmentId: string): Statement[] {
  return parseReading(JSON.parse(load(`../../seeds/sample/reading-${name}.json`)), {
    text,
    speakerIds: same(["outlet", ...Object.keys(speakers)]),
    targetIds: same(Object.keys(targets)),
    statementId: (key) => {
      const id = `00000000-0000-7000-8000-${(name === "a" ? 0xa00 : 0xb00) + Number(key.slice(1))}`.padEnd(36, "0");
      keyOf.set(id, key);
      return id;
    },
  }).map(({ id, content }) => ({
    ...content,
    id,
    assignmentId,
    codebookVersion: 1,
    derivedFromId: null,
    revision: 1,
    createdAt: "2022-02-01T00:00:00Z",
    updatedAt: "2022-02-01T00:00:00Z",
  }));
}

const a = readingOf("a", A);
const b = readingOf("b", B);
const clusters = findClusters(
  [
    { assignmentId: A, statements: a },
    { assignmentId: B, statements: b },
  ],
  defaultCodebook,
);

/** Everything of one kind that the clusters disagree on: A's key, B's key, A's answer, B's answer. */
function found(kind: Disagreement["kind"], subject?: string): (string | null | undefined)[][] {
  return clusters.flatMap((cluster) => {
    const key = (assignmentId: string) =>
      keyOf.get(cluster.members.find((member) => member.assignmentId === assignmentId)?.statementId ?? "");
    return cluster.disagreements
      .filter((one) => one.kind === kind && (subject === undefined || one.subject === subject))
      .map((one) => [key(A), key(B), one.answers[A], one.answers[B]]);
  });
}

const sorted = <T>(rows: readonly T[]) => rows.map((row) => JSON.stringify(row)).sort();

describe("agreement of the sample's readings", () => {
  it("unit F1 is 0.8", () => {
    expect(unitF1(a, b)).toEqual({
      matched: expected.matched,
      countA: expected.n_A,
      countB: expected.n_B,
      unitF1: { value: expected.unit_F1, status: "ok", units: 18 },
    });
  });

  it.each([
    ["as stored", (statement: Statement) => spansInRole(statement.spans, "content")],
    ["without edge punctuation", comparableContent],
  ])("pairs the same statements, content %s", (name, contentOf) => {
    const pairs = pairSpans(a.map(contentOf), b.map(contentOf));
    const keys = pairs.map((pair) => [keyOf.get(a[pair.a]?.id ?? ""), keyOf.get(b[pair.b]?.id ?? "")]);
    expect(sorted(keys)).toEqual(sorted(expected.pairs.map(([one, other]) => [one, other])));
    if (name !== "as stored") return;
    const rounded = pairs.map((pair, index) => [...(keys[index] ?? []), Math.round(pair.iou * 1e4) / 1e4]);
    expect(sorted(rounded)).toEqual(sorted(expected.pairs));
    const mean = pairs.reduce((sum, pair) => sum + pair.iou, 0) / pairs.length;
    expect(mean).toBeCloseTo(expected.mean_content_iou_matched, 4);
  });

  it("clusters the statements into those pairs and the ones only one reading has", () => {
    const keys = clusters.map((cluster) => cluster.members.map((member) => keyOf.get(member.statementId)));
    expect(sorted(keys)).toEqual(
      sorted([...expected.pairs.map(([one, other]) => [one, other]), ...expected.only_A.map((key) => [key])]),
    );
    expect(clusters.map((cluster) => cluster.start)).toEqual(
      clusters.map((cluster) => cluster.start).sort((x, y) => x - y),
    );
    expect(sorted(found("missing"))).toEqual(sorted(expected.only_A.map((key) => [key, undefined, "found", null])));
  });

  it.each(["form", "sourcing", "claim_type"])("finds every disagreement on %s and no other", (field) => {
    expect(sorted(found("field", field))).toEqual(sorted(expected.attributes[field]?.disagree ?? []));
  });

  it("finds no disagreement on fields and speakers that agree", () => {
    const fields = clusters.flatMap((cluster) => cluster.disagreements).filter((one) => one.kind === "field");
    expect([...new Set(fields.map((one) => one.subject))].sort()).toEqual(["claim_type", "form", "sourcing"]);
    expect(expected.attributes.speaker?.disagree).toEqual([]);
    expect(found("speaker")).toEqual([]);
  });

  it("finds a stance disagreement wherever the first stances differ", () => {
    const values = expected.attributes.primary_stance_value?.disagree ?? [];
    const differing = found("stance").map(([one]) => one);
    for (const [one] of values) expect(differing).toContain(one);
    // S04 and S05 take a second stance that B does not; S03 is toward another target in each reading.
    expect([...new Set(differing)].sort()).toEqual(["S03", "S04", "S05", "S10", "S11", "S18"]);
    expect(found("stance", "T4")).toEqual([
      ["S10", "B10", "oppose/inferred", null],
      ["S11", "B11", "oppose/inferred", "neutral/inferred"],
      ["S18", "B18", "oppose/inferred", "neutral/inferred"],
    ]);
    expect(found("stance", "T1")).toEqual([["S03", "B03", "oppose/inferred", null]]);
  });

  it.each(["content", "cue", "source"] as const)("finds the %s boundaries that are not exactly the same", (role) => {
    const count = (statements: Statement[]) =>
      statements.reduce((sum, statement) => sum + spansInRole(statement.spans, role).length, 0);
    const exact = clusters.filter(
      (cluster) =>
        cluster.members.length === 2 &&
        !cluster.disagreements.some((one) => one.kind === "boundary" && one.subject === role) &&
        spansInRole(a.find((one) => one.id === cluster.members[0]?.statementId)?.spans ?? [], role).length > 0,
    ).length;
    expect((2 * exact) / (count(a) + count(b))).toBeCloseTo(expected.exact_span_F1[role], 4);
  });
});
