import { v7 as uuid } from "uuid";
import type { Role } from "@/domain/contract/account";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { pseudonym } from "@/server/pseudonym";
import { performOnce } from "./perform-once";

/** Makes a user a member of a project. The event names them by pseudonym only. Errors: 404, 403 for others than managers. */
export function addMember(
  actor: Actor,
  projectId: string,
  input: { operationId: string; userId: string; role: Role },
): Promise<{ annotator: string; role: Role }> {
  const { operationId, userId, role } = input;
  const operation = {
    actor,
    operationId,
    action: "member.added",
    subjectType: "member",
    subjectId: operationId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await tx.membership.create({ data: { id: uuid(), projectId, userId, role } });
    return { project, before: null, answer: { annotator: pseudonym(project, userId), role } };
  });
}
