import type { ReviewSettings } from "@/domain/review/review-settings";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { reviewSettingsOf } from "@/server/rows/review-settings-of";

/** How a project is reviewed, for its managers. Errors: 404, 403 for others. */
export async function getReviewSettings(actor: Actor, projectId: string): Promise<ReviewSettings> {
  const { project } = await openProject(database(), actor, projectId, "project.inspect");
  return reviewSettingsOf(project);
}
