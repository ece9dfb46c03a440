import type { Cluster, Disagreement } from "./cluster";
import type { ReviewWeights } from "./review-settings";

/** What a cluster is put in the queue for. */
export type Ground = keyof ReviewWeights;

/** Whether in some disagreement two answers are as common as each other, or the commonest has less than two thirds. */
export interface Leads {
  tied: boolean;
  thin: boolean;
}

/** What weighing needs of a cluster. */
export interface WeighedCluster extends Pick<Cluster, "disagreements"> {
  /** Whether a member is marked unsure. */
  unsure: boolean;
  /** Where they are known already. */
  leads?: Leads;
}

/** The kind a disagreement counts as: the field "sourcing" is one of its own. */
export function groundOf({ kind, subject }: Pick<Disagreement, "kind" | "subject">): Ground {
  return kind === "field" && subject === "sourcing" ? "sourcing" : kind;
}

/** The grounds of a cluster, each once, in the order of `ReviewWeights`. */
export function listGrounds({ disagreements, unsure, leads = findLeads(disagreements) }: WeighedCluster): Ground[] {
  const grounds = new Set<Ground>(disagreements.map(groundOf));
  if (leads.tied) grounds.add("tie");
  if (unsure) grounds.add("unsure");
  if (leads.thin) grounds.add("lowConfidence");
  return ORDER.filter((ground) => grounds.has(ground));
}

/** The sum of the weights of a cluster's grounds; 0 where all agree and are sure. */
export function weighCluster(cluster: WeighedCluster, weights: ReviewWeights): number {
  return listGrounds(cluster).reduce((sum, ground) => sum + weights[ground], 0);
}

const ORDER: readonly Ground[] = [
  "missing",
  "speaker",
  "stance",
  "sourcing",
  "field",
  "boundary",
  "tie",
  "unsure",
  "lowConfidence",
];

export function findLeads(disagreements: Cluster["disagreements"]): Leads {
  const leads = disagreements.map(leadOf);
  // A tie says so already.
  return { tied: leads.some(({ tied }) => tied), thin: leads.some(({ tied, share }) => !tied && share < 2 / 3) };
}

/** How many of the readings give the commonest answer, and whether another one is as common. */
function leadOf({ answers }: Disagreement): { share: number; tied: boolean } {
  const counts = new Map<string | null, number>();
  for (const answer of Object.values(answers)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const [first = 0, second = 0] = [...counts.values()].sort((a, b) => b - a);
  const all = Object.keys(answers).length;
  return { share: all === 0 ? 1 : first / all, tied: first > 0 && first === second };
}
