import type { ReviewSettingsInput } from "@/domain/contract/review-queue";
import type { ReviewSettings } from "@/domain/review/review-settings";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { reviewSettingsOf } from "@/server/rows/review-settings-of";
import { performOnce } from "./perform-once";

/** Sets how a project is reviewed. Errors: 404, 403 for others than managers. */
export function changeReviewSettings(
  actor: Actor,
  projectId: string,
  { operationId, ...settings }: ReviewSettingsInput,
): Promise<ReviewSettings> {
  const operation = {
    actor,
    operationId,
    action: "project.review_changed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await tx.project.update({ where: { id: projectId }, data: { reviewSettings: settings } });
    return { project, before: reviewSettingsOf(project), answer: settings };
  });
}
