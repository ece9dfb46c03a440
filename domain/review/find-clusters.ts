import { clusterSpans } from "@/domain/agreement/cluster-spans";
import { comparableContent } from "@/domain/agreement/comparable-content";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Statement } from "@/domain/statement/statement";
import { extent, spansInRole } from "@/domain/text/spans";
import type { Cluster } from "./cluster";
import { listDisagreements } from "./list-disagreements";

/** A finished pass over the document, also one that marked nothing: that its statements are missing is data. */
export interface ReadingStatements {
  assignmentId: string;
  statements: readonly Statement[];
}

/**
 * The statements of all readings of one document, grouped by passage (IoU of content >= 0.5), with what differs within
 * each group. In reading order: by first content offset, then last, then id. Every statement is in exactly one cluster.
 * `grouped` are sets of statement ids, disjoint and at most one from each reading, that a reviewer put together or apart:
 * each is a cluster of its own, whatever its passages.
 */
export function findClusters(
  readings: readonly ReadingStatements[],
  codebook: Codebook,
  grouped: readonly (readonly string[])[] = [],
): Cluster[] {
  const present = readings.flatMap(({ assignmentId, statements }) =>
    statements.map((statement) => ({ assignmentId, statement })),
  );
  const byHand = new Set(grouped.flat());
  const all = present.filter(({ statement }) => !byHand.has(statement.id));
  const groups = clusterSpans(
    all.map(({ assignmentId, statement }) => ({
      annotator: assignmentId,
      id: statement.id,
      ranges: comparableContent(statement),
    })),
  );
  const together = grouped
    .map((ids) => present.filter(({ statement }) => ids.includes(statement.id)))
    .filter((group) => group.length > 0);
  return [...groups.map((group) => group.flatMap((index) => all[index] ?? [])), ...together]
    .map((group) => {
      const byReading = new Map(group.map(({ assignmentId, statement }) => [assignmentId, statement] as const));
      return describeCluster(
        readings.map(({ assignmentId }) => ({ assignmentId, statement: byReading.get(assignmentId) ?? null })),
        codebook,
      );
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}

function describeCluster(
  readings: readonly { assignmentId: string; statement: Statement | null }[],
  codebook: Codebook,
): Cluster {
  const members = readings.flatMap(({ assignmentId, statement }) => (statement ? [{ assignmentId, statement }] : []));
  return {
    id: members
      .map((member) => member.statement.id)
      .sort()
      .join("+"),
    members: members.map(({ assignmentId, statement }) => ({ assignmentId, statementId: statement.id })),
    ...extent(members.flatMap((member) => spansInRole(member.statement.spans, "content"))),
    disagreements: listDisagreements(readings, codebook),
  };
}
