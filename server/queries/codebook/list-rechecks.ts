import { quoteOf } from "@/domain/codebook/quote-of";
import type { Recheck, RecheckList } from "@/domain/contract/codebook";
import { may } from "@/domain/policy";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import { BLIND, memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { readOpenEffects } from "./read-open-effects";

/**
 * Statements to look at again since a codebook changed, by article and place: the caller's own, and gold of articles whose
 * review is open to them.
 */
export async function listRechecks(actor: Actor): Promise<RecheckList> {
  const db = database();
  const own = await memberships(db, actor);
  const reviewed = own.filter(({ role }) => may("document.review", role)).map(({ project }) => project.id);
  const projectIds = own.map(({ project }) => project.id);
  const blind = { userId: actor.userId, kind: "annotation", ...BLIND };
  const where: Prisma.StatementWhereInput = {
    OR: [
      {
        assignment: {
          ...{ userId: actor.userId, kind: "annotation", withdrawnAt: null },
          document: { projectId: { in: projectIds } },
        },
      },
      { assignment: { kind: "adjudication", document: { projectId: { in: reviewed }, assignments: { none: blind } } } },
    ],
  };
  const open = await readOpenEffects(db, where);
  const assignments = await db.assignment.findMany({
    where: { id: { in: [...new Set(open.map(({ statement }) => statement.assignmentId))] } },
    select: {
      ...{ id: true, kind: true, state: true },
      document: { select: { id: true, title: true, language: true, position: true } },
    },
  });
  const assignmentOf = new Map(assignments.map((one) => [one.id, one]));
  const items = open.flatMap(({ effect, statement, causes }): (Recheck & { position: number })[] => {
    const assignment = assignmentOf.get(statement.assignmentId);
    if (!assignment) return [];
    const { id: documentId, title, language, position } = assignment.document;
    const starts = statement.spans.filter(({ role }) => role === "content").map(({ start }) => start);
    return [
      {
        ...{ id: effect.id, statementId: statement.id, documentId, title, language, position },
        quote: quoteOf(statement),
        assignmentId: assignment.kind === "annotation" ? assignment.id : null,
        submitted: assignment.state === "submitted",
        version: effect.version,
        causes: causes.map(({ words }) => words),
        start: Math.min(...starts),
      },
    ];
  });
  const byDocument = (a: Recheck, b: Recheck) =>
    a.documentId < b.documentId ? -1 : Number(a.documentId > b.documentId);
  items.sort((a, b) => a.position - b.position || byDocument(a, b) || a.start - b.start);
  return { items: items.map(({ position: _position, ...item }) => item) };
}
