import { rm } from "node:fs/promises";
import { restorableUntil } from "@/domain/project/grace-period";
import type { Project } from "@/prisma/generated/sqlite/client";
import { database, inTransaction } from "@/server/database/client";
import { countRowsOfProject, removeRowsOfProject } from "@/server/database/rows-of-project";
import { holdProject } from "@/server/events/append-event";
import { perProcess } from "@/server/per-process";
import { exportFile } from "./export-files";

const HOUR = 60 * 60 * 1000;

const state = perProcess<{ running: Promise<string[]> | null; timer: NodeJS.Timeout | null }>("removal", () => ({
  running: null,
  timer: null,
}));

/**
 * Removes for good every project that was deleted so long before `now` that nobody can restore it any more, with all its rows
 * and files, and keeps what the table Removal says of it. One whose export is being made waits for the next time. Ended in
 * the middle, the next call goes on. Resolves with the ids of those that are gone.
 */
export function removeDeletedProjects(now: Date): Promise<string[]> {
  state.running ??= removeAll(now).finally(() => {
    state.running = null;
  });
  return state.running;
}

/** Now, and every hour from now on while the server runs: a project goes within the hour after its time. */
export function keepRemovingDeletedProjects(): void {
  const remove = () => {
    removeDeletedProjects(new Date()).catch((error: unknown) =>
      console.error("Removing deleted projects stopped:", error),
    );
  };
  remove();
  state.timer ??= setInterval(remove, HOUR).unref();
}

async function removeAll(now: Date): Promise<string[]> {
  const deleted = await database().project.findMany({ where: { deletedAt: { not: null } }, orderBy: { id: "asc" } });
  const removed: string[] = [];
  for (const project of deleted) {
    if (!isOver(project, now) || !(await noteRemoval(project.id, now))) continue;
    await removeFiles(project.id);
    await removeRowsOfProject(project.id);
    removed.push(project.id);
  }
  if (removed.length > 0) await removeImportedPeople();
  return removed;
}

const isOver = ({ deletedAt }: Pick<Project, "deletedAt">, now: Date) =>
  deletedAt !== null && restorableUntil(deletedAt) <= now;

/** Writes down what goes, before anything does: from then on the project's events may go. False: it may not go now. */
function noteRemoval(projectId: string, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const head = await tx.eventHead.findUnique({ where: { projectId } });
    if (await tx.removal.findUnique({ where: { projectId } })) return true;
    if (!head) return false;
    await holdProject(tx, projectId);
    // Read again now that it is held: nobody writes in it any more.
    const { deletedAt } = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
    const busy = await tx.export.count({ where: { projectId, state: "running" } });
    if (deletedAt === null || !isOver({ deletedAt }, now) || busy > 0) return false;
    const counts = await countRowsOfProject(tx, projectId);
    const { sequence, hash } = await tx.eventHead.findUniqueOrThrow({ where: { projectId } });
    const end = { lastSequence: sequence, lastHash: hash };
    await tx.removal.create({ data: { projectId, deletedAt, removedAt: now, counts, ...end } });
    return true;
  });
}

async function removeFiles(projectId: string): Promise<void> {
  const exports = await database().export.findMany({ where: { projectId }, select: { id: true } });
  for (const { id } of exports) await rm(exportFile(id), { force: true });
}

/** People who came with imports and have no account go with the last reading that named them. */
async function removeImportedPeople(): Promise<void> {
  await database().$executeRaw`
    DELETE FROM "User" WHERE "id" LIKE '________-____-8%'
      AND NOT EXISTS (SELECT 1 FROM "Assignment" a WHERE a."userId" = "User"."id")
      AND NOT EXISTS (SELECT 1 FROM "Ruling" r WHERE r."actorId" = "User"."id")
      AND NOT EXISTS (SELECT 1 FROM "Comment" c WHERE c."authorId" = "User"."id")
      AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = "User"."id")`;
}
