import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { RecodeChange } from "@/domain/recode/recode-change";
import { type Recoded, recodeContent } from "@/domain/recode/recode-content";
import { contentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { spansInRole } from "@/domain/text/spans";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { readLeases } from "@/server/queries/read-leases";
import { readClosed } from "@/server/rows/read-closed";
import { readStatementRows } from "@/server/rows/read-statements";
import { readRegistry } from "@/server/rows/registry-rows";
import { toStatement } from "@/server/rows/statement-row";
import { toCodebookVersion } from "@/server/rows/work-rows";
import { readInSteps } from "./read-in-steps";

/** What a change would make of one gold statement. */
export interface PlannedRecode {
  before: Statement;
  document: Pick<rows.Document, "id" | "title" | "language">;
  /** The version that it is under from then on. */
  codebook: CodebookVersion;
  recoded: Recoded;
}

interface PlanRequest {
  projectId: string;
  change: RecodeChange;
  statementIds: readonly string[];
  now: Date;
}

/**
 * What a change makes of gold statements, in reading order of the articles. Those that are no gold of the project, are
 * deleted, or stand in an article that the actor is still to read blind are not in it.
 */
export async function planRecode(
  tx: Tx,
  actor: Actor,
  { projectId, change, statementIds, now }: PlanRequest,
): Promise<PlannedRecode[]> {
  const closed = await readClosed(tx, actor, projectId);
  const among = { kind: "adjudication", document: { projectId, id: { notIn: [...closed] } } };
  const found = await readInSteps(statementIds, (some) =>
    readStatementRows(tx, { id: { in: some }, deletedAt: null, assignment: among }),
  );
  const assignments = await readInSteps([...new Set(found.map(({ assignmentId }) => assignmentId))], (some) =>
    tx.assignment.findMany({ where: { id: { in: some } }, include: { document: true } }),
  );
  const documentOf = new Map(
    assignments.map(({ id, document }) => [id, { document, text: new DocumentText(document.text) }]),
  );
  const versions = await tx.codebookVersion.findMany({ where: { projectId }, orderBy: { version: "asc" } });
  const codebooks = versions.map(toCodebookVersion);
  const leases = await readLeases(tx, actor, { document: { projectId } }, now);
  const registry = await readRegistry(tx, projectId);
  const rootOf = followMerges(registry);
  const newest = codebooks.at(-1);
  const planned = found.flatMap((row): PlannedRecode[] => {
    const held = documentOf.get(row.assignmentId);
    const own = codebooks.find(({ id }) => id === row.codebookVersionId);
    if (!held || !own || !newest) return [];
    const before = toStatement(row);
    const lease = leases.get(held.document.id);
    if (lease && !lease.own) {
      const why = `${lease.holder} is reviewing this article; wait until they are done.`;
      return [{ before, document: held.document, codebook: own, recoded: { outcome: "refused", why } }];
    }
    const judge = (codebook: CodebookVersion) =>
      recodeContent(contentOf(before), change, { text: held.text, codebook: codebook.content, registry, rootOf });
    const first = judge(own);
    if (first.outcome !== "refused" || own.id === newest.id) {
      return [{ before, document: held.document, codebook: own, recoded: first }];
    }
    // What only the newest codebook has takes the statement there, as when somebody changes it by hand.
    const second = judge(newest);
    const isBetter = second.outcome === "changed";
    return [{ before, document: held.document, codebook: isBetter ? newest : own, recoded: isBetter ? second : first }];
  });
  const placeOf = new Map(assignments.map(({ id, document }) => [id, document.position]));
  const position = ({ before }: PlannedRecode) => placeOf.get(before.assignmentId) ?? 0;
  const start = ({ before }: PlannedRecode) => spansInRole(before.spans, "content")[0]?.start ?? 0;
  return planned.sort((a, b) => position(a) - position(b) || start(a) - start(b));
}

/** Read in the transaction, for what is recoded must not have been merged meanwhile. */
function followMerges({ speakers, targets }: Registry): (id: string) => string {
  const into = new Map([...speakers, ...targets].map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return (id) => {
    let root = id;
    for (let step = 0; step <= into.size; step += 1) {
      const next = into.get(root);
      if (!next) return root;
      root = next;
    }
    return root;
  };
}
