import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { toCodebookVersion } from "@/server/rows/work-rows";

/** The newest codebook of a project: what new statements are coded under. */
export async function currentCodebook(tx: Tx, projectId: string): Promise<CodebookVersion> {
  const row = await tx.codebookVersion.findFirst({ where: { projectId }, orderBy: { version: "desc" } });
  if (!row) throw conflict("no_codebook", "This project has no codebook yet; its manager has to publish one.");
  return toCodebookVersion(row);
}

/** The codebook a statement was coded under. */
export async function codebookOf(tx: Tx, statement: { codebookVersionId: string }): Promise<CodebookVersion> {
  return toCodebookVersion(await tx.codebookVersion.findUniqueOrThrow({ where: { id: statement.codebookVersionId } }));
}
