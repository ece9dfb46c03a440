import type { CodebookDraftInput, CodebookDraftSaved } from "@/domain/contract/codebook";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { inTransaction } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { conflict } from "@/server/http-error";
import { toCodebookDraft } from "@/server/rows/codebook-draft-row";
import { currentCodebook } from "@/server/rows/codebook-of";

/**
 * Replaces the draft if it still has the revision its writer saw; the same content sent again is taken as saved. A draft is
 * in no event: nothing follows from it until it is published, which is one. Errors: 404, 403, 409 stale_revision with the
 * draft there is.
 */
export function saveCodebookDraft(
  actor: Actor,
  projectId: string,
  { revision, baseVersion, content }: CodebookDraftInput,
): Promise<CodebookDraftSaved> {
  return inTransaction(async (tx) => {
    await openProject(tx, actor, projectId, "codebook.edit");
    await holdProject(tx, projectId);
    const published = await currentCodebook(tx, projectId);
    const row = await tx.codebookDraft.findUnique({ where: { projectId } });
    if ((row?.revision ?? 0) !== revision) {
      const held = toCodebookDraft(row, published);
      const isSame = held.revision === revision + 1 && JSON.stringify(held.content) === JSON.stringify(content);
      if (isSame) return held;
      throw conflict("stale_revision", "The draft was changed elsewhere meanwhile.", held);
    }
    // A version there is not yet cannot have been looked at.
    const base = Math.min(baseVersion, published.version);
    const saved = row
      ? await tx.codebookDraft.update({
          where: { projectId },
          data: { content, baseVersion: base, revision: { increment: 1 } },
        })
      : await tx.codebookDraft.create({ data: { projectId, content, baseVersion: base } });
    return toCodebookDraft(saved, published);
  });
}

/** Throws the draft away, if it still has the revision that was seen. Errors: as above. */
export function discardCodebookDraft(actor: Actor, projectId: string, revision: number): Promise<CodebookDraftSaved> {
  return inTransaction(async (tx) => {
    await openProject(tx, actor, projectId, "codebook.edit");
    await holdProject(tx, projectId);
    const published = await currentCodebook(tx, projectId);
    await tx.codebookDraft.deleteMany({ where: { projectId, revision } });
    const row = await tx.codebookDraft.findUnique({ where: { projectId } });
    if (row)
      throw conflict("stale_revision", "The draft was changed elsewhere meanwhile.", toCodebookDraft(row, published));
    return toCodebookDraft(null, published);
  });
}
