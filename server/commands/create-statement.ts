import type { StatementInput, StatementSaved } from "@/domain/contract/work";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict } from "@/server/http-error";
import { refuseUntrained } from "@/server/queries/training/read-training-state";
import { currentCodebook } from "@/server/rows/codebook-of";
import { toAssignment } from "@/server/rows/work-rows";
import { refuseInvalid } from "./check-content";
import { holdEditable } from "./move-assignment";
import { performOnce } from "./perform-once";
import { refuseUnshown } from "./refuse-unshown";
import { insertStatement, staleStatement } from "./write-statement";

/**
 * Creates a statement under the project's current codebook. Errors: 404, 409 assignment_submitted, stale_revision when the assignment has it already, id_taken when another has, 422 invalid_statement
 * or unknown_suggestion, 409 training_open for the first of an annotator who is still to be trained.
 */
export function createStatement(actor: Actor, assignmentId: string, input: StatementInput): Promise<StatementSaved> {
  const { operationId, id, content, derivedFromId = null, relation } = input;
  const operation = {
    actor,
    operationId,
    action: "statement.created",
    subjectType: "statement",
    subjectId: id,
    relation,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document, assignment } = await openAssignment(tx, actor, assignmentId, "assignment.annotate");
    if (assignment.kind === "annotation" && assignment.state === "assigned") {
      await refuseUntrained(tx, project, actor.userId);
    }
    const editable = await holdEditable(tx, assignment, now);
    const taken = await tx.statement.findUnique({ where: { id } });
    // In the same assignment it is an older draft of that statement: both versions are shown.
    if (taken?.assignmentId === assignmentId) throw await staleStatement(tx, id);
    if (taken)
      throw conflict("id_taken", "A statement with this id exists already; make a new id for a new statement.");
    const codebook = await currentCodebook(tx, project.id);
    const problems = await refuseInvalid(tx, {
      document,
      codebook: codebook.content,
      assignmentId,
      id,
      content,
      previous: null,
    });
    if (derivedFromId !== null) await refuseUnshown(tx, assignment, derivedFromId);
    const row = { id, assignmentId, codebookVersionId: codebook.id, derivedFromId };
    const statement = await insertStatement(tx, row, codebook.content, content);
    return { project, assignmentId, before: null, answer: { statement, problems, assignment: toAssignment(editable) } };
  });
}
