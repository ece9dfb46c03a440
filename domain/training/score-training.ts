import type { Codebook } from "@/domain/codebook/codebook";
import { type GoldPair, trainedParts } from "./compare-with-gold";

/** Values of all measures of a training pass, 0 to 1, by key. */
export type TrainingScore = Record<string, number>;

/** The measures that a project can choose from, with what people call them. */
export function trainingMeasures(codebook: Codebook): { key: string; label: string }[] {
  return [
    { key: "whole", label: "Statements found and coded as in gold" },
    { key: "found", label: "Statements found" },
    { key: "answers", label: "All answers about the statements found" },
    ...trainedParts(codebook).map(({ part, label }) => ({ key: `part:${part}`, label: `${label}, where found` })),
  ];
}

/**
 * How near a training pass came to gold. `found`: F1 of the statements. `whole`: the same, where a statement that was found
 * counts as the share of its answers that are gold's. `answers` and `part:…`: the share of answers that are gold's among
 * statements that both have; 0 where they have none in common. Nothing marked where gold has nothing is 1 in all of them.
 */
export function scoreTraining(pairs: readonly GoldPair[], codebook: Codebook): TrainingScore {
  const both = pairs.filter(({ own, gold }) => own && gold);
  const all = pairs.length + both.length;
  const none = pairs.length === 0 ? 1 : 0;
  const shareOf = (answers: GoldPair["answers"], empty: number) =>
    answers.length === 0 ? empty : answers.filter(({ isSame }) => isSame).length / answers.length;
  const coded = both.reduce((sum, { answers }) => sum + shareOf(answers, 1), 0);
  // What nobody was asked could not go wrong.
  const missing = both.length === 0 ? none : 1;
  const answersTo = (wanted: string | null) =>
    both.flatMap(({ answers }) => answers.filter(({ part }) => wanted === null || part === wanted));
  return {
    whole: all === 0 ? none : (2 * coded) / all,
    found: all === 0 ? none : (2 * both.length) / all,
    answers: shareOf(answersTo(null), missing),
    ...Object.fromEntries(
      trainedParts(codebook).map(({ part }) => [`part:${part}`, shareOf(answersTo(part), missing)]),
    ),
  };
}
