import { v7 as uuid } from "uuid";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { Relation } from "@/domain/contract/relation";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import type { Tx } from "@/server/database/client";
import { appendEvents } from "@/server/events/append-events";
import { toAssignment } from "@/server/rows/work-rows";
import { replaceContent } from "../write-statement";

/** A gold statement that is to have another content, under a version of the codebook. */
export interface GoldRewrite {
  before: Statement;
  content: StatementContent;
  codebook: CodebookVersion;
  relation?: Relation;
}

/** The operation of a statement's own event, and the revision that it left. */
export interface GoldRewritten {
  statementId: string;
  operationId: string;
  revision: number;
}

/**
 * Writes gold statements as their next revisions, each with its event, in the transaction of who calls. Finished gold gets a
 * new revision too, so that nothing that was kept of it counts on. Errors: 409 stale_revision.
 */
export async function writeRecoded(
  tx: Tx,
  context: { projectId: string; actor: string; now: Date },
  rewrites: readonly GoldRewrite[],
): Promise<GoldRewritten[]> {
  const ids = [...new Set(rewrites.map(({ before }) => before.assignmentId))];
  await tx.assignment.updateMany({
    where: { id: { in: ids }, state: "submitted" },
    data: { revision: { increment: 1 } },
  });
  const rows = await tx.assignment.findMany({ where: { id: { in: ids } } });
  const assignments = new Map(rows.map((row) => [row.id, toAssignment(row)]));
  const written: { rewrite: GoldRewrite; after: Statement; operationId: string }[] = [];
  for (const rewrite of rewrites) {
    const { before, content, codebook } = rewrite;
    if (codebook.version !== before.codebookVersion) {
      await tx.statement.update({ where: { id: before.id }, data: { codebookVersionId: codebook.id } });
    }
    const after = await replaceContent(tx, before.id, before.revision, codebook.content, content);
    written.push({ rewrite, after, operationId: uuid() });
  }
  await appendEvents(
    tx,
    context.projectId,
    written.map(({ rewrite: { before, relation }, after, operationId }) => ({
      ...{ projectId: context.projectId, operationId, actor: context.actor, action: "statement.changed" },
      ...{ subjectType: "statement" as const, subjectId: before.id, assignmentId: before.assignmentId },
      before: { statement: before },
      after: { statement: after, problems: [], assignment: assignments.get(before.assignmentId) },
      relation,
      at: context.now,
    })),
  );
  return written.map(({ after, operationId }) => ({ statementId: after.id, operationId, revision: after.revision }));
}
