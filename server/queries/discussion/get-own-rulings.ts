import type { OwnRuling, OwnRulings } from "@/domain/contract/discussion";
import { outcomeOf } from "@/domain/review/own-outcome";
import { contentOf } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type * as rows from "@/prisma/generated/sqlite/client";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatements } from "@/server/rows/read-statements";
import { readRegistry } from "@/server/rows/registry-rows";
import { toAssignment, toDocumentSummary } from "@/server/rows/work-rows";
import { type ReviewState, readReviewState, settledIds } from "../read-readings";
import { readShownCodebook } from "../read-shown-codebook";

/**
 * How each of the caller's own statements was ruled: nothing of whose the other readings are, or what they say. Errors:
 * 404 also for somebody else's reading, 409 own_reading_unfinished, 409 not_settled.
 */
export async function getOwnRulings(actor: Actor, assignmentId: string): Promise<OwnRulings> {
  const db = database();
  const opening = await openAssignment(db, actor, assignmentId, "ruling.readOwn");
  const { project, document, assignment } = opening;
  const codebook = await currentCodebook(db, project.id);
  const state = await readSettledReview(db, opening);
  const gold = await readGold(db, document.id);
  const answers = await db.comment.findMany({ where: { authorId: actor.userId, rulingId: { not: null } } });
  const answerTo = new Map(answers.map((row) => [row.rulingId, toAnswer(row)]));
  const own = state.readings.find((reading) => reading.assignmentId === assignment.id);
  return {
    document: toDocumentSummary(document),
    project: { id: project.id, name: project.name },
    codebook: await readShownCodebook(db, actor, codebook),
    registry: await readRegistry(db, project.id),
    rulings: (own?.statements ?? []).flatMap((statement): OwnRuling[] => {
      const ruling = state.rulings.find(({ memberIds }) => memberIds.includes(statement.id));
      if (!ruling) return [];
      const settled = { decision: ruling.decision, gold: gold.get(ruling.goldStatementId ?? "") ?? null };
      return [
        {
          rulingId: ruling.id,
          statementId: statement.id,
          at: ruling.updatedAt,
          outcome: outcomeOf(statement, settled, codebook.content),
          reason: ruling.reason,
          own: contentOf(statement),
          gold: settled.gold,
          answer: answerTo.get(ruling.id) ?? null,
        },
      ];
    }),
  };
}

/** The review of the document of somebody's finished reading. Throws 409 while either is unfinished. */
export async function readSettledReview(
  tx: Tx,
  { project, document, assignment }: { project: rows.Project; document: rows.Document; assignment: rows.Assignment },
): Promise<ReviewState> {
  if (assignment.state !== "submitted") {
    throw conflict(
      "own_reading_unfinished",
      "Your reading of this article is not finished; submit it, and see here how it was ruled once the article is settled.",
      [toAssignment(assignment)],
    );
  }
  const state = await readReviewState(tx, project, document.id, await currentCodebook(tx, project.id));
  const settled = settledIds(state);
  if (state.clusters.every(({ id }) => settled.has(id))) return state;
  throw conflict(
    "not_settled",
    "The review of this article is not finished. How your statements were ruled is here as soon as it is.",
  );
}

/** Gold statements by id, without what reviewers and annotators noted for themselves. */
async function readGold(tx: Tx, documentId: string): Promise<Map<string, StatementContent>> {
  const assignment = await tx.assignment.findFirst({ where: { documentId, kind: "adjudication" } });
  const statements = assignment ? ((await readStatements(tx, [assignment.id])).get(assignment.id) ?? []) : [];
  return new Map(
    statements.map((statement) => {
      const { unsureComment: _theirs, ...content } = contentOf(statement);
      return [statement.id, { ...content, confidence: "sure", note: "", parentId: null, sameClaimAsId: null }];
    }),
  );
}

export function toAnswer(row: Pick<rows.Comment, "id" | "text" | "createdAt" | "resolvedAt">) {
  const { id, text, createdAt, resolvedAt } = row;
  return { id, text, at: createdAt.toISOString(), closedAt: resolvedAt?.toISOString() ?? null };
}
