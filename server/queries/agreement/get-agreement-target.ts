import type { AgreementTarget } from "@/domain/contract/agreement";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { agreementTargetOf } from "@/server/rows/agreement-target-of";

/** The alphas a project demands, for its managers. Errors: 404, 403 for others. */
export async function getAgreementTarget(actor: Actor, projectId: string): Promise<AgreementTarget> {
  const { project } = await openProject(database(), actor, projectId, "project.inspect");
  return agreementTargetOf(project);
}
