import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canUseDawidSkene, dawidSkene } from "./dawid-skene";
import type { LabelVote } from "./label-vote";
import { mace } from "./mace";
import { majorityVote, medianLevel } from "./majority";

describe("majority", () => {
  it("leaves ties open", () => {
    expect(majorityVote(["a", "b", "a", null]).label).toBe("a");
    expect(majorityVote(["b", "a"])).toMatchObject({ label: null, leaders: ["a", "b"] });
    expect(majorityVote([null])).toMatchObject({ label: null, leaders: [] });
  });

  it("of levels is the middle one, if there is one", () => {
    expect(medianLevel([2, 0, 1])).toBe(1);
    expect(medianLevel([2, 0, 2, 1])).toBeNull();
    expect(medianLevel([2, 0, 1, 1])).toBe(1);
    expect(medianLevel([])).toBeNull();
  });
});

/** Every annotator votes on every item: the truth is item modulo labels, and annotator 2 always says 0. */
function votesOf(items: number, labels: number): LabelVote[] {
  return Array.from({ length: items * 3 }, (_, at) => {
    const item = Math.floor(at / 3);
    return { item, annotator: at % 3, label: at % 3 === 2 ? 0 : item % labels };
  });
}

describe("Dawid and Skene", () => {
  it("has its conditions: few labels, fifty shared items each, three votes an item", () => {
    const can = (votes: LabelVote[], labels: number) => canUseDawidSkene(votes, { items: 1000, annotators: 4, labels });
    expect(can(votesOf(50, 3), 3)).toBe(true);
    expect(can(votesOf(49, 3), 3)).toBe(false);
    expect(can(votesOf(50, 3), 7)).toBe(false);
    expect(can([...votesOf(50, 3), { item: 60, annotator: 3, label: 0 }], 3)).toBe(false);
    expect(
      can(
        votesOf(50, 3).filter(({ annotator }) => annotator < 2),
        3,
      ),
    ).toBe(false);
    expect(can([], 3)).toBe(false);
  });

  it("learns whose votes say nothing", () => {
    const { posteriors, confusion } = dawidSkene(votesOf(60, 3), { items: 60, annotators: 3, labels: 3 });
    for (const [item, row] of posteriors.entries()) expect(row.indexOf(Math.max(...row))).toBe(item % 3);
    expect(confusion[2]?.[1]?.[0]).toBeGreaterThan(0.9);
    for (const row of posteriors) expect(row.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });
});

describe("MACE", () => {
  const vote = fc.record({ item: fc.nat(3), annotator: fc.nat(2), label: fc.nat(2) });

  it("gives labels that nobody chose a common mass, as much as each would have of its own", () => {
    fc.assert(
      fc.property(fc.array(vote, { minLength: 1, maxLength: 12 }), (votes) => {
        const { posteriors, competence } = mace(votes, { items: 4, annotators: 3, labels: 5 }, { iterations: 5 });
        for (const posterior of posteriors) {
          const sum = [...posterior.values()].reduce((all, one) => all + one, 0);
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(1 + 1e-12);
        }
        for (const rate of competence) expect(rate).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("copes with as many speakers as a project has, and tells who guesses", () => {
    const { posteriors, competence } = mace(votesOf(300, 5000), { items: 300, annotators: 3, labels: 5000 });
    expect(posteriors[7]?.get(7)).toBeGreaterThan(0.95);
    expect(competence[0]).toBeGreaterThan(0.8);
    expect(competence[2]).toBeLessThan(0.2);
  });
});
