import { withoutAllCases } from "@/domain/codebook/add-case";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { DraftCodebook } from "@/domain/codebook/draft-codebook";
import type { CodebookDraftSaved } from "@/domain/contract/codebook";
import type * as rows from "@/prisma/generated/sqlite/client";

/** The draft as it is stored; without one the published codebook, which is where writing starts. */
export function toCodebookDraft(row: rows.CodebookDraft | null, published: CodebookVersion): CodebookDraftSaved {
  if (!row) {
    const content = withoutAllCases(published.content);
    return { revision: 0, baseVersion: published.version, content, updatedAt: null };
  }
  return {
    revision: row.revision,
    baseVersion: row.baseVersion,
    content: DraftCodebook.parse(row.content),
    updatedAt: row.updatedAt.toISOString(),
  };
}
