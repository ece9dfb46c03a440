import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { StatementSaved, StatementUpdate } from "@/domain/contract/work";
import { contentOf } from "@/domain/statement/content";
import { openStatement } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { codebookOf, currentCodebook } from "@/server/rows/codebook-of";
import { toAssignment } from "@/server/rows/work-rows";
import { type ContentCheck, problemsOf, refuseInvalid } from "./check-content";
import { holdEditable } from "./move-assignment";
import { performOnce } from "./perform-once";
import { readStatement, replaceContent } from "./write-statement";

/**
 * Replaces a statement's content if it still has the given revision. The statement stays under the codebook version it
 * was made under, unless it is to be looked at again or takes up what only the newest version has. Errors: 404, 409 stale_revision (with the current version) or assignment_submitted, 422 invalid_statement.
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
    const before = await readStatement(tx, statementId);
    const check = { document, assignmentId: assignment.id, id: statementId, content, previous: contentOf(before) };
    const codebook = await codebookFor(tx, opening.statement, check);
    const problems = await refuseInvalid(tx, { ...check, codebook: codebook.content });
    if (codebook.id !== opening.statement.codebookVersionId) {
      await tx.statement.update({ where: { id: statementId }, data: { codebookVersionId: codebook.id } });
    }
    const statement = await replaceContent(tx, statementId, revision, codebook.content, content);
    return {
      project,
      assignmentId: assignment.id,
      before: { statement: before },
      answer: { statement, problems, assignment: toAssignment(editable) },
    };
  });
}

/** The version a changed statement is under from now on. */
async function codebookFor(
  tx: Tx,
  row: { id: string; codebookVersionId: string },
  check: Omit<ContentCheck, "codebook">,
): Promise<CodebookVersion> {
  const own = await codebookOf(tx, row);
  const newest = await currentCodebook(tx, check.document.projectId);
  if (newest.id === own.id) return own;
  const asked = await tx.codebookEffect.count({ where: { statementId: row.id, outcome: "asked", settledAt: null } });
  if (asked > 0) return newest;
  const problems = await problemsOf(tx, { ...check, codebook: own.content });
  return problems.some(({ severity }) => severity === "invalid") ? newest : own;
}
