import * as z from "zod";
import type { MappingUndone } from "@/domain/contract/codebook";
import { contentOf } from "@/domain/statement/content";
import { Statement } from "@/domain/statement/statement";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { announceChange } from "@/server/events/change-feed";
import { conflict, notFound } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { performOnce } from "../perform-once";
import { inSteps } from "../update-alike";
import { type Rewrite, writeMapped } from "./write-mapped";

const Before = z.object({ statement: Statement });

/**
 * Gives statements that publishing a version mapped their answers back, as further revisions; what was changed since stays.
 * The version itself stays published. Errors: 404, 403, 409 nothing_to_undo or statements_changed.
 */
export async function undoMapping(
  actor: Actor,
  projectId: string,
  version: number,
  operationId: string,
): Promise<MappingUndone> {
  const operation = {
    actor,
    operationId,
    action: "codebook.mapping_undone",
    subjectType: "codebook",
    subjectId: projectId,
  } as const;
  let touched: string[] = [];
  const answer = await performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "codebook.edit");
    const row = await tx.codebookVersion.findUnique({ where: { projectId_version: { projectId, version } } });
    if (!row) throw notFound();
    const effects = await tx.codebookEffect.findMany({
      where: { codebookVersionId: row.id, outcome: "mapped", settledAt: null },
    });
    if (effects.length === 0)
      throw conflict("nothing_to_undo", "This version mapped no answers that could be given back.");
    const assignments = await tx.statement.findMany({
      where: { effects: { some: { codebookVersionId: row.id, outcome: "mapped", settledAt: null } } },
      select: { assignmentId: true },
      distinct: ["assignmentId"],
      orderBy: { assignmentId: "asc" },
    });
    for (const ids of inSteps(assignments.map(({ assignmentId }) => assignmentId))) {
      await tx.assignment.updateMany({ where: { id: { in: ids } }, data: { updatedAt: now } });
    }
    await holdProject(tx, projectId);
    const versions = await tx.codebookVersion.findMany({ where: { projectId }, select: { id: true, version: true } });
    const idOf = new Map(versions.map((one) => [one.version, one.id]));
    const rewrites: Rewrite[] = [];
    const settled: string[] = [];
    for (const step of inSteps(effects)) {
      const rows = await readStatementRows(tx, {
        id: { in: step.map(({ statementId }) => statementId) },
        deletedAt: null,
      });
      const current = new Map(rows.map((one) => [one.id, toStatement(one)]));
      const operationIds = step.flatMap((effect) => effect.operationId ?? []);
      const events = await tx.event.findMany({ where: { operationId: { in: operationIds } } });
      const earlier = new Map(events.map((event) => [event.operationId, Before.parse(event.before).statement]));
      for (const effect of step) {
        const now = current.get(effect.statementId);
        const was = earlier.get(effect.operationId ?? "");
        if (!now || !was || now.revision !== effect.revision || !effect.operationId) continue;
        settled.push(effect.id);
        rewrites.push({
          before: now,
          content: contentOf(was),
          codebook: { id: idOf.get(was.codebookVersion) ?? row.id, version: was.codebookVersion },
          relation: { kind: "reverts", operationId: effect.operationId },
        });
      }
    }
    await writeMapped(tx, { projectId, actor: pseudonym(project, actor.userId), now }, rewrites);
    for (const ids of inSteps(settled)) {
      await tx.codebookEffect.updateMany({ where: { id: { in: ids } }, data: { settledAt: now } });
    }
    touched = [...new Set(rewrites.map(({ before }) => before.assignmentId))];
    return {
      project,
      before: { codebookId: row.id, version },
      answer: { restored: rewrites.length, changedSince: effects.length - rewrites.length },
    };
  });
  for (const assignmentId of touched) announceChange({ projectId, subjectType: "statement", assignmentId });
  return answer;
}
