import * as z from "zod";
import type { Recoded } from "@/domain/contract/recode";
import { contentOf } from "@/domain/statement/content";
import { Statement } from "@/domain/statement/statement";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { writeRulingBases } from "@/server/database/write-ruling-bases";
import { announceChange } from "@/server/events/change-feed";
import { conflict, notFound } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { readLeases } from "@/server/queries/read-leases";
import { readClosed } from "@/server/rows/read-closed";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { toCodebookVersion } from "@/server/rows/work-rows";
import { performOnce } from "../perform-once";
import { holdGold } from "./hold-gold";
import { readInSteps } from "./read-in-steps";
import { RECODE_MS } from "./recode-gold";
import { RecodedStatements } from "./recoded-statements";
import { type GoldRewrite, writeRecoded } from "./write-recoded";

const Before = z.object({ statement: Statement });

/**
 * Gives every statement of a recode back what it had, as further revisions. Where one was changed since, nothing is undone:
 * what somebody did after it would be lost without their knowing. Errors: 404, 403, 409 already_undone, statements_changed,
 * own_reading_unfinished or leased.
 */
export async function undoRecode(
  actor: Actor,
  projectId: string,
  recodeId: string,
  operationId: string,
): Promise<Recoded> {
  const operation = {
    actor,
    operationId,
    action: "gold.recode_undone",
    subjectType: "recode",
    subjectId: recodeId,
  } as const;
  let touched: string[] = [];
  const answer = await performOnce(
    operation,
    async (tx, now) => {
      const { project } = await openProject(tx, actor, projectId, "gold.recode");
      const found = await tx.recode.findFirst({ where: { id: recodeId, projectId } });
      if (!found) throw notFound();
      const steps = RecodedStatements.parse(found.statements);
      await holdGold(
        tx,
        projectId,
        steps.map(({ statementId }) => statementId),
        now,
      );
      const { count } = await tx.recode.updateMany({
        where: { id: recodeId, undoneAt: null },
        data: { undoneAt: now },
      });
      if (count === 0) throw conflict("already_undone", "This recode was undone already.");
      const rewrites = await readRewrites(tx, actor, projectId, steps, now);
      const context = { projectId, actor: pseudonym(project, actor.userId), now };
      await writeRecoded(tx, context, rewrites);
      // A ruling that was withdrawn since had its gold statement taken away, which was refused before.
      await writeRulingBases(
        tx,
        steps.flatMap(({ ruling }) => ruling ?? []),
        now,
      );
      touched = [...new Set(rewrites.map(({ before }) => before.assignmentId))];
      return { project, before: { reason: found.reason }, answer: { id: recodeId, statements: rewrites.length } };
    },
    { timeout: RECODE_MS },
  );
  for (const assignmentId of touched) announceChange({ projectId, subjectType: "statement", assignmentId });
  return answer;
}

/** What each statement is and what it was; refuses where one is not as the recode left it. */
async function readRewrites(
  tx: Tx,
  actor: Actor,
  projectId: string,
  steps: RecodedStatements,
  now: Date,
): Promise<GoldRewrite[]> {
  const ids = steps.map(({ statementId }) => statementId);
  const rows = await readInSteps(ids, (some) => readStatementRows(tx, { id: { in: some }, deletedAt: null }));
  const current = new Map(rows.map((row) => [row.id, toStatement(row)]));
  const changed = steps.filter(({ statementId, revision }) => current.get(statementId)?.revision !== revision);
  if (changed.length > 0) {
    const some = changed.length === 1 ? "One" : String(changed.length);
    throw conflict(
      "statements_changed",
      `${some} of the ${steps.length} statements was changed, or lost its ruling, since. Undoing the recode would undo that too, so nothing was done: change those that are left by another recode.`,
      changed.map(({ statementId }) => statementId),
    );
  }
  await refuseClosed(tx, actor, projectId, rows, now);
  const operationIds = steps.map((step) => step.operationId);
  const events = await readInSteps(operationIds, (some) =>
    tx.event.findMany({ where: { operationId: { in: some } }, select: { operationId: true, before: true } }),
  );
  const earlier = new Map(events.map((event) => [event.operationId, Before.parse(event.before).statement]));
  const versions = await tx.codebookVersion.findMany({ where: { projectId } });
  return steps.map(({ statementId, operationId }) => {
    const [before, was] = [current.get(statementId), earlier.get(operationId)];
    const version = versions.find((one) => one.version === was?.codebookVersion);
    if (!before || !was || !version)
      throw new Error(`What statement ${statementId} was before its recode is not kept.`);
    const relation = { kind: "reverts" as const, operationId };
    return { before, content: contentOf(was), codebook: toCodebookVersion(version), relation };
  });
}

/** Gold of an article that one is still to read blind is not to be changed by them, nor one that another is reviewing. */
async function refuseClosed(
  tx: Tx,
  actor: Actor,
  projectId: string,
  statements: readonly { assignmentId: string }[],
  now: Date,
): Promise<void> {
  const ids = [...new Set(statements.map(({ assignmentId }) => assignmentId))];
  const assignments = await readInSteps(ids, (some) =>
    tx.assignment.findMany({
      where: { id: { in: some } },
      select: { documentId: true, document: { select: { title: true } } },
    }),
  );
  const closed = await readClosed(tx, actor, projectId);
  const leases = await readLeases(tx, actor, { document: { projectId } }, now);
  for (const { documentId, document } of assignments) {
    if (closed.has(documentId)) {
      throw conflict(
        "own_reading_unfinished",
        "You are still to read one of these articles: submit your reading first.",
      );
    }
    const lease = leases.get(documentId);
    if (lease && !lease.own) {
      throw conflict("leased", `${lease.holder} is reviewing “${document.title}”; wait until they are done.`, lease);
    }
  }
}
