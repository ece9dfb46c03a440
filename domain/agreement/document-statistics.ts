import { extent } from "@/domain/text/spans";
import type { AgreementDocument, AgreementPass, Attribute } from "./agreement-document";
import { MATCH_THRESHOLD } from "./align";
import { type AttributeStatistics, attributeStatistics } from "./attribute-statistics";
import { clusterByEdges } from "./cluster-spans";
import { type CoverageStatistics, coverageStatistics } from "./coverage-statistics";
import { findEdges } from "./overlap-edges";
import { type PairStatistics, pairStatistics } from "./pair-statistics";

/** Statements of several annotators about one passage, at most one from each. */
export interface StatisticsUnit {
  /** First and last content offset over all members, code points. */
  start: number;
  end: number;
  /** Statement ids by annotator, in the order of `DocumentStatistics.annotators`; null: did not mark it. */
  statements: (string | null)[];
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
  attributes: Record<string, AttributeStatistics>;
  pairs: PairStatistics[];
  coverage: CoverageStatistics;
}

/**
 * The statistics of a document. Annotators must differ between passes, statement ids within one. O(statements · overlap).
 */
export function documentStatistics(
  { id, revision, length, passes }: AgreementDocument,
  attributes: readonly Attribute[],
): DocumentStatistics {
  const passages = passes.flatMap(({ annotatorId, statements }, annotator) =>
    statements.map((statement) => ({
      annotator: annotatorId,
      index: annotator,
      id: statement.id,
      ranges: statement.ranges,
      statement,
    })),
  );
  const edges = findEdges(
    passages.map(({ ranges }) => ranges),
    0,
    (one, other) => passages[one]?.index !== passages[other]?.index,
  );
  const close = edges.filter(({ iou }) => iou >= MATCH_THRESHOLD);
  const groups = clusterByEdges(passages, close).map((members) => {
    const statements: (number | null)[] = new Array(passes.length).fill(null);
    for (const member of members) statements[passages[member]?.index as number] = member;
    return { members: statements, ...extent(members.flatMap((member) => passages[member]?.ranges ?? [])) };
  });
  groups.sort((a, b) => a.start - b.start || a.end - b.end);
  const coverage = coverageStatistics(length, passes.map(rangesOf));
  return {
    documentId: id,
    revision,
    length,
    annotators: passes.map((pass) => pass.annotatorId),
    assignments: passes.map((pass) => pass.assignmentId),
    units: groups.map(({ start, end, members }) => ({
      start,
      end,
      statements: members.map((member) => (member === null ? null : (passages[member]?.id as string))),
    })),
    attributes: Object.fromEntries(
      attributes.map((attribute) => [
        attribute.key,
        attributeStatistics(
          attribute,
          groups.map(({ members }) =>
            members.map((member) =>
              member === null ? null : labelOf(passages[member]?.statement.labels, attribute.key),
            ),
          ),
        ),
      ]),
    ),
    pairs: pairStatistics(
      passages.map(({ index }) => index),
      passes.map(({ statements }) => statements.length),
      edges,
      coverage.shared,
    ),
    coverage,
  };
}

function rangesOf({ statements }: AgreementPass) {
  return statements.flatMap((statement) => [...statement.ranges]);
}

/** Own keys only: an attribute may be called "constructor". */
function labelOf(labels: Readonly<Record<string, string | null>> | undefined, key: string): string | null {
  return labels !== undefined && Object.hasOwn(labels, key) ? (labels[key] ?? null) : null;
}
