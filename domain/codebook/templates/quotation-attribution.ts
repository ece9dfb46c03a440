import { Codebook } from "../codebook";
import { roles } from "./default-codebook/roles";
import { speaker } from "./default-codebook/speaker";

/** Who is quoted: every passage in quotation marks that renders somebody's words, its cue, and its speaker. */
export const quotationAttribution: Codebook = Codebook.parse({
  name: "Quotation attribution",
  guidelines: `## What to code

Every passage in quotation marks that renders what somebody said or wrote, and who that is.

- Mark the words **with** their quotation marks. A quotation that the cue interrupts is one statement with two pieces; one that
  goes on in the next paragraph is one statement too.
- Choose who says it from the registry, also where the article only says *he* or *the spokesman*. Where it cannot be told, choose
  *Unknown speaker*.
- Titles, names and so-called *scare quotes* are nobody's words: leave them out.`,
  roles: roles.map((role) => (role.key === "content" ? { ...role, label: "Quotation" } : role)),
  fields: [
    {
      key: "mention",
      label: "How the speaker is named",
      definition: "What the nearest mention of the speaker is.",
      type: "single",
      measure: "nominal",
      required: true,
      enabled: true,
      values: [
        {
          key: "name",
          label: "Name",
          definition: "A name, also a part of it.",
          example: "“It is over,” Brekke said.",
          shortcut: "a",
        },
        {
          key: "description",
          label: "Description",
          definition: "A noun phrase without a name.",
          example: "“It is over,” the captain said.",
          shortcut: "d",
        },
        {
          key: "pronoun",
          label: "Pronoun",
          definition: "A pronoun.",
          example: "“It is over,” she said.",
          shortcut: "p",
        },
        {
          key: "implicit",
          label: "Implicit",
          definition: "No mention at all; it goes on from before.",
          example: "“And nobody will miss it.”",
          shortcut: "i",
        },
      ],
    },
    {
      key: "extent",
      label: "Extent",
      definition: "How much of the sentence is quoted.",
      type: "single",
      measure: "nominal",
      required: false,
      enabled: true,
      proposals: [
        { value: "whole", when: [{ subject: "quotation", is: "one_of", value: ["entire"] }] },
        { value: "fragment", when: [{ subject: "quotation", is: "one_of", value: ["partial"] }] },
      ],
      values: [
        { key: "whole", label: "Whole", definition: "A clause or more.", example: "“We sail on Friday,” Brekke said." },
        {
          key: "fragment",
          label: "Fragment",
          definition: "Some words within the article's own sentence.",
          example: "Brekke spoke of “a slow death”.",
        },
      ],
    },
  ],
  stance: {
    label: "Stance",
    definition: "Not part of who is quoted: leave it empty, or use it where the project asks for it.",
    measure: "ordinal",
    targets: "fixed",
    values: [
      {
        key: "oppose",
        label: "Oppose",
        definition: "The speaker is against the target.",
        colour: "red",
        shortcut: "1",
        score: -1,
      },
      {
        key: "neutral",
        label: "Neutral",
        definition: "The speaker takes no side.",
        colour: "slate",
        shortcut: "2",
        score: 0,
      },
      {
        key: "support",
        label: "Support",
        definition: "The speaker is for the target.",
        colour: "blue",
        shortcut: "3",
        score: 1,
      },
    ],
    bases: [{ key: "explicit", label: "Explicit", definition: "Said in so many words.", shortcut: "6" }],
  },
  speaker,
  nesting: "off",
  outletVoice: "none",
  snapping: "word",
} satisfies Codebook);
