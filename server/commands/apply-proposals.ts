import { v7 as uuid } from "uuid";
import type { ProposalsApplied, ProposalsInput } from "@/domain/contract/proposals";
import type { Strategy } from "@/domain/review/propose";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { proposeRulings, refuseUnnamed } from "@/server/queries/propose-rulings";
import { readModelLabels, type StatementModels } from "@/server/queries/read-model-labels";
import { readReviewState } from "@/server/queries/read-readings";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readRegistry } from "@/server/rows/registry-rows";
import { reviewSettingsOf } from "@/server/rows/review-settings-of";
import { performOnce } from "./perform-once";
import { refuseLeased } from "./review-lease";
import { holdReview, settle, writeRuling } from "./write-ruling";

const REASONS: Record<Strategy, string> = {
  unanimous: "By rule: all readings agree",
  majority: "By rule: the majority of readings",
  annotator: "By rule: the readings of one annotator",
  model: "By rule: a model of the annotators",
};

/**
 * Settles the clusters of a document that a strategy has a proposal for, exactly as the preview showed it. Errors: 404,
 * 403 also names_hidden, 409 leased, own_reading_unfinished or preview_changed, 422.
 */
export async function applyProposals(
  actor: Actor,
  documentId: string,
  input: ProposalsInput,
): Promise<ProposalsApplied> {
  const { operationId, batchId, strategy } = input;
  const models = strategy === "model" ? await readModels(actor, documentId) : undefined;
  const operation = {
    actor,
    operationId,
    action: "ruling.proposals_applied",
    subjectType: "document",
    subjectId: documentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document } = await openDocument(tx, actor, documentId, "document.rule");
    refuseUnnamed(input, reviewSettingsOf(project));
    const codebook = await currentCodebook(tx, project.id);
    await refuseLeased(tx, actor, documentId, now);
    await holdReview(tx, documentId, now);
    const state = await readReviewState(tx, project, documentId, codebook);
    const registry = await readRegistry(tx, project.id);
    const { proposed, fingerprint } = proposeRulings({ text: document.text, state, codebook, registry, models }, input);
    if (fingerprint !== input.fingerprint) {
      throw conflict("preview_changed", "The readings or rulings changed since the preview; look at it again.");
    }
    const batch = { id: batchId, by: strategy };
    for (const { members, proposal } of proposed) {
      const ruling = {
        id: uuid(),
        members: Object.fromEntries(members.map((member) => [member.id, member.revision])),
        decision: proposal.decision,
        provenance: proposal.gold?.provenance ?? {},
        reason: REASONS[strategy],
        gold: proposal.gold && { id: uuid(), content: proposal.gold.content },
      };
      const modelled = proposal.gold ? proposal.modelled : [];
      await writeRuling(tx, { document, codebook, actor, state, input: ruling, now, batch, modelled });
    }
    await settle(tx, project, documentId, codebook, now);
    return { project, before: null, answer: { batchId, rulings: proposed.length } };
  });
}

/** The model is of the whole project, and too much to be read while a transaction waits. */
async function readModels(actor: Actor, documentId: string): Promise<StatementModels> {
  const db = database();
  const { project } = await openDocument(db, actor, documentId, "document.rule");
  return readModelLabels(project, await currentCodebook(db, project.id));
}
