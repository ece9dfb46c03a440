import type { Attribute } from "./agreement-document";
import { canUseDawidSkene, dawidSkene } from "./dawid-skene";
import type { DocumentStatistics } from "./document-statistics";
import { confidenceOf, type LabelVote, type VoteSizes } from "./label-vote";
import { mace } from "./mace";

/** A label that a model of the annotators holds for the true one; always shown with the votes. */
export interface ModelLabel {
  label: string;
  /** 0 to 1; shown as its bin. */
  probability: number;
  confidence: "strong" | "likely" | "check";
  model: "dawid_skene" | "mace";
}

/** No model can break a tie of two. */
const LEAST_VOTES = 3;
/** MACE has far fewer parameters than Dawid and Skene, who need 50 shared units of each annotator. */
const LEAST_SHARED = 20;

/**
 * What a model proposes for an attribute, by unit of each document and in the same order; null where fewer than three of
 * the annotators it knows labelled it. Dawid and Skene where their conditions hold, else MACE, which leaves out who has
 * fewer than 20 units that others labelled too.
 */
export function modelLabels(
  statistics: readonly DocumentStatistics[],
  { key, values }: Attribute,
): (ModelLabel | null)[][] {
  const annotators = new Map<string, number>();
  const labels = new Map<string, number>();
  for (const value of values) indexIn(labels, value);
  const votes: LabelVote[] = [];
  let items = 0;
  for (const document of statistics) {
    const own = document.attributes[key];
    const width = document.annotators.length;
    for (let unit = 0; unit < document.units.length; unit++, items++) {
      for (const [column, annotator] of document.annotators.entries()) {
        const label = own?.labels[own.ratings[unit * width + column] ?? -1];
        if (label === undefined) continue;
        votes.push({ item: items, annotator: indexIn(annotators, annotator), label: indexIn(labels, label) });
      }
    }
  }
  const proposals = proposeLabels(votes, { items, annotators: annotators.size, labels: labels.size });
  const names = [...labels.keys()];
  let next = 0;
  return statistics.map(({ units }) =>
    units.map((): ModelLabel | null => {
      const proposal = proposals[next++] ?? null;
      return proposal && { ...proposal, label: names[proposal.label] as string };
    }),
  );
}

type Proposal = Omit<ModelLabel, "label"> & { label: number };

/** By item. */
function proposeLabels(votes: readonly LabelVote[], sizes: VoteSizes): (Proposal | null)[] {
  if (canUseDawidSkene(votes, sizes)) {
    const known = countVotes(votes, sizes.items);
    // It knows nothing of items without votes, and must not be asked.
    const { compact, sizes: compactSizes } = withoutEmpty(votes, sizes);
    const { posteriors } = dawidSkene(compact, compactSizes);
    let at = 0;
    return known.map((count) => {
      const posterior = count === 0 ? [] : (posteriors[at++] as number[]);
      return count < LEAST_VOTES ? null : { ...likeliest([...posterior.entries()]), model: "dawid_skene" };
    });
  }
  const known = withEnoughShared(votes, sizes.items);
  const counts = countVotes(known, sizes.items);
  const { posteriors } = mace(known, sizes);
  return counts.map((count, item) => {
    return count < LEAST_VOTES ? null : { ...likeliest([...(posteriors[item] ?? [])]), model: "mace" };
  });
}

/** The same votes with items numbered without gaps, in the same order. */
function withoutEmpty(votes: readonly LabelVote[], sizes: VoteSizes) {
  const items = new Map<number, number>();
  const compact = votes.map((vote) => {
    const item = items.get(vote.item) ?? items.size;
    items.set(vote.item, item);
    return { ...vote, item };
  });
  return { compact, sizes: { ...sizes, items: items.size } };
}

/** Votes of annotators who have labelled enough items that others labelled too. */
function withEnoughShared(votes: readonly LabelVote[], items: number): LabelVote[] {
  const counts = countVotes(votes, items);
  const shared = new Map<number, number>();
  for (const { item, annotator } of votes) {
    shared.set(annotator, (shared.get(annotator) ?? 0) + ((counts[item] as number) > 1 ? 1 : 0));
  }
  return votes.filter(({ annotator }) => (shared.get(annotator) as number) >= LEAST_SHARED);
}

function countVotes(votes: readonly LabelVote[], items: number): number[] {
  const counts = new Array<number>(items).fill(0);
  for (const { item } of votes) counts[item] = (counts[item] as number) + 1;
  return counts;
}

function likeliest(shares: readonly (readonly [number, number])[]) {
  const [label, probability] = shares.reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0] as const);
  return { label, probability, confidence: confidenceOf(probability) };
}

function indexIn(known: Map<string, number>, name: string): number {
  const index = known.get(name) ?? known.size;
  known.set(name, index);
  return index;
}
