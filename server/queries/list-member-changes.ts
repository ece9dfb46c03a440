import type { MemberChange, Reading } from "@/domain/contract/review";
import type { Cluster } from "@/domain/review/cluster";
import { contentOf } from "@/domain/statement/content";
import { StatementContent } from "@/domain/statement/statement";
import type * as rows from "@/prisma/generated/sqlite/client";

/** How the cluster of a ruling is another than when it was ruled on, member by member. */
export function listMemberChanges(
  ruling: Pick<rows.Ruling, "memberIds" | "memberRevisions" | "memberContents">,
  readings: readonly Reading[],
  clusters: readonly Cluster[],
): MemberChange[] {
  const memberIds = ruling.memberIds as string[];
  const revisions = ruling.memberRevisions as Record<string, number>;
  const contents = (ruling.memberContents ?? {}) as Record<string, unknown>;
  const present = new Map(readings.flatMap((reading) => reading.statements.map((one) => [one.id, one] as const)));
  const changes = memberIds.flatMap((statementId): MemberChange[] => {
    const statement = present.get(statementId);
    if (statement && statement.revision === revisions[statementId]) return [];
    const was = StatementContent.nullable().parse(contents[statementId] ?? null);
    return [{ statementId, kind: statement ? "changed" : "gone", was, now: statement ? contentOf(statement) : null }];
  });
  const joined = clusters
    .filter(({ members }) => members.some(({ statementId }) => memberIds.includes(statementId)))
    .flatMap(({ members }) => members)
    .filter(({ statementId }) => !memberIds.includes(statementId));
  return [
    ...changes,
    ...joined.flatMap(({ statementId }): MemberChange[] => {
      const statement = present.get(statementId);
      return statement ? [{ statementId, kind: "joined", was: null, now: contentOf(statement) }] : [];
    }),
  ];
}
