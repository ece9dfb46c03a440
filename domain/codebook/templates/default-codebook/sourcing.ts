import type { Field, FieldCondition } from "@/domain/codebook/codebook";

/** The article speaks itself: the chain holds the outlet alone. */
export const OWN_VOICE: FieldCondition = { subject: "depth", is: "at_most", value: 0 };

const speakerIs = (...kinds: string[]): FieldCondition => ({ subject: "speaker_kind", is: "one_of", value: kinds });
const NAMED: FieldCondition = { subject: "speaker_named", is: "set" };

const DEFINITION =
  "How the article says it knows. Look at the immediate source as mentioned in this sentence, resolved inside the article. " +
  "A person or body in the sentence beats its document. When two values fit, take the one the cue attaches to; for a relayed " +
  "statement take the original speaker's value and put the relayer into the chain.";

export const sourcing: Field = {
  key: "sourcing",
  label: "Sourcing",
  definition: DEFINITION,
  type: "single",
  measure: "nominal",
  required: true,
  enabled: true,
  proposals: [
    { value: "unattributed", when: [OWN_VOICE] },
    { value: "document", when: [{ subject: "source_kind", is: "one_of", value: ["document"] }] },
    { value: "named_person", when: [speakerIs("person"), NAMED] },
    { value: "named_institution", when: [speakerIs("organisation", "place_metonym"), NAMED] },
    { value: "unnamed_described", when: [speakerIs("group")] },
    { value: "document", when: [speakerIs("document")] },
    { value: "other_media", when: [speakerIs("outlet")] },
  ],
  values: [
    {
      key: "named_person",
      label: "Named person",
      definition: "The statement is attributed to a person whose name is given somewhere in the article.",
      example: "“Nobody asked the ferry crews,” said Tomas Brekke, who steers one.",
      counterExample: "“Nobody asked us,” said a ferry pilot. (never named: described, not named)",
      colour: "blue",
      shortcut: "p",
    },
    {
      key: "named_institution",
      label: "Named institution",
      definition:
        "It is attributed to a named organisation, office or body speaking as such, with no individual named.",
      example: "The Harbour Board of Tveit said the quay would reopen in May.",
      colour: "sky",
      shortcut: "i",
    },
    {
      key: "unnamed_described",
      label: "Unnamed, described",
      definition: "It is attributed to a person or group not named but described by position, relation or place.",
      example: "An engineer close to the project said the pillars had cracked twice.",
      colour: "amber",
      shortcut: "d",
    },
    {
      key: "unnamed_bare",
      label: "Unnamed, bare",
      definition: "It is attributed to someone with no usable description, or to nobody in particular.",
      example: "The owner is said to have left the country. / Sources expect a third round of talks.",
      colour: "orange",
      shortcut: "b",
    },
    {
      key: "document",
      label: "Document",
      definition: "It is attributed to a text, record, law, dataset or poll as such, with no agent in the sentence.",
      example: "The audit report lists four unpaid invoices.",
      counterExample: "The audit office lists four unpaid invoices in its report. (the office is in the sentence)",
      colour: "violet",
      shortcut: "t",
    },
    {
      key: "other_media",
      label: "Other media",
      definition: "It is attributed to another news outlet or agency as the reporter of it.",
      example: "The shipyard will close in autumn, the weekly Kystposten reported.",
      colour: "pink",
      shortcut: "o",
    },
    {
      key: "firsthand",
      label: "First-hand",
      definition: "The outlet says that its own reporter saw, heard or measured it.",
      example: "Our reporter found the gate locked at seven in the morning.",
      colour: "green",
      shortcut: "f",
    },
    {
      key: "unattributed",
      label: "Unattributed",
      definition: "The article asserts it in its own voice, with no source at all.",
      example: "The bridge was closed on Sunday after a barge struck it.",
      colour: "slate",
      shortcut: "a",
    },
  ],
};
