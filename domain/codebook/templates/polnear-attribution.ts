import { Codebook } from "../codebook";
import { roles } from "./default-codebook/roles";
import { speaker } from "./default-codebook/speaker";

/**
 * Attribution as PolNeAR and PARC 3 mark it: who is made to say what by which words, each in its span, and nothing judged
 * beyond that. Stance is there because every codebook has one; leave it empty.
 */
export const polnearAttribution: Codebook = Codebook.parse({
  name: "Attribution (PolNeAR style)",
  guidelines: `## What is an attribution

Words that the article makes somebody say, write, think, believe or intend: **content**, given to a **source** by a **cue**.
Mark all that belongs to each, and nothing else.

## Content

- Everything that is attributed, including *that* or *to* and the quotation marks.
- Two pieces around the cue are one content: mark the first, then add the second.
- A new cue, or a new source, begins a new attribution. An attribution may stand inside the content of another.

## Cue

- The words that say that somebody says: the verb with its auxiliaries, *according to*, *in a statement*.

## Source

- The whole noun phrase with its description, also a pronoun. Nothing where the article names nobody.`,
  roles: roles.map((role) => {
    if (role.key === "cue") return { ...role, min: 1, max: null };
    return role.key === "target" ? { ...role, shortcut: undefined } : role;
  }),
  fields: [
    {
      key: "quoting",
      label: "Quoting",
      definition: "Whether the content stands in quotation marks.",
      type: "single",
      measure: "nominal",
      required: true,
      enabled: true,
      proposals: [
        { value: "direct", when: [{ subject: "quotation", is: "one_of", value: ["entire"] }] },
        { value: "mixed", when: [{ subject: "quotation", is: "one_of", value: ["partial"] }] },
        { value: "indirect", when: [{ subject: "quotation", is: "one_of", value: ["none"] }] },
      ],
      values: [
        {
          key: "direct",
          label: "Direct",
          definition: "All of it is in quotation marks.",
          example: "“We sail on Friday,” Brekke said.",
          shortcut: "d",
        },
        {
          key: "mixed",
          label: "Mixed",
          definition: "Some of it is.",
          example: "Brekke called the plan “too late”.",
          shortcut: "p",
        },
        {
          key: "indirect",
          label: "Indirect",
          definition: "None of it is.",
          example: "Brekke said they would sail on Friday.",
          shortcut: "i",
        },
      ],
    },
    {
      key: "attitude",
      label: "Kind of attribution",
      definition: "What the source is said to do with the content.",
      type: "single",
      measure: "nominal",
      required: false,
      enabled: true,
      values: [
        {
          key: "assertion",
          label: "Assertion",
          definition: "It is said or written to be so.",
          example: "The board said the pier was safe.",
        },
        {
          key: "belief",
          label: "Belief",
          definition: "It is thought, believed or expected.",
          example: "Brekke believes the pier is safe.",
        },
        {
          key: "fact",
          label: "Fact",
          definition: "It is known, learnt or found to be so.",
          example: "The divers found that the pier was safe.",
        },
        {
          key: "eventuality",
          label: "Eventuality",
          definition: "It is wanted, ordered, promised or planned.",
          example: "The board promised to mend the pier.",
        },
      ],
    },
  ],
  stance: {
    label: "Stance",
    definition: "Not part of attribution as such: leave it empty, or use it where the project asks for it.",
    measure: "ordinal",
    targets: "fixed",
    values: [
      {
        key: "oppose",
        label: "Oppose",
        definition: "The source is against the target.",
        colour: "red",
        shortcut: "1",
        score: -1,
      },
      {
        key: "neutral",
        label: "Neutral",
        definition: "The source takes no side.",
        colour: "slate",
        shortcut: "2",
        score: 0,
      },
      {
        key: "support",
        label: "Support",
        definition: "The source is for the target.",
        colour: "blue",
        shortcut: "3",
        score: 1,
      },
    ],
    bases: [{ key: "explicit", label: "Explicit", definition: "Said in so many words.", shortcut: "6" }],
  },
  speaker,
  nesting: "free",
  outletVoice: "none",
  snapping: "word",
} satisfies Codebook);
