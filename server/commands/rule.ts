import type { Ruling, RulingInput, RulingSaved } from "@/domain/contract/review";
import { clusterOfStatement, settledClusters } from "@/domain/review/settles";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { conflict, invalid } from "@/server/http-error";
import { type ReviewState, readReviewState } from "@/server/queries/read-readings";
import { currentCodebook } from "@/server/rows/codebook-of";
import { performOnce } from "./perform-once";
import { refuseLeased } from "./review-lease";
import { holdReview, rulingsOn, settle, writeRuling } from "./write-ruling";

/**
 * Rules on a cluster as the reviewer saw it. The rulings it says it replaces are withdrawn, their gold statements with
 * them. Errors: 404, 403, 409 leased, own_reading_unfinished, cluster_changed or, with the ruling there is, ruled_meanwhile, 422
 * for a gold statement that is not whole.
 */
export function rule(actor: Actor, documentId: string, input: RulingInput): Promise<RulingSaved> {
  const operation = {
    actor,
    operationId: input.operationId,
    action: "ruling.made",
    subjectType: "ruling",
    subjectId: input.id,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document } = await openDocument(tx, actor, documentId, "document.rule");
    refuseUnreasoned(input);
    const codebook = await currentCodebook(tx, project.id);
    await refuseLeased(tx, actor, documentId, now);
    await holdReview(tx, documentId, now);
    const state = await readReviewState(tx, project, documentId, codebook);
    refuseChangedCluster(state, input);
    refuseUnseenRuling(state, input);
    const { saved, replaced } = await writeRuling(tx, { document, codebook, actor, state, input, now });
    await settle(tx, project, documentId, codebook, now);
    return { project, before: { replaced }, answer: saved };
  });
}

/**
 * The cluster, or the several that are ruled on together, must still consist of these statements at these revisions: a
 * reviewer rules on what they saw.
 */
function refuseChangedCluster(state: ReviewState, { members }: RulingInput): void {
  // What all readings missed is no cluster of theirs.
  if (Object.keys(members).length === 0) return;
  const revisions = new Map(
    state.readings.flatMap((reading) => reading.statements.map((one) => [one.id, one.revision])),
  );
  const unchanged = Object.entries(members).every(([member, revision]) => revisions.get(member) === revision);
  if (unchanged && settledClusters(Object.keys(members), clusterOfStatement(state.clusters))) return;
  throw conflict(
    "cluster_changed",
    "The statements of this cluster changed meanwhile; look at them again before you rule.",
  );
}

/** A reviewer replaces a ruling only after having seen it, as it is. */
function refuseUnseenRuling(state: ReviewState, input: RulingInput): void {
  const unseen = rulingsOn(state, input).find(({ id, revision }) => input.replaces[id] !== revision);
  if (!unseen) return;
  throw conflict("ruled_meanwhile", "Somebody has ruled on this cluster meanwhile; look at that ruling first.", unseen);
}

const WITHOUT_GOLD: readonly Ruling["decision"][] = ["no_statement", "both_defensible"];
const WITH_REASON: readonly Ruling["decision"][] = ["no_statement", "edited"];

function refuseUnreasoned({ decision, gold, reason, provenance, members }: RulingInput): void {
  const errors: { path: string; message: string }[] = [];
  if (WITHOUT_GOLD.includes(decision) !== (gold === null)) {
    errors.push({ path: "gold", message: `A ruling "${decision}" ${gold ? "has no" : "needs a"} gold statement.` });
  }
  if (Object.keys(members).length === 0 && decision !== "edited") {
    errors.push({ path: "decision", message: 'What no reading has can only be "edited".' });
  }
  if (WITH_REASON.includes(decision) && reason === "")
    errors.push({ path: "reason", message: "Say why in a few words." });
  for (const [part, source] of Object.entries(provenance)) {
    if (source !== "edited" && !(source in members)) {
      errors.push({ path: `provenance.${part}`, message: 'Name a member of the cluster, or "edited".' });
    }
  }
  if (errors.length > 0) throw invalid("The ruling is not whole.", errors, "invalid_ruling");
}
