import { v7 as uuid } from "uuid";
import type { Codebook } from "@/domain/codebook/codebook";
import { offKeysIn } from "@/domain/codebook/off-keys";
import type { Relation } from "@/domain/contract/relation";
import { contentOf } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { appendEvents } from "@/server/events/append-events";
import { toAssignment, toCodebookVersion } from "@/server/rows/work-rows";
import { groupBy, inSteps, updateAlike } from "../update-alike";

/** A statement whose answers the program changes, and the version it is under from then on. */
export interface Rewrite {
  before: Statement;
  content: StatementContent;
  codebook: { id: string; version: number };
  relation?: Relation;
}

export interface Rewritten {
  statementId: string;
  operationId: string;
  revision: number;
}

/**
 * Writes answers and stances of statements as their next revisions, each with its event, in one transaction. Finished passes
 * get a new revision too, which is how figures that were kept of them go out of date. Rulings that held go on to hold: the
 * same was done to readings and gold. Errors: 409 statements_changed.
 */
export async function writeMapped(
  tx: Tx,
  context: { projectId: string; actor: string; now: Date },
  rewrites: readonly Rewrite[],
): Promise<Rewritten[]> {
  const assignmentIds = [...new Set(rewrites.map(({ before }) => before.assignmentId))];
  for (const ids of inSteps(assignmentIds)) {
    const where = { id: { in: ids }, state: "submitted" };
    await tx.assignment.updateMany({ where, data: { revision: { increment: 1 } } });
  }
  const assignments = new Map<string, ReturnType<typeof toAssignment>>();
  for (const ids of inSteps(assignmentIds)) {
    for (const row of await tx.assignment.findMany({ where: { id: { in: ids } } })) {
      assignments.set(row.id, toAssignment(row));
    }
  }
  const versions = await tx.codebookVersion.findMany({
    where: { id: { in: [...new Set(rewrites.map(({ codebook }) => codebook.id))] } },
  });
  const codebooks = new Map(versions.map((row) => [row.id, toCodebookVersion(row).content]));
  await writeAnswers(tx, rewrites, codebooks);
  await writeStances(tx, rewrites);
  const done = rewrites.map((rewrite): Rewrite & Rewritten => {
    const { id, revision } = rewrite.before;
    return { ...rewrite, statementId: id, operationId: uuid(), revision: revision + 1 };
  });
  await appendEvents(
    tx,
    context.projectId,
    done.map(({ before, content, codebook, operationId, revision, relation }) => ({
      ...{ projectId: context.projectId, operationId, actor: context.actor, action: "statement.changed" as const },
      ...{ subjectType: "statement" as const, subjectId: before.id, assignmentId: before.assignmentId },
      before: { statement: before },
      after: {
        statement: {
          ...before,
          ...content,
          ...{ revision, codebookVersion: codebook.version, updatedAt: context.now.toISOString() },
        },
        problems: [],
        assignment: assignments.get(before.assignmentId),
      },
      relation,
      at: context.now,
    })),
  );
  await carryRulings(tx, done);
  return done.map(({ statementId, operationId, revision }) => ({ statementId, operationId, revision }));
}

async function writeAnswers(
  tx: Tx,
  rewrites: readonly Rewrite[],
  codebooks: ReadonlyMap<string, Codebook>,
): Promise<void> {
  const rows = rewrites.map(({ before, content, codebook }) => {
    const version = codebooks.get(codebook.id);
    const offKeys = version ? offKeysIn(version, content) : null;
    const columns = { fields: content.fields, codebookVersionId: codebook.id, offKeys };
    return { id: before.id, revision: before.revision, columns };
  });
  await updateAlike(tx, rows);
}

async function writeStances(tx: Tx, rewrites: readonly Rewrite[]): Promise<void> {
  const changed = rewrites.flatMap(({ before, content }) =>
    content.stances.flatMap((stance, place) => {
      const was = before.stances[place];
      const isSame = was?.value === stance.value && was.basis === stance.basis;
      return isSame ? [] : [{ statementId: before.id, ...stance }];
    }),
  );
  const alike = groupBy(changed, ({ targetId, value, basis }) => JSON.stringify([targetId, value, basis]));
  for (const group of alike) {
    const [{ targetId, value, basis }] = group;
    for (const step of inSteps(group.map(({ statementId }) => statementId))) {
      await tx.statementStance.updateMany({ where: { statementId: { in: step }, targetId }, data: { value, basis } });
    }
  }
}

/** Rulings name the revisions that they were made on; those of rewritten members become the new ones. */
async function carryRulings(tx: Tx, done: readonly (Rewrite & Rewritten)[]): Promise<void> {
  const byId = new Map(done.map((one) => [one.statementId, one]));
  const assignmentIds = [...new Set(done.map(({ before }) => before.assignmentId))];
  for (const ids of inSteps(assignmentIds)) {
    const rulings = await tx.ruling.findMany({
      where: { deletedAt: null, document: { assignments: { some: { id: { in: ids } } } } },
    });
    for (const ruling of rulings) {
      const revisions = ruling.memberRevisions as Record<string, number>;
      const contents = (ruling.memberContents ?? null) as Record<string, unknown> | null;
      const carried = (ruling.memberIds as string[]).flatMap((id) => {
        const one = byId.get(id);
        return one && revisions[id] === one.before.revision ? [one] : [];
      });
      if (carried.length === 0) continue;
      const next = Object.fromEntries(carried.map(({ statementId, revision }) => [statementId, revision]));
      const words = Object.fromEntries(
        carried.map(({ statementId, before, content }) => [statementId, contentOf({ ...before, ...content })]),
      );
      await tx.ruling.update({
        where: { id: ruling.id },
        data: {
          memberRevisions: { ...revisions, ...next },
          ...(contents && { memberContents: { ...contents, ...words } as Prisma.InputJsonObject }),
        },
      });
    }
  }
}
