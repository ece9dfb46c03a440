import type { CodebookDraftSaved } from "@/domain/contract/codebook";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toCodebookDraft } from "@/server/rows/codebook-draft-row";
import { currentCodebook } from "@/server/rows/codebook-of";

/** The codebook being written, for managers. Errors: 404, 403, 409 no_codebook. */
export async function getCodebookDraft(actor: Actor, projectId: string): Promise<CodebookDraftSaved> {
  const db = database();
  await openProject(db, actor, projectId, "codebook.edit");
  const published = await currentCodebook(db, projectId);
  return toCodebookDraft(await db.codebookDraft.findUnique({ where: { projectId } }), published);
}
