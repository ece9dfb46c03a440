import type { Export, ExportInput } from "@/domain/contract/export";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { packedAs } from "@/domain/formats/pack";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { refuseNames } from "@/server/bulk/refuse-names";
import { fileName } from "@/server/download";
import { conflict } from "@/server/http-error";
import { runExports } from "@/server/jobs/run-exports";
import { toExport } from "@/server/rows/export-row";
import { performOnce } from "./perform-once";

/** Exports of one person that wait or run at a time. */
const MOST_AT_A_TIME = 5;

/**
 * Begins a file of the dataset, which is made in the background. Errors: 404, 403 (names for managers only), 409
 * own_reading_unfinished, 409 too_many_exports.
 */
export async function startExport(
  actor: Actor,
  projectId: string,
  { operationId, id, choice }: ExportInput,
): Promise<Export> {
  const operation = { actor, operationId, action: "export.started", subjectType: "export", subjectId: id } as const;
  const started = await performOnce(operation, async (tx, now) => {
    const { project, role } = await openProject(tx, actor, projectId, "dataset.export");
    refuseNames(choice, role);
    const unfinished = { userId: actor.userId, state: { in: ["waiting", "running"] } };
    if ((await tx.export.count({ where: unfinished })) >= MOST_AT_A_TIME) {
      throw conflict("too_many_exports", "Five of your exports are not finished yet: wait for one, or cancel it.");
    }
    const { extension, mediaType } = packedAs(EXPORT_FORMATS[choice.format]);
    const row = await tx.export.create({
      data: {
        ...{ id, projectId, userId: actor.userId, choice, mediaType, createdAt: now },
        fileName: fileName(`${project.name} ${choice.format}`, extension, now),
      },
    });
    return { project, before: null, answer: toExport(row) };
  });
  // Not awaited: the answer says where to ask how far it is.
  void runExports();
  return started;
}
