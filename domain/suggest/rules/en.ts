import type { LanguageRules } from "../language-rules";
import { verbs } from "./en-verbs";

export const en: LanguageRules = {
  language: "en",
  version: 1,
  classes: {
    say: { takes: ["that", "bare", "whether", "quote", "trail"], score: 0.95 },
    state: { takes: ["that", "whether", "quote", "trail"], score: 0.95 },
    tell: { takes: ["that", "bare", "whether", "quote", "trail"], score: 0.9, addressee: true },
    ask: { takes: ["whether", "quote", "trail"], score: 0.85, addressee: true },
    think: { takes: ["that", "bare", "quote", "trail"], score: 0.8 },
    judge: { takes: ["that", "naming"], score: 0.65 },
    show: { takes: ["that"], score: 0.75 },
    name: { takes: ["naming"], score: 0.65 },
    describe: { takes: ["as"], score: 0.8 },
    demand: { takes: ["that", "object", "to", "quote"], score: 0.75, isAct: true },
    act: { takes: ["object"], score: 0.55, isAct: true },
    deny: { takes: ["that", "object"], score: 0.75, isAct: true },
    intend: { takes: ["to", "that"], score: 0.6 },
  },
  verbs,
  nounLikeForms:
    "claim claims comment comments demand demands report reports note notes state states order orders request requests " +
    "plan plans promise promises pledge pledges vow vows call calls concern hope hopes fear fears answer answers reply " +
    "replies question questions praise support welcome appeal appeals doubt doubts judge judges record records remark " +
    "remarks estimate estimates forecast forecasts warning saying feeling finding reporting label labels brand brands",
  participleEnding: "ing",
  raisingVerbs:
    "refuse refuses refused decline declines declined want wants wanted continue continues continued go goes went gone " +
    "fail fails failed began begin begins seem seems seemed appear appears appeared",
  infinitiveMark: "to",
  reportedPhrases: ["quoted as saying", "cited as saying", "reported as saying", "heard saying", "heard to say"],
  sourcePhrases: ["according to", "in the words of", "in the view of", "in the opinion of"],
  notSources: "plan plans schedule need needs rumour taste size age",
  thatWords: "that",
  questionWords: "whether if why how what when where which who",
  asWord: "as",
  byWord: "by",
  auxiliaries:
    "be been being is are was were am have has had having do does did will would shall should can could may might must " +
    "don't doesn't didn't won't wouldn't can't couldn't isn't aren't wasn't weren't hasn't haven't hadn't cannot",
  passiveAuxiliaries: "be been being is are was were",
  negations:
    "not never cannot don't doesn't didn't won't wouldn't can't couldn't isn't aren't wasn't weren't hasn't haven't hadn't",
  adverbs: "also then later again still already just once even now too however instead meanwhile further earlier soon",
  adverbEnding: "ly",
  verbalEndings: "ed",
  determiners:
    "the a an this that these those his her its their our my some many several one two three no any each both",
  definiteDeterminers: "the this that these those",
  prepositions:
    "about above across after against along among around at before behind below beside between beyond by despite during " +
    "except for from in inside into like near of off on onto outside over past per since than through throughout to toward " +
    "towards under until upon via with within without amid given",
  conjunctions: "and but or so yet nor",
  subordinators: "because while whereas although though since unless until when whenever where if as after before that",
  relativePronouns: "who which",
  pronouns: {
    he: ["person"],
    she: ["person"],
    they: ["group", "organisation", "place_metonym", "person"],
    it: ["organisation", "place_metonym", "document", "group"],
    we: [],
    i: [],
    you: [],
  },
  impersonal: "it",
  timeWords:
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
    "october november december today yesterday tomorrow tonight morning afternoon evening night week month year years ago",
  occasions:
    "statement interview conference briefing speech message letter press email e-mail post tweet address debate session " +
    "meeting hearing note paper blog filing telegram broadcast television radio report article",
  addressees:
    "reporters journalists lawmakers parliament residents supporters investors deputies delegates court radio television me " +
    "us him her them you",
  documentNouns:
    "statement letter report resolution message post declaration memo petition note communique document article e-mail email",
  issuingVerbs:
    "issue issues issued adopt adopts adopted publish publishes published release releases released pass passes passed sign " +
    "signs signed send sends sent write writes wrote post posts posted circulate circulated approve approves approved",
  descriptions: {
    ...kinds(
      "person",
      "man woman minister president mayor secretary spokesman spokeswoman spokesperson official leader",
    ),
    ...kinds("person", "governor chairman chairwoman director lawyer senator premier chancellor ambassador prosecutor"),
    ...kinds("person", "judge analyst expert professor politician diplomat commander chief executive"),
    ...kinds(
      "organisation",
      "department ministry agency office company council union party court committee parliament",
    ),
    ...kinds(
      "organisation",
      "government authority administration commission organisation organization bank body bureau",
    ),
    ...kinds("organisation", "institute association alliance firm authorities police army university foundation"),
    ...kinds("document", "document report resolution statement message letter declaration study survey text law note"),
  },
};

function kinds(kind: string, nouns: string): Record<string, string> {
  return Object.fromEntries(nouns.split(" ").map((noun) => [noun, kind]));
}
