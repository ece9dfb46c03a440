import type { ClaimSettings } from "@/domain/assignment/claim-settings";
import type { ClaimSettingsInput } from "@/domain/contract/assignments";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { claimSettingsOf } from "@/server/rows/claim-settings-of";
import { performOnce } from "../perform-once";

/** Sets whether and how members take documents themselves. Errors: 404, 403 for others than managers. */
export function changeClaimSettings(
  actor: Actor,
  projectId: string,
  { operationId, claims }: ClaimSettingsInput,
): Promise<ClaimSettings> {
  const operation = {
    actor,
    operationId,
    action: "project.changed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "assignment.plan");
    await holdProject(tx, projectId);
    await tx.project.update({ where: { id: projectId }, data: { claimSettings: claims } });
    return { project, before: claimSettingsOf(project), answer: claims };
  });
}
