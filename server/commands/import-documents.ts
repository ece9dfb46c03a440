import { createHash } from "node:crypto";
import type { ImportAnswer, ImportInput } from "@/domain/contract/import";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { conflict, invalid } from "@/server/http-error";
import { toImport } from "@/server/rows/import-row";
import { toDocumentSummary } from "@/server/rows/work-rows";
import { performOnce } from "./perform-once";

/**
 * Adds articles to a project, all or none, after those it has. Texts are normalised as always; what a preview showed is
 * stored as it is. Errors: 404, 403 for others than managers, 409 id_taken, 422 for what cannot be stored.
 */
export function importDocuments(
  actor: Actor,
  projectId: string,
  { operationId, id, documents }: ImportInput,
): Promise<ImportAnswer> {
  const operation = { actor, operationId, action: "import.made", subjectType: "import", subjectId: id } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    const ids = documents.map((document) => document.id);
    if (new Set(ids).size < ids.length) throw invalid("Two of the articles have the same id.");
    await holdProject(tx, projectId);
    const taken = await tx.document.count({ where: { id: { in: ids } } });
    if (taken + (await tx.import.count({ where: { id } })) > 0) {
      throw conflict("id_taken", "An article or an import with this id is there already; make new ids.");
    }
    const last = await tx.document.aggregate({ where: { projectId }, _max: { position: true } });
    const first = (last._max.position ?? -1) + 1;
    const rows = documents.map((document, at) => {
      const text = normaliseText(document.text);
      if (text.trim() === "") {
        throw invalid("An article has no text.", [
          { path: `documents.${at}.text`, message: "Give the article's text." },
        ]);
      }
      const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
      const length = new DocumentText(text).length;
      return { ...document, text, sha256, length, projectId, position: first + at, importId: id, createdAt: now };
    });
    const made = await tx.import.create({ data: { id, projectId, documentCount: rows.length, createdAt: now } });
    await tx.document.createMany({ data: rows });
    const answer = {
      ...toImport(made),
      documents: rows.map((row) => toDocumentSummary({ ...row, replacesId: null })),
    };
    return { project, before: null, answer };
  });
}
