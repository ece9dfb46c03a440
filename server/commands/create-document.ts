import { createHash } from "node:crypto";
import type { DocumentSummary } from "@/domain/contract/work";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { invalid } from "@/server/http-error";
import { toDocumentSummary } from "@/server/rows/work-rows";
import { performOnce } from "./perform-once";

export interface DocumentInput {
  operationId: string;
  id: string;
  title: string;
  /** As read from its file; normalised here once (BOM, line ends) and immutable from then on. */
  text: string;
  outlet?: string | null;
  author?: string | null;
  published?: string | null;
  url?: string | null;
  language?: string | null;
}

/** Adds an article to a project. Errors: 404, 403 for others than managers, 422 for a text that cannot be stored. */
export function createDocument(actor: Actor, projectId: string, input: DocumentInput): Promise<DocumentSummary> {
  const { operationId, id, text: raw, ...metadata } = input;
  const operation = { actor, operationId, action: "document.created", subjectType: "document", subjectId: id } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    const text = normaliseText(raw);
    if (text.trim() === "")
      throw invalid("The document has no text.", [{ path: "text", message: "Give the article's text." }]);
    const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
    await holdProject(tx, projectId);
    const last = await tx.document.aggregate({ where: { projectId }, _max: { position: true } });
    const position = (last._max.position ?? -1) + 1;
    const row = await tx.document.create({
      data: { id, projectId, ...metadata, text, sha256, length: new DocumentText(text).length, position },
    });
    return { project, before: null, answer: toDocumentSummary(row) };
  });
}
