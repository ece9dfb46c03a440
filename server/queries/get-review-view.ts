import { unitF1 } from "@/domain/agreement/unit-f1";
import type { PairAgreement, Reading, ReviewView } from "@/domain/contract/review";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatements } from "@/server/rows/read-statements";
import { readRegistry } from "@/server/rows/registry-rows";
import { reviewSettingsOf } from "@/server/rows/review-settings-of";
import { toArticleDocument, toAssignment } from "@/server/rows/work-rows";
import { readLeases } from "./read-leases";
import { readReviewState } from "./read-readings";
import { readReviewHistory } from "./read-review-steps";
import { readShownCodebook } from "./read-shown-codebook";

/** All that the review screen needs. Errors: 404, 403, 409 own_reading_unfinished. */
export async function getReviewView(actor: Actor, documentId: string): Promise<ReviewView> {
  const db = database();
  const { project, document } = await openDocument(db, actor, documentId, "document.review");
  const codebook = await currentCodebook(db, project.id);
  const state = await readReviewState(db, project, documentId, codebook);
  const gold = await db.assignment.findFirst({ where: { documentId, kind: "adjudication" } });
  const goldStatements = gold && (await readStatements(db, [gold.id])).get(gold.id);
  return {
    document: toArticleDocument(document),
    project: { id: project.id, name: project.name },
    codebook: await readShownCodebook(db, actor, codebook),
    registry: await readRegistry(db, project.id),
    ...state,
    gold: { assignment: gold && toAssignment(gold), statements: goldStatements ?? [] },
    agreement: pairsOf(state.readings),
    reasons: reviewSettingsOf(project).reasons,
    history: await readReviewHistory(db, project, actor, documentId),
    lease: (await readLeases(db, actor, { documentId }, new Date())).get(documentId) ?? null,
  };
}

function pairsOf(readings: Reading[]): PairAgreement[] {
  return readings.flatMap((a, index) =>
    readings
      .slice(index + 1)
      .map((b) => ({ a: a.assignmentId, b: b.assignmentId, ...unitF1(a.statements, b.statements) })),
  );
}
