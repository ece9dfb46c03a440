import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { currentCodebook } from "@/server/rows/codebook-of";

/** What can be chosen from for an export. */
export interface ExportParts {
  /** In their order; the first of very many. */
  documents: { id: string; title: string; outlet: string | null; published: string | null }[];
  fields: { key: string; label: string }[];
}

/** Documents to choose from on a screen; a program can name any. */
const MOST = 2000;

/** The documents and fields of a project, to choose from. Errors: 404, 409 no_codebook. */
export async function listExportParts(actor: Actor, projectId: string): Promise<ExportParts> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  const documents = await db.document.findMany({
    where: { projectId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true, outlet: true, published: true },
    take: MOST,
  });
  const { content } = await currentCodebook(db, projectId);
  return { documents, fields: content.fields.map(({ key, label }) => ({ key, label })) };
}
