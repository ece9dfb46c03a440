import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canUseDawidSkene, dawidSkene } from "@/domain/agreement/dawid-skene";
import { confidenceOf, type LabelVote } from "@/domain/agreement/label-vote";
import { mace } from "@/domain/agreement/mace";
import { majorityVote, voteShares } from "@/domain/agreement/majority";

type Name = string | number;
interface Dataset {
  ratings: [Name, Name, Name][];
  classes: Name[];
}
interface Case<Expected> {
  id: string;
  measure: string;
  data: string;
  expected: Expected;
  tolerance: number;
  params?: { method: "vb" | "em"; iterations: number };
}

const { datasets, cases }: { datasets: Record<string, Dataset>; cases: Case<unknown>[] } = JSON.parse(
  readFileSync(new URL("./agreement.json", import.meta.url), "utf8"),
);
const casesOf = <Expected>(measure: string) => cases.filter((one) => one.measure === measure) as Case<Expected>[];

function votesOf(name: string) {
  const { ratings, classes } = datasets[name] as Dataset;
  const items = [...new Set(ratings.map(([item]) => item))];
  const annotators = [...new Set(ratings.map(([, annotator]) => annotator))];
  const votes = ratings.map(
    ([item, annotator, label]): LabelVote => ({
      item: items.indexOf(item),
      annotator: annotators.indexOf(annotator),
      label: classes.indexOf(label),
    }),
  );
  const sizes = { items: items.length, annotators: annotators.length, labels: classes.length };
  return { votes, sizes, items, annotators, classes };
}

const near = (found: number | undefined, wanted: number, tolerance: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThanOrEqual(tolerance);

describe("reference values of proposed labels", () => {
  const labelsOf = (name: string, item: Name) =>
    (datasets[name] as Dataset).ratings.flatMap(([one, , label]) => (one === item ? [String(label)] : []));

  it.each(casesOf<Record<string, string[]>>("majority_vote"))("$id", ({ data, expected }) => {
    for (const [item, leaders] of Object.entries(expected)) {
      const majority = majorityVote(labelsOf(data, item));
      expect(majority.leaders).toEqual(leaders);
      expect(majority.label).toBe(leaders.length === 1 ? leaders[0] : null);
    }
  });

  it.each(casesOf<Record<string, Record<string, number>>>("vote_shares"))("$id", ({ data, expected }) => {
    for (const [item, shares] of Object.entries(expected)) {
      expect(Object.fromEntries(voteShares(majorityVote(labelsOf(data, item))))).toEqual(shares);
    }
  });

  it.each(casesOf<number[]>("dawid_skene_priors"))("$id", ({ data, expected, tolerance }) => {
    const { votes, sizes } = votesOf(data);
    const { priors } = dawidSkene(votes, sizes, { pseudoCounts: false });
    for (const [label, prior] of expected.entries()) near(priors[label], prior, tolerance);
  });

  it.each(casesOf<Record<string, number[][]>>("dawid_skene_confusion"))("$id", ({ data, expected, tolerance }) => {
    const { votes, sizes, annotators } = votesOf(data);
    const { confusion } = dawidSkene(votes, sizes, { pseudoCounts: false });
    for (const [annotator, rows] of Object.entries(expected)) {
      const own = confusion[annotators.indexOf(annotator)];
      for (const [truth, row] of rows.entries()) {
        for (const [label, rate] of row.entries()) near(own?.[truth]?.[label], rate, tolerance);
      }
    }
  });

  it.each(casesOf<Record<string, number[]>>("dawid_skene_posterior"))("$id", ({ data, expected, tolerance }) => {
    const { votes, sizes, items } = votesOf(data);
    const { posteriors } = dawidSkene(votes, sizes, { pseudoCounts: false });
    for (const [item, row] of Object.entries(expected)) {
      for (const [label, share] of row.entries()) {
        near(posteriors[items.findIndex((one) => String(one) === item)]?.[label], share, tolerance);
      }
    }
  });

  it.each(casesOf<number>("dawid_skene_loglik"))("$id", ({ data, expected, tolerance }) => {
    const { votes, sizes } = votesOf(data);
    near(dawidSkene(votes, sizes, { pseudoCounts: false }).logLikelihood, expected, tolerance);
  });

  it.each(casesOf<Record<string, string>>("dawid_skene_labels"))("$id", ({ data, expected }) => {
    const { votes, sizes, items, classes } = votesOf(data);
    const { posteriors } = dawidSkene(votes, sizes, { pseudoCounts: false });
    for (const [item, label] of Object.entries(expected)) {
      const row = posteriors[items.indexOf(item)] as number[];
      expect(classes[row.indexOf(Math.max(...row))]).toBe(label);
    }
    // 24 votes cannot carry five tables of error rates: with pseudo-counts nothing is 100 % sure, and it is not offered.
    const careful = dawidSkene(votes, sizes).posteriors;
    expect(Math.max(...careful.flat())).toBeLessThan(0.9999);
    expect(canUseDawidSkene(votes, sizes)).toBe(false);
  });

  type Expected = { posterior_yes: Record<string, number>; competence: Record<string, number> };
  it.each(casesOf<Expected>("mace"))("$id, whatever the order of votes", ({ data, expected, tolerance, params }) => {
    const { votes, sizes, items, annotators, classes } = votesOf(data);
    for (const order of [votes, [...votes].reverse()]) {
      const { posteriors, competence } = mace(order, sizes, params);
      for (const [item, share] of Object.entries(expected.posterior_yes)) {
        near(posteriors[items.indexOf(item)]?.get(classes.indexOf("yes")) ?? 0, share, tolerance);
      }
      for (const [annotator, wanted] of Object.entries(expected.competence)) {
        near(competence[annotators.indexOf(annotator)], wanted, tolerance);
      }
    }
  });

  it("bins confidence", () => {
    expect([1, 0.95, 0.94, 0.8, 0.79].map(confidenceOf)).toEqual(["strong", "strong", "likely", "likely", "check"]);
  });
});
