import type { Codebook } from "@/domain/codebook/codebook";
import type { AssignmentMoved, Move } from "@/domain/contract/work";
import { may } from "@/domain/policy";
import { checkStatement } from "@/domain/statement/check-statement";
import { contentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import type { Document } from "@/prisma/generated/sqlite/client";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { invalid } from "@/server/http-error";
import { refuseUntrained } from "@/server/queries/training/read-training-state";
import { codebookOf } from "@/server/rows/codebook-of";
import { readStatementRows } from "@/server/rows/read-statements";
import { readRegistry } from "@/server/rows/registry-rows";
import { toStatement } from "@/server/rows/statement-row";
import { toAssignment } from "@/server/rows/work-rows";
import { moveAssignment } from "./move-assignment";
import { performOnce } from "./perform-once";
import { recordTrainingResult } from "./training/record-training-result";
import { settleAgain } from "./write-ruling";

/**
 * Submits an assignment: the reading is finished, also when it has no statement ("finished and marked nothing" is data).
 * Errors: 404, 409 stale_revision, illegal_move or training_open, 422 incomplete_statements listing each problem by statement.
 */
export function submitAssignment(actor: Actor, assignmentId: string, input: Move): Promise<AssignmentMoved> {
  const { operationId, revision } = input;
  const operation = {
    actor,
    operationId,
    action: "assignment.submitted",
    subjectType: "assignment",
    subjectId: assignmentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document, assignment } = await openAssignment(tx, actor, assignmentId, "assignment.submit");
    if (assignment.kind === "annotation" && assignment.state === "assigned") {
      await refuseUntrained(tx, project, actor.userId);
    }
    // Moved first: from here on no statement can be written, so what is checked below is what was submitted.
    const moved = await moveAssignment(tx, assignment, "submit", { revision, data: { submittedAt: now } });
    await refuseIncomplete(tx, document, assignmentId);
    if (assignment.kind === "training") await recordTrainingResult(tx, project.id, assignment, now);
    else await settleAgain(tx, project, document.id, now);
    const answer = { assignment: toAssignment(moved) };
    return { project, assignmentId, before: { assignment: toAssignment(assignment) }, answer };
  });
}

async function refuseIncomplete(tx: Tx, document: Document, assignmentId: string): Promise<void> {
  const rows = await readStatementRows(tx, { assignmentId, deletedAt: null });
  // Read once for all: a long article has thousands of statements.
  const text = new DocumentText(document.text);
  const registry = await readRegistry(tx, document.projectId);
  const statements = rows.map(toStatement);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const parents = new Set(statements.map(({ parentId }) => parentId));
  const codebooks = new Map<string, Codebook>();
  const errors: { path: string; message: string }[] = [];
  for (const [index, row] of rows.entries()) {
    const codebook = codebooks.get(row.codebookVersionId) ?? (await codebookOf(tx, row)).content;
    codebooks.set(row.codebookVersionId, codebook);
    const content = contentOf(statements[index] as Statement);
    const siblings = [content.sameClaimAsId].filter((id) => id !== null && id !== row.id && byId.has(id)) as string[];
    const family = { id: row.id, find: (id: string) => byId.get(id), isParent: parents.has(row.id) };
    const check = { text, codebook, registry, content, family, siblings, previous: content };
    for (const { path, message } of checkStatement(check))
      errors.push({ path: `statements.${row.id}.${path}`, message });
  }
  if (errors.length === 0) return;
  throw invalid(
    "Some statements are not finished yet; complete them, then submit again.",
    errors,
    "incomplete_statements",
  );
}

/**
 * Takes a submission back. Somebody who may see the others' readings, or how their own statements were ruled, may have
 * seen them since, so their pass is no longer blind. Rulings that rest on the reading go out of date, and hold again when
 * it is submitted as it was. Errors: 404, 409 stale_revision or illegal_move.
 */
export function reopenAssignment(actor: Actor, assignmentId: string, input: Move): Promise<AssignmentMoved> {
  const { operationId, revision } = input;
  const operation = {
    actor,
    operationId,
    action: "assignment.reopened",
    subjectType: "assignment",
    subjectId: assignmentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document, assignment, role } = await openAssignment(tx, actor, assignmentId, "assignment.reopen");
    const couldSee = may("document.review", role) || assignment.rulingsOpenedAt !== null;
    const seenOthers = couldSee && assignment.unblindedAt === null;
    const data = { submittedAt: null, ...(seenOthers && { unblindedAt: now }) };
    const moved = await moveAssignment(tx, assignment, "reopen", { revision, data });
    if (assignment.kind !== "training") await settleAgain(tx, project, document.id, now);
    const answer = { assignment: toAssignment(moved) };
    return { project, assignmentId, before: { assignment: toAssignment(assignment) }, answer };
  });
}
