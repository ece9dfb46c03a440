import type { LabelVote, VoteSizes } from "./label-vote";

export interface DawidSkene {
  /** By label. */
  priors: number[];
  /** By annotator: true label × chosen label. */
  confusion: number[][][];
  /** By item, by label. */
  posteriors: number[][];
  logLikelihood: number;
  iterations: number;
}

export interface DawidSkeneOptions {
  /** Pseudo-counts against posteriors that collapse to 0 or 1: 1 on the diagonal, .5 / (K - 1) beside it. Default true. */
  pseudoCounts?: boolean;
  /** Default 200. */
  iterations?: number;
}

/**
 * Whether there is enough to estimate K² error rates per annotator: at most 6 labels, at least 50 items per annotator that
 * another labelled too, and on average 3 votes an item. Otherwise there is no proposal.
 */
export function canUseDawidSkene(votes: readonly LabelVote[], { labels }: VoteSizes): boolean {
  const annotatorsOf = new Map<number, Set<number>>();
  for (const { item, annotator } of votes) {
    const known = annotatorsOf.get(item);
    if (known) known.add(annotator);
    else annotatorsOf.set(item, new Set([annotator]));
  }
  const shared = new Map<number, number>();
  for (const annotators of annotatorsOf.values()) {
    for (const annotator of annotators) {
      shared.set(annotator, (shared.get(annotator) ?? 0) + (annotators.size >= 2 ? 1 : 0));
    }
  }
  if (labels < 2 || labels > 6 || annotatorsOf.size === 0) return false;
  return [...shared.values()].every((count) => count >= 50) && votes.length / annotatorsOf.size >= 3;
}

/**
 * Dawid and Skene 1979: the true labels and each annotator's error rates by expectation and maximisation, from vote
 * shares, until the log likelihood gains less than 1e-9 per item. O(iterations · votes · labels). Every item needs a vote.
 */
export function dawidSkene(
  votes: readonly LabelVote[],
  sizes: VoteSizes,
  { pseudoCounts = true, iterations = 200 }: DawidSkeneOptions = {},
): DawidSkene {
  let posteriors = startAtShares(votes, sizes);
  let logLikelihood = Number.NEGATIVE_INFINITY;
  for (let iteration = 1; ; iteration++) {
    const { priors, confusion } = maximise(votes, sizes, posteriors, pseudoCounts);
    const next = expect(votes, sizes, priors, confusion);
    const gain = next.logLikelihood - logLikelihood;
    posteriors = next.posteriors;
    logLikelihood = next.logLikelihood;
    if (Math.abs(gain) < 1e-9 * sizes.items || iteration >= iterations) {
      return { priors, confusion, posteriors, logLikelihood, iterations: iteration };
    }
  }
}

function startAtShares(votes: readonly LabelVote[], { items, labels }: VoteSizes): number[][] {
  const shares = table(items, labels);
  for (const { item, label } of votes) addTo(shares, item, label, 1);
  return shares.map(toShares);
}

function maximise(
  votes: readonly LabelVote[],
  { items, annotators, labels }: VoteSizes,
  posteriors: readonly number[][],
  pseudoCounts: boolean,
) {
  const confusion = Array.from({ length: annotators }, () => table(labels, labels));
  for (const { item, annotator, label } of votes) {
    for (let truth = 0; truth < labels; truth++) {
      addTo(confusion[annotator] as number[][], truth, label, posteriors[item]?.[truth] as number);
    }
  }
  const beside = pseudoCounts ? 0.5 / (labels - 1) : 0;
  const on = pseudoCounts ? 1 : 0;
  return {
    priors: Array.from({ length: labels }, (_, label) => {
      return posteriors.reduce((sum, row) => sum + (row[label] as number), 0) / items;
    }),
    confusion: confusion.map((rows) =>
      rows.map((row, truth) => toShares(row.map((count, label) => count + (truth === label ? on : beside)))),
    ),
  };
}

function expect(
  votes: readonly LabelVote[],
  { items, labels }: VoteSizes,
  priors: readonly number[],
  confusion: readonly number[][][],
) {
  // Products of many rates would vanish: logarithms all the way.
  const logs = Array.from({ length: items }, () => priors.map(Math.log));
  for (const { item, annotator, label } of votes) {
    for (let truth = 0; truth < labels; truth++) {
      addTo(logs, item, truth, Math.log(confusion[annotator]?.[truth]?.[label] as number));
    }
  }
  let logLikelihood = 0;
  const posteriors = logs.map((row) => {
    const most = Math.max(...row);
    const sum = row.reduce((all, log) => all + Math.exp(log - most), 0);
    logLikelihood += most + Math.log(sum);
    return row.map((log) => Math.exp(log - most) / sum);
  });
  return { posteriors, logLikelihood };
}

function table(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

function addTo(rows: number[][], row: number, column: number, value: number): void {
  const into = rows[row] as number[];
  into[column] = (into[column] as number) + value;
}

/** Shares of the sum; equal ones when the sum is 0, which says nothing about any of them. */
function toShares(values: readonly number[]): number[] {
  const sum = values.reduce((all, value) => all + value, 0);
  return values.map((value) => (sum === 0 ? 1 / values.length : value / sum));
}
