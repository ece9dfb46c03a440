import type { StatementDeleted, StatementMove, StatementSaved } from "@/domain/contract/work";
import { contentOf } from "@/domain/statement/content";
import { openStatement } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { codebookOf } from "@/server/rows/codebook-of";
import { toAssignment } from "@/server/rows/work-rows";
import { problemsOf } from "./check-content";
import { holdEditable } from "./move-assignment";
import { performOnce } from "./perform-once";
import { readStatement, setTombstone } from "./write-statement";

/** Deletes a statement by a tombstone: nothing a person coded is destroyed. Errors: 404, 409 as updateStatement. */
export function deleteStatement(actor: Actor, statementId: string, input: StatementMove): Promise<StatementDeleted> {
  const { operationId, revision, relation } = input;
  const operation = {
    actor,
    operationId,
    action: "statement.deleted",
    subjectType: "statement",
    subjectId: statementId,
    relation,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, assignment } = await openStatement(tx, actor, statementId, "assignment.annotate");
    const editable = await holdEditable(tx, assignment, now);
    const before = await readStatement(tx, statementId);
    const gone = await setTombstone(tx, statementId, revision, now);
    const answer = { id: statementId, revision: gone.revision, assignment: toAssignment(editable) };
    return { project, assignmentId: assignment.id, before: { statement: before }, answer };
  });
}

/** Lifts the tombstone again. Errors: 404, 409 as updateStatement. */
export function restoreStatement(actor: Actor, statementId: string, input: StatementMove): Promise<StatementSaved> {
  const { operationId, revision, relation } = input;
  const operation = {
    actor,
    operationId,
    action: "statement.restored",
    subjectType: "statement",
    subjectId: statementId,
    relation,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const opening = await openStatement(tx, actor, statementId, "assignment.annotate");
    const { project, document, assignment } = opening;
    const editable = await holdEditable(tx, assignment, now);
    const statement = await setTombstone(tx, statementId, revision, null);
    const { content: codebook } = await codebookOf(tx, opening.statement);
    const content = contentOf(statement);
    const check = { document, codebook, assignmentId: assignment.id, id: statementId, content, previous: content };
    const answer = { statement, problems: await problemsOf(tx, check), assignment: toAssignment(editable) };
    return { project, assignmentId: assignment.id, before: null, answer };
  });
}
