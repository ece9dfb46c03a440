import { v7 as uuid } from "uuid";
import type { AgreedAccepted, AgreedInput, Ruling } from "@/domain/contract/review";
import { contentOf } from "@/domain/statement/content";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { readReviewState } from "@/server/queries/read-readings";
import { currentCodebook } from "@/server/rows/codebook-of";
import { performOnce } from "./perform-once";
import { refuseLeased } from "./review-lease";
import { holdReview, rulingsOn, settle, writeRuling } from "./write-ruling";

/**
 * Accepts each cluster in which all finished readings agree and which has no ruling yet; an adjudicator may still rule
 * otherwise afterwards. Errors: 404, 403, 409 leased, own_reading_unfinished.
 */
export function acceptAgreed(actor: Actor, documentId: string, input: AgreedInput): Promise<AgreedAccepted> {
  const { operationId } = input;
  const operation = {
    actor,
    operationId,
    action: "ruling.agreed_accepted",
    subjectType: "document",
    subjectId: documentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document } = await openDocument(tx, actor, documentId, "document.rule");
    const codebook = await currentCodebook(tx, project.id);
    await refuseLeased(tx, actor, documentId, now);
    await holdReview(tx, documentId, now);
    const state = await readReviewState(tx, project, documentId, codebook);
    const statements = new Map(state.readings.flatMap((reading) => reading.statements.map((one) => [one.id, one])));
    const rulings: Ruling[] = [];
    const batch = { id: operationId, by: "unanimous" } as const;
    for (const cluster of state.clusters) {
      // One reading alone agrees with nobody.
      if (cluster.disagreements.length > 0 || cluster.members.length < 2) continue;
      const members = cluster.members.flatMap(({ statementId }) => statements.get(statementId) ?? []);
      const [first] = members;
      if (!first) continue;
      const ruledOn = { members: Object.fromEntries(members.map((member) => [member.id, member.revision])) };
      // One that is out of date is for a person to look at.
      if (rulingsOn(state, ruledOn).length > 0) continue;
      const ruling = {
        ...ruledOn,
        id: uuid(),
        decision: "accepted" as const,
        provenance: { all: first.id },
        reason: "",
        gold: { id: uuid(), content: contentOf(first) },
      };
      const { saved } = await writeRuling(tx, { document, codebook, actor, state, input: ruling, now, batch });
      rulings.push(saved.ruling);
    }
    await settle(tx, project, documentId, codebook, now);
    return { project, before: null, answer: { rulings } };
  });
}
