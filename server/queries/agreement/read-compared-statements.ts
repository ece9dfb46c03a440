import type { AgreementStatement } from "@/domain/agreement/agreement-document";
import { toAgreementStatement } from "@/domain/agreement/describe-attributes";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { database } from "@/server/database/client";
import { readComparedRows } from "@/server/rows/reading-rows";
import type { Merges } from "./read-merges";

/** A pass as it was coded. */
export interface ComparedPass {
  statements: AgreementStatement[];
  /** Version of the newest codebook among its statements; null without any. */
  version: number | null;
}

/** The statements of the finished passes over documents, by assignment; one that marked nothing is not among them. */
export async function readComparedStatements(
  documentIds: readonly string[],
  codebooks: readonly CodebookVersion[],
  { rootOf }: Merges,
): Promise<Map<string, ComparedPass>> {
  const byId = new Map(codebooks.map((codebook) => [codebook.id, codebook]));
  const passes = new Map<string, ComparedPass>();
  for (const row of await readComparedRows(database(), documentIds)) {
    const codebook = byId.get(row.codebookVersionId) ?? codebooks.at(-1);
    if (!codebook) throw new RangeError(`statement ${row.id} has no codebook`);
    const pass = passes.get(row.assignmentId) ?? { statements: [], version: null };
    passes.set(row.assignmentId, pass);
    pass.statements.push(withRoots(toAgreementStatement(row, codebook.content), rootOf));
    pass.version = Math.max(pass.version ?? 0, codebook.version);
  }
  return passes;
}

/** Merged speakers and targets count as the one that stands for them. */
function withRoots(statement: AgreementStatement, rootOf: (id: string) => string): AgreementStatement {
  const { speaker, target } = statement.labels;
  const labels = {
    ...statement.labels,
    speaker: speaker ? rootOf(speaker) : null,
    target: target ? rootOf(target) : null,
  };
  return { ...statement, labels };
}
