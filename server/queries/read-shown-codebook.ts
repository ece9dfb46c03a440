import { listCaseRulings, withoutCases } from "@/domain/codebook/add-case";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { BLIND } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";

/**
 * A codebook as somebody may read it: without passages of articles that they are still to read blind, for an example
 * tells what gold says there. Once they have finished reading, those are in it too.
 */
export async function readShownCodebook(
  tx: Tx,
  { userId }: Pick<Actor, "userId">,
  codebook: CodebookVersion,
): Promise<CodebookVersion> {
  const rulingIds = listCaseRulings(codebook.content);
  if (rulingIds.length === 0) return codebook;
  const blind = { userId, kind: "annotation", ...BLIND };
  const hidden = await tx.ruling.findMany({
    where: { id: { in: rulingIds }, document: { assignments: { some: blind } } },
    select: { id: true },
  });
  if (hidden.length === 0) return codebook;
  return { ...codebook, content: withoutCases(codebook.content, new Set(hidden.map(({ id }) => id))) };
}
