import type { Range } from "@/domain/text/span";
import { extent } from "@/domain/text/spans";
import type { AgreementDocument, AgreementPass, Attribute } from "./agreement-document";
import { MATCH_THRESHOLD } from "./align";
import { type AttributeStatistics, attributeStatistics } from "./attribute-statistics";
import { clusterByEdges } from "./cluster-spans";
import { type CoverageStatistics, coverageStatistics } from "./coverage-statistics";
import { findEdges } from "./overlap-edges";
import { addFound, emptyFound, type FoundSums, type PairStatistics, pairStatistics } from "./pair-statistics";

/** Statements of several annotators about one passage, at most one from each. */
export interface StatisticsUnit {
  /** First and last content offset over all members, code points. */
  start: number;
  end: number;
  /** Statement ids by annotator, in the order of `DocumentStatistics.annotators`; null: did not mark it. */
  statements: (string | null)[];
  /** By annotator: which marked exactly the same words have the same number, counted from 0; -1: did not mark it. */
  texts: number[];
}

/**
 * All that the figures of a project need of one document: plain data, so that it can be kept by revision. Every figure
 * is made of sums over documents.
 */
export interface DocumentStatistics {
  documentId: string;
  revision: string;
  length: number;
  /** Of the finished passes, in the order given; `assignments` beside it. */
  annotators: string[];
  assignments: string[];
  /** The same clusters as in review, in reading order. */
  units: StatisticsUnit[];
  /** Units that at least two annotators found, and that somebody who finished did not. */
  aligned: number;
  missing: number;
  /** `missing`, and over all attributes the units with different labels. */
  disagreements: number;
  attributes: Record<string, AttributeStatistics>;
  /** Sums over all pairs, and each of them. */
  found: FoundSums;
  pairs: PairStatistics[];
  coverage: CoverageStatistics;
}

/**
 * The statistics of a document. Annotators and assignments must differ between passes, statement ids within one. O(statements · overlap).
 */
export function documentStatistics(
  { id, revision, length, passes }: AgreementDocument,
  attributes: readonly Attribute[],
): DocumentStatistics {
  const passages = passes.flatMap(({ assignmentId, statements }, index) =>
    statements.map(({ id: statementId, ranges, labels }) => ({
      // By assignment, as in review: ties are broken by it.
      ...{ annotator: assignmentId, index, id: statementId, ranges, labels },
    })),
  );
  type Passage = (typeof passages)[number];
  const at = (index: number) => passages[index] as Passage;
  const edges = findEdges(
    passages.map(({ ranges }) => ranges),
    0,
    (one, other) => at(one).index !== at(other).index,
  );
  const close = edges.filter(({ iou }) => iou >= MATCH_THRESHOLD);
  const groups = clusterByEdges(passages, close).map((members) => {
    const byAnnotator: (Passage | null)[] = new Array(passes.length).fill(null);
    for (const member of members) byAnnotator[at(member).index] = at(member);
    return { byAnnotator, size: members.length, ...extent(members.flatMap((member) => at(member).ranges)) };
  });
  groups.sort((a, b) => a.start - b.start || a.end - b.end);

  const coverage = coverageStatistics(length, passes.map(rangesOf));
  const counts = passes.map(({ statements }) => statements.length);
  const pairs = pairStatistics(
    passages.map(({ index }) => index),
    counts,
    edges,
    coverage.shared,
  );
  const missing = groups.filter(({ size }) => size < passes.length).length;
  const statistics = attributes.map(
    (attribute) =>
      [
        attribute.key,
        attributeStatistics(
          attribute,
          groups.map(({ byAnnotator }) => byAnnotator.map((passage) => labelOf(passage?.labels, attribute.key))),
        ),
      ] as const,
  );
  const found = emptyFound();
  for (const pair of pairs) addFound(found, pair, coverage.marked, 1);
  return {
    ...{ documentId: id, revision, length, found, pairs, coverage },
    annotators: passes.map((pass) => pass.annotatorId),
    assignments: passes.map((pass) => pass.assignmentId),
    units: groups.map(({ start, end, byAnnotator }) => ({
      ...{ start, end },
      statements: byAnnotator.map((passage) => passage?.id ?? null),
      texts: groupTexts(byAnnotator.map((passage) => passage?.ranges ?? null)),
    })),
    aligned: groups.filter(({ size }) => size >= 2).length,
    missing,
    disagreements: statistics.reduce((sum, [, { differing }]) => sum + differing, missing),
    attributes: Object.fromEntries(statistics),
  };
}

/** The same number for the same ranges, -1 for none. */
function groupTexts(texts: readonly (readonly Range[] | null)[]): number[] {
  const distinct: (readonly Range[])[] = [];
  return texts.map((ranges) => {
    if (ranges === null) return -1;
    const known = distinct.findIndex((other) => isSame(ranges, other));
    return known >= 0 ? known : distinct.push(ranges) - 1;
  });
}

function isSame(one: readonly Range[], other: readonly Range[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, at) => start === other[at]?.start && end === other[at].end)
  );
}

function rangesOf({ statements }: AgreementPass) {
  return statements.flatMap((statement) => [...statement.ranges]);
}

/** Own keys only: an attribute may be called "constructor". */
function labelOf(labels: Readonly<Record<string, string | null>> | undefined, key: string): string | null {
  return labels !== undefined && Object.hasOwn(labels, key) ? (labels[key] ?? null) : null;
}
