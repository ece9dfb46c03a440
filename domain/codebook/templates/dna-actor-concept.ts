import { Codebook } from "../codebook";
import { roles } from "./default-codebook/roles";
import { speaker } from "./default-codebook/speaker";

/**
 * Discourse network analysis: an actor of an organisation agrees or disagrees with a concept. The actor is the speaker with
 * its organisation in the registry, the concept a target, agreement the value of the stance: one statement, one concept or more.
 */
export const dnaActorConcept: Codebook = Codebook.parse({
  name: "Actors and concepts (DNA)",
  guidelines: `## What to code

A passage in which an **actor** makes a claim about a **concept**: a demand, a policy, an argument in the debate.

1. Mark the passage as content.
2. Choose the actor as the speaker. The organisation belongs to the actor in the registry, not to the statement.
3. Choose the concept as the target, and whether the actor **agrees** or **disagrees** with it.

## Rules

- Word concepts so that one can agree or disagree: *The ferry should be public*, not *The ferry*.
- One actor, one passage, two concepts: one statement with two targets.
- The outlet's own voice is no actor.
- Code each claim once for an article, where it is said most clearly.`,
  roles: roles.map((role) => (role.key === "cue" || role.key === "source" ? { ...role, enabled: false } : role)),
  fields: [
    {
      key: "claim",
      label: "Kind of claim",
      definition: "What the actor does with the concept.",
      type: "single",
      measure: "nominal",
      required: false,
      enabled: true,
      values: [
        {
          key: "demand",
          label: "Demand",
          definition: "Says what ought to be done.",
          example: "“Make the ferry public,” the union said.",
        },
        {
          key: "argument",
          label: "Argument",
          definition: "Gives a reason for or against it.",
          example: "A public ferry would cost less, the union said.",
        },
        {
          key: "action",
          label: "Action",
          definition: "Does something for or against it that is meant to be seen.",
          example: "The union handed over 4,000 signatures.",
        },
      ],
    },
  ],
  stance: {
    label: "Agreement",
    definition:
      "Whether the actor agrees with the concept as it is worded. Decide by what the actor says in this passage.",
    measure: "nominal",
    targets: "proposable",
    values: [
      {
        key: "agree",
        label: "Agrees",
        definition: "The actor is for what the concept says.",
        example: "The union wants a public ferry. (concept: The ferry should be public)",
        colour: "blue",
        shortcut: "1",
        score: 1,
      },
      {
        key: "disagree",
        label: "Disagrees",
        definition: "The actor is against what the concept says.",
        example: "The shipowners warn against a public ferry. (concept: The ferry should be public)",
        colour: "red",
        shortcut: "2",
        score: -1,
      },
    ],
    bases: [
      { key: "explicit", label: "Explicit", definition: "Said in so many words.", shortcut: "6" },
      { key: "inferred", label: "Inferred", definition: "Follows from what is said.", shortcut: "7" },
    ],
  },
  speaker,
  nesting: "off",
  outletVoice: "none",
  snapping: "sentence",
} satisfies Codebook);
