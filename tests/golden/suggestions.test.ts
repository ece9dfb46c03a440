import { expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { findSuggestions } from "@/domain/suggest/find-suggestions";
import { loadSample } from "@/tests/bench/sample";
import { scoreSuggestions } from "@/tests/bench/score-suggestions";

// What the README says of the suggestions for the sample article may get better, not worse.
it.each([
  ["A", { content: 11, "cue, exact": 10, "source, exact": 10, speaker: 11, form: 11, target: 7 }],
  ["B", { content: 11, "cue, exact": 8, "source, exact": 8, speaker: 11, form: 10, target: 6 }],
] as const)("finds the statements of reading %s", (name, least) => {
  const { text, speakers, targets, readings } = loadSample();
  const registry = { speakers, targets };
  const suggestions = findSuggestions({ text, language: "en", registry, codebook: defaultCodebook });
  expect(suggestions.length).toBeLessThanOrEqual(11);
  const scores = scoreSuggestions(suggestions, readings[name]);
  for (const [part, found] of Object.entries(least)) {
    expect(scores.find((score) => score.name === part)?.found, part).toBeGreaterThanOrEqual(found);
  }
});
