import type { ProposalEntry, ProposalPreview, ProposalQuery } from "@/domain/contract/proposals";
import { spansInRole } from "@/domain/text/spans";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { readRegistry } from "@/server/rows/registry-rows";
import { toDocumentSummary } from "@/server/rows/work-rows";
import { proposeRulings, refuseUnnamed } from "./propose-rulings";
import { readLeases } from "./read-leases";
import { readModelLabels } from "./read-model-labels";
import { readQueueFacts } from "./read-queue-facts";
import { readReviewStates } from "./read-review-states";

const EXAMPLES = 3;

/** What a strategy would settle in a project; nothing is changed. Errors: 404, 403 also names_hidden, 422. */
export async function previewProposals(
  actor: Actor,
  projectId: string,
  query: ProposalQuery,
  now: Date,
): Promise<ProposalPreview> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "review.list");
  const { open, rowOf, codebook, settings } = await readQueueFacts(actor, project);
  refuseUnnamed(query, settings);
  const leases = await readLeases(db, actor, { document: { projectId } }, now);
  const registry = await readRegistry(db, projectId);
  const states = readReviewStates(
    project,
    codebook,
    open.filter(({ id, clusters }) => leases.get(id)?.own !== false && clusters.some(({ settled }) => !settled)),
  );
  const models = query.strategy === "model" ? await readModelLabels(project, codebook) : undefined;
  const entries: ProposalEntry[] = [];
  let leaves = 0;
  let leased = 0;
  for (const { id, clusters } of open) {
    if (leases.get(id)?.own === false && clusters.some(({ settled }) => !settled)) leased += 1;
  }
  for await (const { id, text, state } of states) {
    const row = rowOf.get(id);
    if (!row) continue;
    const { proposed, leaves: left, fingerprint } = proposeRulings({ text, state, codebook, registry, models }, query);
    leaves += left;
    if (proposed.length === 0) continue;
    entries.push({
      document: toDocumentSummary(row),
      settles: proposed.length,
      leaves: left,
      examples: proposed.slice(0, EXAMPLES).map(({ members, proposal }) => ({
        statementId: members[0]?.id ?? "",
        quote: spansInRole(members[0]?.spans ?? [], "content")[0]?.quote.slice(0, 240) ?? "",
        decision: proposal.decision,
      })),
      fingerprint,
    });
  }
  const annotators = settings.names === "hidden" ? [] : open.flatMap((one) => Object.values(one.annotators));
  return {
    entries,
    settles: entries.reduce((sum, { settles }) => sum + settles, 0),
    leaves,
    leased,
    annotators: [...new Set(annotators)].sort(),
  };
}
