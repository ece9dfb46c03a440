import type { FindingAnswered, FindingAnswerInput } from "@/domain/contract/consistency";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict, notFound } from "@/server/http-error";
import { subjectOf } from "@/server/queries/consistency/get-consistency";
import { readClosed } from "@/server/rows/read-closed";
import { performOnce } from "../perform-once";

/**
 * Says that the statements of a finding are right as they are, at the revisions that were seen. Errors: 404, 403 for
 * annotators, 409 statements_changed.
 */
export function answerFinding(actor: Actor, projectId: string, input: FindingAnswerInput): Promise<FindingAnswered> {
  const { operationId, id, rule, revisions, reason } = input;
  const operation = { actor, operationId, action: "finding.answered", subjectType: "finding", subjectId: id } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "consistency.answer");
    const ids = Object.keys(revisions);
    const closed = await readClosed(tx, actor, projectId);
    const rows = await tx.statement.findMany({
      where: { id: { in: ids }, assignment: { kind: { in: ["annotation", "adjudication"] }, document: { projectId } } },
      select: { id: true, revision: true, deletedAt: true, assignment: { select: { documentId: true, userId: true } } },
    });
    const isOpen = ({ assignment: { documentId, userId } }: (typeof rows)[number]) =>
      userId === actor.userId || !closed.has(documentId);
    // One that is closed to the caller is as one that is not there.
    const seen = rows.filter((row) => isOpen(row) && row.deletedAt === null && row.revision === revisions[row.id]);
    if (seen.length < ids.length) {
      throw conflict("statements_changed", "A statement of this finding was changed meanwhile; look at it again.");
    }
    const row = { id, projectId, rule, subject: subjectOf(ids), revisions, reason };
    await tx.findingAnswer.create({ data: { ...row, actorId: actor.userId, createdAt: now } });
    return { project, before: null, answer: { id, rule, revisions, reason } };
  });
}

/** The finding is open again. Errors: 404, 403. */
export function withdrawFindingAnswer(
  actor: Actor,
  projectId: string,
  answerId: string,
  operationId: string,
): Promise<FindingAnswered> {
  const operation = {
    actor,
    operationId,
    action: "finding.reopened",
    subjectType: "finding",
    subjectId: answerId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "consistency.answer");
    const where = { id: answerId, projectId };
    const row = await tx.findingAnswer.findFirst({ where });
    if (!row) throw notFound();
    await tx.findingAnswer.updateMany({ where: { ...where, withdrawnAt: null }, data: { withdrawnAt: now } });
    return { project, before: { reason: row.reason }, answer: { id: answerId } };
  });
}
