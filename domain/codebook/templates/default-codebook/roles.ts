import type { SpanRole } from "@/domain/codebook/codebook";

export const roles: SpanRole[] = [
  {
    key: "content",
    label: "Content",
    definition:
      "What is attributed, including “that”, “whether” or “to” and any quotation marks. Leave out the final period or comma " +
      "unless it stands inside the quotation marks. Only what is clearly attributed; several fragments if the cue or " +
      "something else interrupts it.",
    min: 1,
    max: null,
    enabled: true,
    colour: "sky",
    shortcut: "c",
  },
  {
    key: "cue",
    label: "Cue",
    definition:
      "The shortest phrase that signals the attribution, with its whole verb group (“could not say”, “according to”, " +
      "“said in a speech”). One fragment, no comma. None when the article speaks in its own voice.",
    min: 0,
    max: 1,
    enabled: true,
    colour: "orange",
    shortcut: "u",
  },
  {
    key: "source",
    label: "Source",
    definition:
      "The mention of the source in this sentence, also a pronoun, with its determiner and the title or description that " +
      "identifies it. Empty when the source is only understood. One mention may serve several statements.",
    min: 0,
    max: null,
    enabled: true,
    colour: "violet",
    shortcut: "s",
  },
  {
    key: "target",
    label: "Target words",
    definition: "The words that name what the stance is about.",
    min: 0,
    max: null,
    enabled: false,
    colour: "pink",
    shortcut: "g",
  },
  {
    key: "medium",
    label: "Medium",
    definition: "The words that say through what it reached the public (“in a letter”, “on television”).",
    min: 0,
    max: 1,
    enabled: false,
    colour: "teal",
  },
  {
    key: "addressee",
    label: "Addressee",
    definition: "The words that say to whom it was said (“told the committee”: “the committee”).",
    min: 0,
    max: 1,
    enabled: false,
    colour: "slate",
  },
];
