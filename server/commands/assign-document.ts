import type { Assignment } from "@/domain/contract/work";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { invalid } from "@/server/http-error";
import { toAssignment } from "@/server/rows/work-rows";
import { performOnce } from "./perform-once";

/** Gives a document to a member to annotate. Errors: 404, 403 for others than managers, 422 when they are no member. */
export function assignDocument(
  actor: Actor,
  documentId: string,
  input: { operationId: string; id: string; userId: string },
): Promise<Assignment> {
  const { operationId, id, userId } = input;
  const operation = {
    actor,
    operationId,
    action: "assignment.created",
    subjectType: "assignment",
    subjectId: id,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openDocument(tx, actor, documentId, "project.manage");
    const member = await tx.membership.findUnique({ where: { projectId_userId: { projectId: project.id, userId } } });
    if (!member)
      throw invalid("Only a member of the project can be given a document.", [
        { path: "userId", message: "Not a member." },
      ]);
    const position = await tx.assignment.count({ where: { userId } });
    const data = { id, documentId, kind: "annotation", userId, holder: userId, position };
    return { project, before: null, answer: toAssignment(await tx.assignment.create({ data })) };
  });
}
