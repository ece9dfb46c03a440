import { DEFAULT_TRAINING_SETTINGS, TrainingSettings } from "@/domain/training/training-settings";
import type * as rows from "@/prisma/generated/sqlite/client";

/** What a project demands before somebody reads for it; what nobody has set is as it comes. */
export function trainingSettingsOf(project: Pick<rows.Project, "trainingSettings">): TrainingSettings {
  return TrainingSettings.parse({ ...DEFAULT_TRAINING_SETTINGS, ...((project.trainingSettings ?? {}) as object) });
}
