import type { Codebook } from "@/domain/codebook/codebook";

export const stance: Codebook["stance"] = {
  label: "Stance",
  definition:
    "Where the speaker stands toward a target from the project's list. Decide for the speaker: not for the outlet, not for " +
    "yourself, and never mind whether it is true. One statement may take a stance toward several targets, or toward none.",
  measure: "ordinal",
  values: [
    {
      key: "oppose",
      label: "Oppose",
      definition: "The speaker criticises, rejects, blames or warns against the target.",
      example: "Fishers called the new harbour fee “a tax on getting up early”. (target: the harbour fee)",
      colour: "red",
      shortcut: "1",
      score: -1,
    },
    {
      key: "neutral",
      label: "Neutral",
      definition: "The speaker mentions or describes the target without taking a side.",
      example: "The harbour master said the fee applies to boats over six metres. (target: the harbour fee)",
      colour: "slate",
      shortcut: "2",
      score: 0,
    },
    {
      key: "support",
      label: "Support",
      definition: "The speaker approves of, defends, demands or claims merit for the target.",
      example: "“The fee will pay for a lifeboat at last,” said councillor Ewa Lind. (target: the harbour fee)",
      colour: "blue",
      shortcut: "3",
      score: 1,
    },
    {
      key: "mixed",
      label: "Mixed",
      definition: "The speaker takes both sides within this one statement.",
      example: "The boat club said the fee was fair for yachts but “ruinous for rowers”. (target: the harbour fee)",
      colour: "violet",
      shortcut: "4",
      score: null,
    },
    {
      key: "unclear",
      label: "Unclear",
      definition: "The speaker seems to take a side, but the article does not let a reader tell which.",
      example: "Asked about the fee, the mayor answered that “everything has its price”. (target: the harbour fee)",
      colour: "amber",
      shortcut: "5",
      score: null,
    },
  ],
  bases: [
    {
      key: "explicit",
      label: "Explicit",
      definition: "Said in so many words.",
      example: "“We are against the fee,” the association wrote.",
      shortcut: "6",
    },
    {
      key: "inferred",
      label: "Inferred",
      definition:
        "Follows from loaded wording, or from the stance to something else. Only what a reader infers from this article " +
        "without outside knowledge.",
      example: "The association said the council had “reached into empty nets”. (target: the harbour fee)",
      shortcut: "7",
    },
  ],
  targets: "proposable",
};
