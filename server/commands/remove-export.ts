import { rm } from "node:fs/promises";
import type { Export, ExportRemoval } from "@/domain/contract/export";
import { openExport } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { exportFile } from "@/server/jobs/export-files";
import { toExport } from "@/server/rows/export-row";
import { performOnce } from "./perform-once";

/** Cancels an export that waits or is being made, or removes the file of a finished one. Errors: 404. */
export async function removeExport(actor: Actor, exportId: string, { operationId }: ExportRemoval): Promise<Export> {
  const subject = { subjectType: "export", subjectId: exportId } as const;
  const operation = { actor, operationId, action: "export.removed", ...subject } as const;
  const removed = await performOnce(operation, async (tx, now) => {
    const opening = await openExport(tx, actor, exportId, "project.read");
    const { project } = opening;
    const before = toExport(opening.export);
    const isUnfinished = before.state === "waiting" || before.state === "running";
    const data = isUnfinished
      ? { state: "cancelled", finishedAt: now }
      : { state: before.state === "cancelled" ? "cancelled" : "removed" };
    // Compare-and-set: it may have been finished since the row was read, and is then left as it is.
    await tx.export.updateMany({ where: { id: exportId, state: before.state }, data });
    const answer = toExport(await tx.export.findUniqueOrThrow({ where: { id: exportId } }));
    return { project, before, answer };
  });
  // One that is being made is removed by who makes it, who notices.
  if (removed.state === "removed") await rm(exportFile(exportId), { force: true });
  return removed;
}
