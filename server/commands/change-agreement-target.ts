import type { AgreementTarget, AgreementTargetInput } from "@/domain/contract/agreement";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { agreementTargetOf } from "@/server/rows/agreement-target-of";
import { performOnce } from "./perform-once";

/** Sets the alphas that a project's figures are held against. Errors: 404, 403 for others than managers. */
export function changeAgreementTarget(
  actor: Actor,
  projectId: string,
  { operationId, ...target }: AgreementTargetInput,
): Promise<AgreementTarget> {
  const operation = {
    actor,
    operationId,
    action: "project.target_changed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await tx.project.update({ where: { id: projectId }, data: { agreementTarget: target } });
    return { project, before: agreementTargetOf(project), answer: target };
  });
}
