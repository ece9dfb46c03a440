import type { ProjectKept } from "@/domain/contract/projects";
import { restorableUntil } from "@/domain/project/grace-period";
import type { Project } from "@/prisma/generated/sqlite/client";

/** Whether a project is open, archived or deleted, and until when it can be restored. */
export function projectStateOf({
  id,
  archivedAt,
  deletedAt,
}: Pick<Project, "id" | "archivedAt" | "deletedAt">): ProjectKept {
  const state = deletedAt ? "deleted" : archivedAt ? "archived" : "open";
  return { id, state, restorableUntil: deletedAt ? restorableUntil(deletedAt).toISOString() : null };
}
