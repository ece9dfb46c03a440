import type { Import } from "@/domain/contract/import";
import { openImport } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { conflict } from "@/server/http-error";
import { toImport } from "@/server/rows/import-row";
import { toDocumentSummary } from "@/server/rows/work-rows";
import { performOnce } from "./perform-once";

/**
 * Takes the articles of an import out again, all of them. Refused as soon as anybody was given one of them: what people
 * do with an article is never destroyed. Errors: 404, 403 for others than managers, 409 import_in_use or already_undone.
 */
export function undoImport(actor: Actor, importId: string, operationId: string): Promise<Import> {
  const operation = {
    actor,
    operationId,
    action: "import.undone",
    subjectType: "import",
    subjectId: importId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openImport(tx, actor, importId, "project.manage");
    await holdProject(tx, project.id);
    const { count } = await tx.import.updateMany({ where: { id: importId, undoneAt: null }, data: { undoneAt: now } });
    if (count === 0) throw conflict("already_undone", "This import was undone already.");
    const documents = await tx.document.findMany({
      where: { importId },
      orderBy: { position: "asc" },
      omit: { text: true },
    });
    const used = await tx.document.findMany({
      where: {
        importId,
        OR: [
          { assignments: { some: {} } },
          { rulings: { some: {} } },
          { comments: { some: {} } },
          { groups: { some: {} } },
          { replacedBy: { isNot: null } },
        ],
      },
      select: { id: true, title: true },
    });
    if (used.length > 0) {
      const which = used.length === 1 ? `“${used[0]?.title}”` : `${used.length} of its articles`;
      throw conflict("import_in_use", `Somebody works on ${which} already: the import stays.`, used);
    }
    const ofThem = { document: { importId } };
    await tx.keptStatistics.deleteMany({ where: ofThem });
    await tx.reviewLease.deleteMany({ where: ofThem });
    await tx.document.deleteMany({ where: { importId } });
    const row = await tx.import.findUniqueOrThrow({ where: { id: importId } });
    return { project, before: { documents: documents.map(toDocumentSummary) }, answer: toImport(row) };
  });
}
