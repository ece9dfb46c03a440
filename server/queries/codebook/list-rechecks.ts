import { concerns } from "@/domain/codebook/apply-decisions";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Effect } from "@/domain/codebook/list-effects";
import { quoteOf } from "@/domain/codebook/quote-of";
import type { Recheck, RecheckList } from "@/domain/contract/codebook";
import { may } from "@/domain/policy";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import { memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";

/**
 * Statements to look at again since a codebook changed: the caller's own, and gold of articles whose review is open to them.
 * One leaves the list once nothing of why it was asked about holds any more, or somebody said that it stays as it is.
 */
export async function listRechecks(actor: Actor): Promise<RecheckList> {
  const db = database();
  const own = await memberships(db, actor);
  const reviewed = own.filter(({ role }) => may("document.review", role)).map(({ project }) => project.id);
  const projectIds = own.map(({ project }) => project.id);
  const blind = { userId: actor.userId, kind: "annotation", submittedAt: null, unblindedAt: null };
  const where: Prisma.StatementWhereInput = {
    deletedAt: null,
    effects: { some: { outcome: "asked", settledAt: null } },
    OR: [
      { assignment: { userId: actor.userId, kind: "annotation", document: { projectId: { in: projectIds } } } },
      { assignment: { kind: "adjudication", document: { projectId: { in: reviewed }, assignments: { none: blind } } } },
    ],
  };
  const rows = await readStatementRows(db, where);
  if (rows.length === 0) return { items: [] };
  const asked = await db.codebookEffect.findMany({
    where: { outcome: "asked", settledAt: null, statement: where },
    include: { codebook: { select: { version: true, projectId: true } } },
    orderBy: { createdAt: "asc" },
  });
  const codebooks = new Map<string, Codebook>();
  for (const projectId of new Set(asked.map(({ codebook }) => codebook.projectId))) {
    codebooks.set(projectId, (await currentCodebook(db, projectId)).content);
  }
  const assignments = await db.assignment.findMany({
    where: { statements: { some: where } },
    select: {
      id: true,
      kind: true,
      state: true,
      document: { select: { id: true, title: true, language: true, position: true } },
    },
  });
  const assignmentOf = new Map(assignments.map((one) => [one.id, one]));
  const statementOf = new Map(rows.map((row) => [row.id, toStatement(row)]));
  const items = asked.flatMap((effect): (Recheck & { position: number })[] => {
    const statement = statementOf.get(effect.statementId);
    const assignment = statement && assignmentOf.get(statement.assignmentId);
    const codebook = codebooks.get(effect.codebook.projectId);
    if (!statement || !assignment || !codebook) return [];
    const causes = (effect.causes as unknown as Effect[]).filter((cause) => concerns(cause, codebook, statement));
    if (causes.length === 0) return [];
    const { id: documentId, title, language, position } = assignment.document;
    return [
      {
        ...{ id: effect.id, statementId: statement.id, documentId, title, language, position },
        quote: quoteOf(statement),
        assignmentId: assignment.kind === "annotation" ? assignment.id : null,
        submitted: assignment.state === "submitted",
        version: effect.codebook.version,
        causes: causes.map(({ words }) => words),
        start: Math.min(...statement.spans.filter(({ role }) => role === "content").map(({ start }) => start)),
      },
    ];
  });
  items.sort(
    (a, b) =>
      a.position - b.position ||
      (a.documentId < b.documentId ? -1 : 1) * Number(a.documentId !== b.documentId) ||
      a.start - b.start,
  );
  return { items: items.map(({ position: _position, ...item }) => item) };
}
