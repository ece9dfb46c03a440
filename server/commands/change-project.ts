import type { ProjectKept, ProjectNamed, ProjectRename, ProjectStateInput } from "@/domain/contract/projects";
import { restorableUntil } from "@/domain/project/grace-period";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict } from "@/server/http-error";
import { projectStateOf } from "@/server/rows/project-row";
import { performOnce } from "./perform-once";

/** Renames a project. Errors: 404, 403 for others than managers, 409 project_archived. */
export function renameProject(
  actor: Actor,
  projectId: string,
  { operationId, name }: ProjectRename,
): Promise<ProjectNamed> {
  const operation = {
    actor,
    operationId,
    action: "project.renamed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await tx.project.update({ where: { id: projectId }, data: { name } });
    return { project, before: { id: projectId, name: project.name }, answer: { id: projectId, name } };
  });
}

/**
 * Archives a project, deletes it, or makes it open again. Deleting removes nothing: it hides the project from everybody
 * until it is restored. Errors: 404, 403 for others than managers, 409 grace_over when it was deleted too long ago.
 */
export function changeProjectState(
  actor: Actor,
  projectId: string,
  { operationId, state }: ProjectStateInput,
): Promise<ProjectKept> {
  const actions = { open: "project.opened", archived: "project.archived", deleted: "project.deleted" } as const;
  const operation = {
    actor,
    operationId,
    action: actions[state],
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "project.keep");
    if (project.deletedAt && restorableUntil(project.deletedAt) <= now) {
      throw conflict("grace_over", "This project was deleted too long ago to be restored.");
    }
    // Restoring brings it back as it was.
    const opens = state === "open" && project.deletedAt === null;
    const archivedAt = opens ? null : (project.archivedAt ?? (state === "archived" ? now : null));
    const deletedAt = state === "deleted" ? (project.deletedAt ?? now) : null;
    const row = await tx.project.update({ where: { id: projectId }, data: { archivedAt, deletedAt } });
    return { project, before: projectStateOf(project), answer: projectStateOf(row) };
  });
}
