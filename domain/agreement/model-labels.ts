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
 * What a model proposes for an attribute, by unit of each document and in the same order; null where fewer than three
 * labelled it. Dawid and Skene where its conditions hold, else MACE with at least 20 shared units of each annotator, else
 * nothing.
 */
export function modelLabels(
  statistics: readonly DocumentStatistics[],
  { key, values }: Attribute,
): (ModelLabel | null)[][] {
  const annotators = new Map<string, number>();
  const labels = new Map<string, number>();
  const indexIn = (known: Map<string, number>, name: string) => {
    const index = known.get(name) ?? known.size;
    known.set(name, index);
    return index;
  };
  for (const value of values) indexIn(labels, value);
  const votes: LabelVote[] = [];
  const itemOf = statistics.map((document) => {
    const own = document.attributes[key];
    const width = document.annotators.length;
    return document.units.map((_, unit) => {
      const item = votes.at(-1)?.item ?? -1;
      const before = votes.length;
      for (const [column, annotator] of document.annotators.entries()) {
        const label = own?.labels[own.ratings[unit * width + column] ?? -1];
        if (label === undefined) continue;
        votes.push({ item: item + 1, annotator: indexIn(annotators, annotator), label: indexIn(labels, label) });
      }
      const count = votes.length - before;
      return count === 0 ? null : { item: item + 1, count };
    });
  });
  const sizes = { items: (votes.at(-1)?.item ?? -1) + 1, annotators: annotators.size, labels: labels.size };
  const names = [...labels.keys()];
  const propose = chooseModel(votes, sizes);
  return itemOf.map((units) =>
    units.map((unit): ModelLabel | null => {
      if (propose === null || unit === null || unit.count < LEAST_VOTES) return null;
      const { label, probability, model } = propose(unit.item);
      return { label: names[label] as string, probability, confidence: confidenceOf(probability), model };
    }),
  );
}

type Proposer = (item: number) => { label: number; probability: number; model: ModelLabel["model"] };

function chooseModel(votes: readonly LabelVote[], sizes: VoteSizes): Proposer | null {
  if (canUseDawidSkene(votes, sizes)) {
    const { posteriors } = dawidSkene(votes, sizes);
    return (item) => ({ ...likeliest([...(posteriors[item] as number[]).entries()]), model: "dawid_skene" });
  }
  if (!hasShared(votes)) return null;
  const { posteriors } = mace(votes, sizes);
  return (item) => ({ ...likeliest([...(posteriors[item] as Map<number, number>)]), model: "mace" });
}

function likeliest(shares: readonly (readonly [number, number])[]): { label: number; probability: number } {
  return shares.reduce(
    (best, [label, probability]) => (probability > best.probability ? { label, probability } : best),
    { label: shares[0]?.[0] ?? 0, probability: 0 },
  );
}

/** Whether each annotator has labelled enough that others labelled too. */
function hasShared(votes: readonly LabelVote[]): boolean {
  const count = new Map<number, number>();
  for (const { item } of votes) count.set(item, (count.get(item) ?? 0) + 1);
  const shared = new Map<number, number>();
  for (const { item, annotator } of votes) {
    shared.set(annotator, (shared.get(annotator) ?? 0) + ((count.get(item) as number) > 1 ? 1 : 0));
  }
  return shared.size >= LEAST_VOTES && [...shared.values()].every((one) => one >= LEAST_SHARED);
}
