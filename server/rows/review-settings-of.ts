import { DEFAULT_REVIEW_SETTINGS, ReviewSettings } from "@/domain/review/review-settings";
import type * as rows from "@/prisma/generated/sqlite/client";

/** How a project is reviewed; what nobody has set is as it comes. */
export function reviewSettingsOf(project: Pick<rows.Project, "reviewSettings">): ReviewSettings {
  const stored = (project.reviewSettings ?? {}) as Partial<ReviewSettings>;
  return ReviewSettings.parse({
    ...DEFAULT_REVIEW_SETTINGS,
    ...stored,
    weights: { ...DEFAULT_REVIEW_SETTINGS.weights, ...stored.weights },
  });
}
