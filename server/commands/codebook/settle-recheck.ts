import type { RecheckSettled } from "@/domain/contract/codebook";
import { openDocument, openStatement } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { notFound } from "@/server/http-error";
import { performOnce } from "../perform-once";

/**
 * Somebody looked at a statement again and it stays as it is: its holder, of gold a reviewer. The statement does not change.
 * Errors: 404, 409 own_reading_unfinished.
 */
export function settleRecheck(actor: Actor, recheckId: string, operationId: string): Promise<RecheckSettled> {
  const operation = {
    actor,
    operationId,
    action: "statement.rechecked",
    subjectType: "statement",
    subjectId: recheckId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const row = await tx.codebookEffect.findUnique({
      where: { id: recheckId },
      include: { statement: { select: { assignment: { select: { id: true, kind: true, documentId: true } } } } },
    });
    if (row?.outcome !== "asked") throw notFound();
    const { assignment } = row.statement;
    const { project } =
      assignment.kind === "adjudication"
        ? await openDocument(tx, actor, assignment.documentId, "document.rule")
        : await openStatement(tx, actor, row.statementId, "assignment.annotate");
    const settledAt = row.settledAt ?? now;
    await tx.codebookEffect.update({ where: { id: recheckId }, data: { settledAt } });
    const before = { statementId: row.statementId };
    return { project, before, answer: { id: recheckId, settledAt: settledAt.toISOString() } };
  });
}
