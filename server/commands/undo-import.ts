import type { Import } from "@/domain/contract/import";
import { openImport } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { Brought } from "@/server/bulk/import/brought";
import { findUses } from "@/server/bulk/import/find-uses";
import { removeImported } from "@/server/bulk/import/remove-imported";
import { holdProject } from "@/server/events/append-event";
import { conflict } from "@/server/http-error";
import { BroughtEntries, OF_REGISTRY } from "@/server/registry-table/brought-entries";
import { undoEntries } from "@/server/registry-table/undo-entries";
import { toImport } from "@/server/rows/import-row";
import { toDocumentSummary } from "@/server/rows/work-rows";
import { performOnce } from "./perform-once";

/** Milliseconds that taking out may take: as long as bringing in. */
const LONGEST = 10 * 60 * 1000;

/**
 * Takes what an import brought out again, all of it. Refused as soon as anybody worked on any of it: what people do is never
 * destroyed. Errors: 404, 403 for others than managers, 409 import_in_use or already_undone.
 */
export function undoImport(actor: Actor, importId: string, operationId: string): Promise<Import> {
  const operation = {
    actor,
    operationId,
    action: "import.undone",
    subjectType: "import",
    subjectId: importId,
  } as const;
  return performOnce(
    operation,
    async (tx, now) => {
      const { project } = await openImport(tx, actor, importId, "project.manage");
      await holdProject(tx, project.id);
      const { count } = await tx.import.updateMany({
        where: { id: importId, undoneAt: null },
        data: { undoneAt: now },
      });
      if (count === 0) throw conflict("already_undone", "This import was undone already.");
      const { brought: stored, ...row } = await tx.import.findUniqueOrThrow({ where: { id: importId } });
      if (row.format?.startsWith(OF_REGISTRY)) {
        const entries = BroughtEntries.parse(stored);
        await undoEntries(tx, project.id, entries);
        const before = { added: entries.added, changed: entries.changed.map(({ after }) => after) };
        return { project, before, answer: toImport({ ...row, brought: null }) };
      }
      const brought = stored === null ? null : Brought.parse(stored);
      const uses = await findUses(tx, { projectId: project.id, importId, brought });
      if (uses) throw conflict("import_in_use", `${uses}: the import stays.`);
      const documents = await tx.document.findMany({
        where: { importId },
        orderBy: { position: "asc" },
        omit: { text: true },
      });
      await removeImported(tx, importId, brought);
      // An import of articles tells them whole, they are few; of annotated data its report and its file do.
      const before =
        brought === null ? { documents: documents.map(toDocumentSummary) } : { documents: documents.length };
      return { project, before, answer: toImport({ ...row, brought: null }) };
    },
    { timeout: LONGEST },
  );
}
