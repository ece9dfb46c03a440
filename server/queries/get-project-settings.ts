import type { ProjectSettings } from "@/domain/contract/suggestions";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { suggestionModeOf } from "@/server/rows/suggestion-rows";

/** What a project offers its annotators, for its managers. Errors: 404, 403 for others. */
export async function getProjectSettings(actor: Actor, projectId: string): Promise<ProjectSettings> {
  const { project } = await openProject(database(), actor, projectId, "project.inspect");
  return { suggestions: suggestionModeOf(project) };
}
