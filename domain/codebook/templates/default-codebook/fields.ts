import type { Field } from "@/domain/codebook/codebook";
import { CALLS_FOR, cueHas } from "./cue-words";
import { form } from "./form";
import { optionalFields } from "./optional-fields";
import { OWN_VOICE, sourcing } from "./sourcing";

const anonymityStated: Field = {
  key: "anonymity_stated",
  label: "Anonymity stated",
  definition: "The article says outright that the source's name is withheld (“who asked not to be named”).",
  type: "flag",
  measure: "nominal",
  required: false,
  enabled: true,
  shortcut: "y",
  shownWhen: { subject: "sourcing", is: "one_of", value: ["unnamed_described", "unnamed_bare"] },
  values: [],
};

const channel: Field = {
  key: "channel",
  label: "Channel",
  definition: "Through what it reached the public, if the article says so.",
  type: "single",
  measure: "nominal",
  required: false,
  enabled: true,
  shortcut: "h",
  shownWhen: { subject: "depth", is: "at_least", value: 1 },
  proposals: [
    { value: "statement", when: [cueHas("statement", "message", "declaration", "speech", "briefing", "conference")] },
    { value: "document", when: [cueHas("report", "resolution", "ruling", "letter", "law", "verdict", "indictment")] },
    { value: "social_media", when: [cueHas("posted", "tweeted", "post", "tweet")] },
    { value: "interview", when: [cueHas("interview")] },
    { like: "same_speaker" },
    { value: "unspecified" },
  ],
  values: [
    {
      key: "interview",
      label: "Interview",
      definition: "Said to this outlet.",
      example: "“I would do it again,” Lind told this paper.",
      shortcut: "1",
    },
    {
      key: "statement",
      label: "Statement",
      definition: "Press release, press conference, speech, message to the public.",
      example: "In a press release the board spoke of “a difficult week”.",
      shortcut: "2",
    },
    {
      key: "social_media",
      label: "Social media",
      definition: "A post on a network or in a public chat.",
      example: "“Boats are for everyone,” Lind posted on Sunday.",
      shortcut: "3",
    },
    {
      key: "document",
      label: "Document",
      definition: "A report, law, court paper, resolution or letter.",
      example: "The ruling calls the fee unlawful.",
      shortcut: "4",
    },
    {
      key: "other_media",
      label: "Other media",
      definition: "Said to, or taken over from, another outlet.",
      example: "Lind told the weekly Kystposten that she would run again.",
      shortcut: "5",
    },
    {
      key: "data_poll",
      label: "Data or poll",
      definition: "Figures, a survey, a measurement.",
      example: "In a survey, six of ten islanders rejected the fee.",
      shortcut: "6",
    },
    {
      key: "witness",
      label: "Witness account",
      definition: "Told by somebody who was there.",
      example: "The wave was “as high as the chapel”, a deckhand recalled.",
      shortcut: "7",
    },
    {
      key: "observation",
      label: "Observation",
      definition: "Seen, heard or measured by the reporter.",
      example: "Laughter could be heard from the council chamber.",
      shortcut: "8",
    },
    {
      key: "unspecified",
      label: "Unspecified",
      definition: "The article does not say.",
      example: "The board said it was sorry.",
      shortcut: "9",
    },
  ],
};

const claimType: Field = {
  key: "claim_type",
  label: "Claim type",
  definition: "What the content does. If it does several things, the main clause decides.",
  type: "single",
  measure: "nominal",
  required: false,
  enabled: true,
  shortcut: "l",
  proposals: [
    { value: "fact", when: [OWN_VOICE] },
    { value: "demand", when: CALLS_FOR },
    { value: "demand", when: [cueHas("demanded", "demands", "urged", "urges")] },
    { value: "evaluation", when: [cueHas("called", "calls", "criticised", "criticized", "praised", "condemned")] },
    { value: "intention", when: [cueHas("promised", "vowed", "pledged")] },
  ],
  values: [
    {
      key: "fact",
      label: "Fact",
      definition: "Says what is or was the case; could be checked.",
      example: "The pilot said two of the lights were out.",
      shortcut: "1",
    },
    {
      key: "evaluation",
      label: "Evaluation",
      definition: "Judges something as good, bad, right, wrong, important.",
      example: "The pilot called the lighting a disgrace.",
      shortcut: "2",
    },
    {
      key: "prediction",
      label: "Prediction",
      definition: "Says what will be the case, without the speaker's own will.",
      example: "She expects the winter to be mild.",
      shortcut: "3",
    },
    {
      key: "demand",
      label: "Demand",
      definition: "Says what somebody else should do.",
      example: "The crews want the lights repaired.",
      shortcut: "4",
    },
    {
      key: "intention",
      label: "Intention",
      definition: "Says what the speaker plans, promises or has decided to do.",
      example: "The board said it would repair the lights by June.",
      shortcut: "5",
    },
    {
      key: "other",
      label: "Other",
      definition: "None of these, for example a question, thanks or an apology.",
      example: "The board apologised to the passengers.",
      shortcut: "6",
    },
  ],
};

const polarity: Field = {
  key: "polarity",
  label: "Polarity",
  definition: "Whether the speaker stands by the content or denies it.",
  type: "single",
  measure: "nominal",
  required: false,
  enabled: true,
  shortcut: "v",
  proposals: [{ value: "affirmed" }],
  values: [
    {
      key: "affirmed",
      label: "Affirmed",
      definition: "The speaker asserts the content, also when it contains a “not”.",
      example: "The captain said the engine had not failed.",
      shortcut: "1",
    },
    {
      key: "denied",
      label: "Denied",
      definition: "The cue denies: the content is what is denied.",
      example: "The captain denied that the engine had failed.",
      shortcut: "2",
    },
  ],
};

const certainty: Field = {
  key: "certainty",
  label: "Certainty",
  definition: "How sure the speaker is, by the words used. Your own doubt belongs under “confidence”.",
  type: "single",
  measure: "ordinal",
  required: false,
  enabled: true,
  shortcut: "w",
  proposals: [{ value: "certain" }],
  values: [
    {
      key: "certain",
      label: "Certain",
      definition: "Asserted without any hedge.",
      example: "He said the rope was too short.",
      shortcut: "1",
      score: 3,
    },
    {
      key: "probable",
      label: "Probable",
      definition: "Rather yes than no: probably, must have, expects.",
      example: "He said the rope was probably too short.",
      shortcut: "2",
      score: 2,
    },
    {
      key: "possible",
      label: "Possible",
      definition: "May or may not: might, could, cannot be ruled out.",
      example: "He said the rope might have been too short.",
      shortcut: "3",
      score: 1,
    },
    {
      key: "uncommitted",
      label: "Uncommitted",
      definition: "The speaker leaves open whether it is so: asks, wonders, declines to say.",
      example: "He could not say whether the rope was too short.",
      shortcut: "4",
      score: null,
    },
  ],
};

/** In the order in which they are asked. */
export const fields: Field[] = [
  sourcing,
  anonymityStated,
  form,
  channel,
  claimType,
  polarity,
  certainty,
  ...optionalFields,
];
