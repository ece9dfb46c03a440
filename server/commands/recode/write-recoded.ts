import { v7 as uuid } from "uuid";
import { canonicalJson } from "@/domain/canonical-json";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { offKeysIn } from "@/domain/codebook/off-keys";
import type { Relation } from "@/domain/contract/relation";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { inStoredOrder } from "@/domain/statement/stored-order";
import type { Tx } from "@/server/database/client";
import { appendEvents } from "@/server/events/append-events";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { toAssignment } from "@/server/rows/work-rows";
import { inSteps, updateAlike } from "../update-alike";
import { readInSteps } from "./read-in-steps";

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
 * new revision too, so that nothing that was kept of it counts on. Errors: 409 statements_changed.
 */
export async function writeRecoded(
  tx: Tx,
  context: { projectId: string; actor: string; now: Date },
  rewrites: readonly GoldRewrite[],
): Promise<GoldRewritten[]> {
  const ids = [...new Set(rewrites.map(({ before }) => before.assignmentId))];
  for (const some of inSteps(ids)) {
    const where = { id: { in: some }, state: "submitted" };
    await tx.assignment.updateMany({ where, data: { revision: { increment: 1 } } });
  }
  const rows = await readInSteps(ids, (some) => tx.assignment.findMany({ where: { id: { in: some } } }));
  const assignments = new Map(rows.map((row) => [row.id, toAssignment(row)]));
  await writeContents(tx, rewrites);
  const now = await readInSteps(
    rewrites.map(({ before }) => before.id),
    (some) => readStatementRows(tx, { id: { in: some } }),
  );
  const stored = new Map(now.map((row) => [row.id, toStatement(row)]));
  const written = rewrites.map((rewrite) => {
    const after = stored.get(rewrite.before.id);
    if (!after) throw new RangeError(`statement ${rewrite.before.id} is gone`);
    return { rewrite, after, operationId: uuid() };
  });
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

/** What a recode can change of a statement. */
async function writeContents(tx: Tx, rewrites: readonly GoldRewrite[]): Promise<void> {
  const rows = rewrites.map(({ before, content, codebook }) => {
    const { speakerId, chain, fields } = content;
    const columns = { speakerId, chain, fields, offKeys: offKeysIn(codebook.content, content) };
    // Another version may list the roles in another order, which is that of the spans.
    const { spans } = inStoredOrder(codebook.content, content);
    const moved = codebook.version === before.codebookVersion ? {} : { codebookVersionId: codebook.id, spans };
    return { id: before.id, revision: before.revision, columns: { ...columns, ...moved } };
  });
  await updateAlike(tx, rows);
  const changed = rewrites.filter(
    ({ before, content }) => canonicalJson(before.stances) !== canonicalJson(content.stances),
  );
  for (const step of inSteps(changed)) {
    await tx.statementStance.deleteMany({ where: { statementId: { in: step.map(({ before }) => before.id) } } });
    await tx.statementStance.createMany({
      data: step.flatMap(({ before, content: { stances } }) =>
        stances.map((stance, position) => ({ id: uuid(), statementId: before.id, position, ...stance })),
      ),
    });
  }
}
