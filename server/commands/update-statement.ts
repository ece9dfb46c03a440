import type { StatementSaved, StatementUpdate } from "@/domain/contract/work";
import { contentOf } from "@/domain/statement/content";
import { openStatement } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { codebookOf } from "@/server/rows/codebook-of";
import { toAssignment } from "@/server/rows/work-rows";
import { refuseInvalid } from "./check-content";
import { holdEditable } from "./move-assignment";
import { performOnce } from "./perform-once";
import { readStatement, replaceContent } from "./write-statement";

/**
 * Replaces a statement's content if it still has the given revision. The statement stays under the codebook version it
 * was made under. Errors: 404, 409 stale_revision (with the current version) or assignment_submitted, 422 invalid_statement.
 */
export function updateStatement(actor: Actor, statementId: string, input: StatementUpdate): Promise<StatementSaved> {
  const { operationId, revision, content, relation } = input;
  const operation = {
    actor,
    operationId,
    action: "statement.changed",
    subjectType: "statement",
    subjectId: statementId,
    relation,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const opening = await openStatement(tx, actor, statementId, "assignment.annotate");
    const { project, document, assignment } = opening;
    const editable = await holdEditable(tx, assignment, now);
    const { content: codebook } = await codebookOf(tx, opening.statement);
    const before = await readStatement(tx, statementId);
    const check = {
      document,
      codebook,
      assignmentId: assignment.id,
      id: statementId,
      content,
      previous: contentOf(before),
    };
    const problems = await refuseInvalid(tx, check);
    const statement = await replaceContent(tx, statementId, revision, codebook, content);
    return {
      project,
      assignmentId: assignment.id,
      before: { statement: before },
      answer: { statement, problems, assignment: toAssignment(editable) },
    };
  });
}
