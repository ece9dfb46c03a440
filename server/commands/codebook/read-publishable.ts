import { canonicalJson } from "@/domain/canonical-json";
import { withCasesOf, withoutAllCases } from "@/domain/codebook/add-case";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import { Codebook, type CodebookVersion } from "@/domain/codebook/codebook";
import type { CodebookDraftSaved } from "@/domain/contract/codebook";
import type { Tx } from "@/server/database/client";
import { conflict, invalid } from "@/server/http-error";
import { toCodebookDraft } from "@/server/rows/codebook-draft-row";
import { currentCodebook } from "@/server/rows/codebook-of";
import { toCodebookVersion } from "@/server/rows/work-rows";

/**
 * The published codebook and what the draft makes of it, with the examples of the published one. Errors: 409 stale_revision,
 * codebook_changed or nothing_to_publish, 422 codebook_problems.
 */
export async function readPublishable(
  tx: Tx,
  projectId: string,
  revision: number,
): Promise<{ published: CodebookVersion; content: Codebook }> {
  const published = await currentCodebook(tx, projectId);
  const row = await tx.codebookDraft.findUnique({ where: { projectId } });
  const draft = toCodebookDraft(row, published);
  if (draft.revision !== revision)
    throw conflict("stale_revision", "The draft was changed elsewhere meanwhile.", draft);
  await refuseOvertaken(tx, projectId, draft, published);
  const problems = checkCodebook(draft.content).filter(({ severity }) => severity === "error");
  if (problems.length > 0) {
    const errors = problems.map(({ path, message }) => ({ path, message }));
    throw invalid("The codebook has problems: mend them, then publish it.", errors, "codebook_problems");
  }
  const content = Codebook.parse(withCasesOf(tidied(draft.content), published.content));
  if (canonicalJson(content) === canonicalJson(published.content)) {
    throw conflict("nothing_to_publish", "The draft says the same as the published codebook.");
  }
  return { published, content };
}

/** Without what was emptied again: an absent example and an empty one are the same. */
function tidied(draft: CodebookDraftSaved["content"]): CodebookDraftSaved["content"] {
  return JSON.parse(JSON.stringify(draft), (key, value) =>
    value === "" && ["example", "counterExample", "shortcut"].includes(key) ? undefined : value,
  );
}

/** Examples that were added meanwhile are carried over; anything else somebody has to look at first. */
async function refuseOvertaken(
  tx: Tx,
  projectId: string,
  { baseVersion }: CodebookDraftSaved,
  published: CodebookVersion,
): Promise<void> {
  if (baseVersion === published.version) return;
  const base = await tx.codebookVersion.findUnique({
    where: { projectId_version: { projectId, version: baseVersion } },
  });
  const plain = (content: Codebook) => canonicalJson(withoutAllCases(content));
  if (base && plain(toCodebookVersion(base).content) === plain(published.content)) return;
  throw conflict("codebook_changed", "Another version was published since this draft was begun; look at it first.", {
    id: published.id,
    version: published.version,
  });
}
