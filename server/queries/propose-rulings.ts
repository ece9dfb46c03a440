import { createHash } from "node:crypto";
import { canonicalJson } from "@/domain/canonical-json";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { ProposalQuery } from "@/domain/contract/proposals";
import type { Registry } from "@/domain/contract/registry";
import type { Cluster } from "@/domain/review/cluster";
import { modelParts } from "@/domain/review/model-parts";
import { type Proposal, propose } from "@/domain/review/propose";
import type { ReviewSettings } from "@/domain/review/review-settings";
import { checkStatement } from "@/domain/statement/check-statement";
import { contentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { forbidden, invalid } from "@/server/http-error";
import type { StatementModels } from "./read-model-labels";
import type { ReviewState } from "./read-readings";

export interface ProposedRuling {
  cluster: Cluster;
  members: Statement[];
  proposal: Proposal;
}

interface ProposalSource {
  text: string;
  state: ReviewState;
  codebook: CodebookVersion;
  registry: Registry;
  /** For `model`. */
  models?: StatementModels;
}

/**
 * What a strategy makes of the clusters of a document that nobody has ruled on, and how many it leaves open. A gold
 * statement that would not be whole is left to people.
 */
export function proposeRulings(
  { text, state, codebook, registry, models }: ProposalSource,
  { strategy, annotator }: ProposalQuery,
): { proposed: ProposedRuling[]; leaves: number; fingerprint: string } {
  const ruledOn = new Set(state.rulings.flatMap(({ memberIds }) => memberIds));
  const statements = new Map(state.readings.flatMap((reading) => reading.statements.map((one) => [one.id, one])));
  const takenFrom = state.readings.find((reading) => reading.annotator === annotator)?.assignmentId ?? null;
  const article = new DocumentText(text);
  const proposed: ProposedRuling[] = [];
  let open = 0;
  for (const cluster of state.clusters) {
    if (cluster.members.some(({ statementId }) => ruledOn.has(statementId))) continue;
    open += 1;
    const memberOf = new Map(
      cluster.members.map((member) => [member.assignmentId, statements.get(member.statementId)]),
    );
    const found = state.readings.map(({ assignmentId }) => {
      const statement = memberOf.get(assignmentId);
      return { assignmentId, statement: statement ? { id: statement.id, content: contentOf(statement) } : null };
    });
    const { disagreements } = cluster;
    const labels = models?.get(cluster.members[0]?.statementId ?? "") ?? new Map();
    const modelled = modelParts(
      found.flatMap(({ statement }) => statement ?? []),
      labels,
      codebook.content,
    );
    const proposal = propose({ found, strategy, takenFrom, disagreements, modelled }, codebook.content);
    const content = proposal?.gold?.content;
    if (!proposal) continue;
    if (content && checkStatement({ text: article, codebook: codebook.content, registry, content }).length > 0)
      continue;
    proposed.push({ cluster, members: [...memberOf.values()].filter((one) => one !== undefined), proposal });
  }
  const rests = proposed.map(({ members, proposal }) => [members.map(({ id, revision }) => [id, revision]), proposal]);
  const fingerprint = createHash("sha256")
    // Two ways of reading a statement may give its parts in another order.
    .update(canonicalJson([codebook.id, rests]))
    .digest("hex");
  return { proposed, leaves: open - proposed.length, fingerprint };
}

/** Throws 403 where the project hides whose reading it is, 422 when nobody is named to take readings from. */
export function refuseUnnamed({ strategy, annotator }: ProposalQuery, settings: ReviewSettings): void {
  if (strategy !== "annotator") return;
  if (settings.names === "hidden") {
    throw forbidden("This project hides whose reading it is, so none is taken by its annotator.", "names_hidden");
  }
  if (annotator) return;
  const errors = [{ path: "annotator", message: "Say whose readings are taken." }];
  throw invalid("The strategy is not whole.", errors, "invalid_strategy");
}
