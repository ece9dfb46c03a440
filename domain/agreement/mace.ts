import { digamma } from "./digamma";
import type { LabelVote, VoteSizes } from "./label-vote";

export interface Mace {
  /** By item: each label somebody chose, with its probability; what is left belongs to labels nobody chose. */
  posteriors: Map<number, number>[];
  /** By annotator: how probably a label was known rather than guessed. Private to project leads. */
  competence: number[];
}

export interface MaceOptions {
  /** Variational Bayes with priors .5 and .5 for knowing, 10 for each guess; or plain expectation and maximisation. */
  method?: "vb" | "em";
  /** Default 50. */
  iterations?: number;
}

/** EM's counts are smoothed by this, spread over labels: a rate of exactly 0 could never change again. */
const EM_SMOOTHING = 0.01;

/**
 * MACE (Hovy et al. 2013): an annotator knows the label with probability 1 - ε, else draws it from habits ξ. One rate and
 * one distribution each, so it suits many labels, such as speakers. The start is symmetric: the result is the same every
 * time and needs no restarts. O(iterations · votes · candidates); labels that nobody chose for an item share one mass.
 */
export function mace(votes: readonly LabelVote[], sizes: VoteSizes, options: MaceOptions = {}): Mace {
  const { method = "vb", iterations = 50 } = options;
  const byItem = groupByItem(votes, sizes.items);
  let guessing = Array.from({ length: sizes.annotators }, () => 0.5);
  let knowing = Array.from({ length: sizes.annotators }, () => 0.5);
  let habits = Array.from({ length: sizes.annotators }, () => new Array<number>(sizes.labels).fill(1 / sizes.labels));
  let step = expectation(byItem, sizes, { guessing, knowing, habits });
  for (let iteration = 0; iteration < iterations; iteration++) {
    const rates = step.guessed.map((guessed, annotator) =>
      normalise([guessed, step.known[annotator] as number], method, 0.5),
    );
    guessing = rates.map(([rate]) => rate as number);
    knowing = rates.map(([, rate]) => rate as number);
    habits = step.chosen.map((counts) => normalise(counts, method, 10));
    step = expectation(byItem, sizes, { guessing, knowing, habits });
  }
  return { posteriors: step.posteriors, competence: knowing };
}

interface Rates {
  guessing: readonly number[];
  knowing: readonly number[];
  habits: readonly (readonly number[])[];
}

/** Posteriors of each item's candidates, and how often each annotator is expected to have guessed, known and guessed what. */
function expectation(byItem: readonly LabelVote[][], { annotators, labels }: VoteSizes, rates: Rates) {
  const guessed = new Array<number>(annotators).fill(0);
  const known = new Array<number>(annotators).fill(0);
  const chosen = Array.from({ length: annotators }, () => new Array<number>(labels).fill(0));
  const posteriors = byItem.map((votes) => {
    const chance = votes.map(({ annotator, label }) => {
      return (rates.guessing[annotator] as number) * (rates.habits[annotator]?.[label] as number);
    });
    const candidates = [...new Set(votes.map(({ label }) => label))];
    const masses = candidates.map((candidate) =>
      votes.reduce((mass, { annotator, label }, at) => {
        return mass * ((chance[at] as number) + (label === candidate ? (rates.knowing[annotator] as number) : 0));
      }, 1),
    );
    const others = (labels - candidates.length) * chance.reduce((mass, one) => mass * one, 1);
    const all = masses.reduce((sum, mass) => sum + mass, others);
    const posterior = new Map(candidates.map((label, at) => [label, (masses[at] as number) / all]));
    for (const [at, { annotator, label }] of votes.entries()) {
      const knowing = rates.knowing[annotator] as number;
      const right = posterior.get(label) as number;
      const knew = right * (knowing / (knowing + (chance[at] as number)));
      known[annotator] = (known[annotator] as number) + knew;
      guessed[annotator] = (guessed[annotator] as number) + 1 - knew;
      const habit = chosen[annotator] as number[];
      habit[label] = (habit[label] as number) + 1 - knew;
    }
    return posterior;
  });
  return { posteriors, guessed, known, chosen };
}

function normalise(counts: readonly number[], method: "vb" | "em", prior: number): number[] {
  const added = method === "vb" ? prior : EM_SMOOTHING / counts.length;
  const sum = counts.reduce((all, count) => all + count + added, 0);
  if (method === "em") return counts.map((count) => (count + added) / sum);
  const log = digamma(sum);
  return counts.map((count) => Math.exp(digamma(count + added) - log));
}

function groupByItem(votes: readonly LabelVote[], items: number): LabelVote[][] {
  const byItem: LabelVote[][] = Array.from({ length: items }, () => []);
  for (const vote of votes) byItem[vote.item]?.push(vote);
  return byItem;
}
