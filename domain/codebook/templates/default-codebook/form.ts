import type { Field } from "@/domain/codebook/codebook";
import { CALLS_FOR } from "./cue-words";
import { OWN_VOICE } from "./sourcing";

/** Direct, mixed, indirect or a mere act: read off the quotation marks. */
export const form: Field = {
  key: "form",
  label: "Form",
  definition: "How the words are rendered. Quotation marks decide between direct, mixed and indirect.",
  type: "single",
  measure: "nominal",
  required: true,
  enabled: true,
  shortcut: "r",
  proposals: [
    { value: "none", when: [OWN_VOICE] },
    { value: "reported_act", when: [...CALLS_FOR, { subject: "quotation", is: "one_of", value: ["none"] }] },
    { value: "direct", when: [{ subject: "quotation", is: "one_of", value: ["entire"] }] },
    { value: "mixed", when: [{ subject: "quotation", is: "one_of", value: ["partial"] }] },
    { value: "indirect", when: [{ subject: "quotation", is: "one_of", value: ["none"] }] },
  ],
  values: [
    {
      key: "direct",
      label: "Direct",
      definition: "The content is entirely inside quotation marks.",
      example: "“The ice came early,” Brekke said.",
      shortcut: "1",
    },
    {
      key: "mixed",
      label: "Mixed",
      definition: "A paraphrase with at least one quoted fragment that is the speaker's own wording.",
      example: "Brekke said the timetable was “written by people with cars” and should be scrapped.",
      counterExample:
        "The so-called “fast lane” opened on Monday, he said. (scare quotes are not his wording: indirect)",
      shortcut: "2",
    },
    {
      key: "indirect",
      label: "Indirect",
      definition: "A paraphrase from which the proposition can be recovered.",
      example: "Brekke said that the timetable would have to change.",
      shortcut: "3",
    },
    {
      key: "reported_act",
      label: "Reported act",
      definition: "Only the act of speaking and its topic are given.",
      example: "The crews protested against the timetable. / The board called for an inquiry.",
      shortcut: "4",
    },
    {
      key: "none",
      label: "None",
      definition: "The outlet's own voice: nothing is rendered.",
      example: "The ferry sank in shallow water.",
      shortcut: "5",
    },
  ],
};
