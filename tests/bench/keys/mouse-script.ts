import { type Action, choose, click, drag, type Step } from "./action";

/*
 * Reading A with the pointer alone: words are drawn over, buttons pressed, lists opened and chosen from. What is proposed is
 * taken by a press too.
 */

const toolbar = "Selection";
const statementOver = (content: string): Action[] => [...drag(content), ...click(/statement/i, toolbar)];
const cue = (words: string, passage?: string): Action[] => [...drag(words, passage), ...click(/^Cue/, toolbar)];
const source = (words: string, passage?: string): Action[] => [...drag(words, passage), ...click(/^Source/, toolbar)];
const speaker = (name: string | RegExp): Action[] => choose("Speaker", name);
const take = click(/^Take (all|the) .*proposed/);
const answer = (question: string, label: string): Action[] => click(new RegExp(`^${label}`), question);
const claim = (label: string): Action[] => answer("Claim type", label);
const stance = (target: string, label: string, basis: string): Action[] => [
  ...choose(/^Add a stance toward/, new RegExp(target)),
  ...click(new RegExp(label), new RegExp(`^Stance toward .*${target}`)),
  ...click(new RegExp(basis), new RegExp(`^Basis of the stance toward .*${target}`)),
];

const resolution = "European Parliament resolution";
const handling = "handling of the protests";
const rioters = "The rioters";
const deployment = "CSTO peacekeeping";
const ministry = /^Ministry of Foreign Affairs/;
const outlet = /^The article itself/;

const ownVoice = (content: string): Action[] => [...statementOver(content), ...speaker(outlet), ...take];

export const mouseScript: readonly Step[] = [
  {
    statement: "S01",
    actions: [
      ...statementOver(
        "the resolution of the European Parliament (EP) on the situation with protests in the country biased and based on biased conclusions",
      ),
      ...cue("called"),
      ...source("The Ministry of Foreign Affairs of Kazakhstan"),
      ...take,
      ...stance(resolution, "Oppose", "Explicit"),
      ...answer("Channel", "Statement"),
    ],
  },
  {
    statement: "S02",
    actions: [
      ...statementOver(
        "“The Ministry of Foreign Affairs of the Republic of Kazakhstan declares that the adopted resolution of the European Parliament on the situation in our country is biased and based on biased conclusions and data,”",
      ),
      ...cue("says in the message"),
      ...speaker(ministry),
      ...take,
      ...claim("Evaluation"),
      ...stance(resolution, "Oppose", "Explicit"),
      ...choose("Same claim as", /^1 ·/),
    ],
  },
  {
    statement: "S03",
    actions: [
      ...statementOver(
        "that the lack of an objective assessment of the tragic events in Kazakhstan is a matter of concern",
      ),
      ...cue("notes"),
      ...source("The document"),
      ...speaker(ministry),
      ...take,
      ...claim("Evaluation"),
      ...stance(resolution, "Oppose", "Inferred"),
    ],
  },
  {
    statement: "S04",
    actions: [
      ...statementOver(
        "that they consider it unacceptable to accept such documents before the results of the official investigation launched by the Kazakh authorities are announced",
      ),
      ...cue("added"),
      ...source("The department"),
      ...speaker(ministry),
      ...take,
      ...claim("Evaluation"),
      ...stance(resolution, "Oppose", "Explicit"),
      ...stance("Official Kazakh investigation", "Support", "Inferred"),
    ],
  },
  {
    statement: "S05",
    actions: [
      ...statementOver(
        "the imposition of sanctions against Kazakhstan for the reaction of the authorities to the riots in the country",
      ),
      ...cue("adopted a resolution calling for"),
      ...source("the European Parliament", "the European Parliament adopted"),
      ...take,
      ...stance("Sanctions against", "Support", "Explicit"),
      ...stance(handling, "Oppose", "Inferred"),
    ],
  },
  {
    statement: "S06",
    actions: [
      ...statementOver("the authorities responded to the protests with “disproportionate violence.”"),
      ...cue("according to"),
      ...source("the resolution", "according to the resolution"),
      ...speaker(/^European Parliament/),
      ...take,
      ...claim("Evaluation"),
      ...stance(handling, "Oppose", "Explicit"),
    ],
  },
  {
    statement: "S07",
    actions: ownVoice("On January 2, protests began in Kazakhstan due to rising prices for liquefied gas"),
  },
  { statement: "S08", actions: ownVoice("In some cities, the rallies turned into riots") },
  { statement: "S09", actions: ownVoice("The situation escalated in the country’s largest city, Alma-Ata") },
  {
    statement: "S10",
    actions: [
      ...ownVoice(
        "Radical rioters broke into the administration building, set fire to the prosecutor’s office, the office of the ruling party and seized the presidential residence",
      ),
      ...stance(rioters, "Oppose", "Inferred"),
    ],
  },
  {
    statement: "S11",
    actions: [
      ...statementOver("that among the militants operating in Alma-Ata there were snipers with special rifles"),
      ...cue("noted"),
      ...source("The administration of the head of state"),
      ...take,
      ...claim("Fact"),
      ...stance(rioters, "Oppose", "Inferred"),
    ],
  },
  {
    statement: "S12",
    actions: [
      ...statementOver(
        "that the brutal actions of the attackers testify to the terrorist and extremist nature of the gangs",
      ),
      ...cue("said", "the city said"),
      ...source("The commandant’s office of the city"),
      ...take,
      ...claim("Evaluation"),
      ...stance(rioters, "Oppose", "Explicit"),
    ],
  },
  {
    statement: "S13",
    actions: [
      ...statementOver("For help in overcoming the terrorist threat"),
      ...cue("turned to"),
      ...source("President of Kazakhstan Kassym-Jomart Tokayev"),
      ...take,
      ...claim("Demand"),
      ...answer("Form", "Reported act"),
      ...stance(deployment, "Support", "Inferred"),
    ],
  },
  {
    statement: "S14",
    actions: ownVoice(
      "After that, peacekeepers of the organization were sent to the republic, who took under protection a number of strategic objects",
    ),
  },
  { statement: "S15", actions: ownVoice("On January 12, the operation was completed") },
  {
    statement: "S16",
    actions: [
      ...statementOver(
        "the presence of CSTO peacekeepers in Kazakhstan made it possible to stabilize the situation in the country",
      ),
      ...cue("According to"),
      ...source("the head of state", "According to the head of state"),
      ...take,
      ...claim("Evaluation"),
      ...stance(deployment, "Support", "Explicit"),
    ],
  },
  {
    statement: "S17",
    actions: [
      ...statementOver("that radicals and terrorist groups took advantage of the situation in the republic"),
      ...cue("said", "Karin said"),
      ...source("State Secretary of Kazakhstan Yerlan Karin"),
      ...take,
      ...claim("Fact"),
      ...stance(rioters, "Oppose", "Explicit"),
    ],
  },
  {
    statement: "S18",
    actions: [
      ...statementOver(
        "that specific instructions and instructions were distributed through the chats of one of the extremist organizations",
      ),
      ...cue("clarified"),
      ...source("He", "He clarified"),
      ...speaker(/^Yerlan Karin/),
      ...take,
      ...claim("Fact"),
      ...stance(rioters, "Oppose", "Inferred"),
    ],
  },
];
