import type { ProjectSettings, ProjectSettingsInput } from "@/domain/contract/suggestions";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { suggestionModeOf } from "@/server/rows/suggestion-rows";
import { performOnce } from "./perform-once";

/** Sets whether a project's annotators are offered suggestions. Errors: 404, 403 for others than managers. */
export function changeProjectSettings(
  actor: Actor,
  projectId: string,
  { operationId, suggestions }: ProjectSettingsInput,
): Promise<ProjectSettings> {
  const operation = {
    actor,
    operationId,
    action: "project.changed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await tx.project.update({ where: { id: projectId }, data: { suggestions } });
    return { project, before: { suggestions: suggestionModeOf(project) }, answer: { suggestions } };
  });
}
