import type { DocumentList, DocumentsQuery } from "@/domain/contract/documents";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toDocumentSummary } from "@/server/rows/work-rows";

/** A page of a project's articles, in their order. Errors: 404. */
export async function listDocuments(
  actor: Actor,
  projectId: string,
  { after, limit }: DocumentsQuery,
): Promise<DocumentList> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  const found = await db.document.findMany({
    where: { projectId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    // One more than asked for tells whether there is another page.
    take: limit + 1,
    omit: { text: true },
  });
  const items = found.slice(0, limit).map(toDocumentSummary);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
