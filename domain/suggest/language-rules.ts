/**
 * What may stand after a reporting verb: `that` clause, clause without "that" (`bare`), `whether` and question words,
 * `to` with infinitive, noun phrase (`object`), noun phrase plus what it is called (`naming`), `as`, quotation
 * (`quote`). `trail`: the verb may follow what it reports ("…, she said").
 */
export type Complement = "that" | "bare" | "whether" | "to" | "object" | "naming" | "as" | "quote" | "trail";

export interface VerbClass {
  takes: readonly Complement[];
  /** How sure a suggestion by this class is, 0 to 1. */
  score: number;
  /** Someone may stand between verb and content: told reporters that. */
  addressee?: boolean;
  /** The verb names the act and not the words: criticised the plan. Its object is coded as a reported act. */
  isAct?: boolean;
}

export interface ReportingVerb {
  /** Space-separated inflected forms in lower case, without accents. */
  forms: string;
  /** Word that must follow: called *for*. */
  then?: string;
  class: string;
}

/**
 * What the finder knows of one language. All words in lower case, without accents, apostrophes straight. Lists of words
 * are space-separated strings; `phrases` are lists because they hold spaces.
 */
export interface LanguageRules {
  /** BCP 47 primary language. */
  language: string;
  /** Raised when suggestions change: stored ones name it, and documents are looked at again. */
  version: number;
  classes: Readonly<Record<string, VerbClass>>;
  verbs: readonly ReportingVerb[];
  /** Forms of reporting verbs that are nouns more often than verbs: after a determiner or preposition they do not count. */
  nounLikeForms: string;
  /** Ending of forms that open a clause without a subject of their own: …, adding that. */
  participleEnding: string;
  /** Verbs that carry a reporting infinitive: went on *to say*. */
  raisingVerbs: string;
  infinitiveMark: string;
  /** Passives that report: quoted as saying. Participles in first place. */
  reportedPhrases: readonly string[];
  /** Ways to name a source without a verb: according to. */
  sourcePhrases: readonly string[];
  /** After a source phrase these name no source: according to plan. */
  notSources: string;
  thatWords: string;
  questionWords: string;
  asWord: string;
  byWord: string;
  auxiliaries: string;
  passiveAuxiliaries: string;
  negations: string;
  /** Stand in a verb group or between subject and verb. */
  adverbs: string;
  adverbEnding: string;
  /** Endings of words that are probably verbs in the past. */
  verbalEndings: string;
  determiners: string;
  definiteDeterminers: string;
  prepositions: string;
  conjunctions: string;
  subordinators: string;
  relativePronouns: string;
  /** Subject pronouns with the kinds of speaker they can stand for. */
  pronouns: Readonly<Record<string, readonly string[]>>;
  /** A subject that stands for nobody: it is believed that. */
  impersonal: string;
  /** Days, months, yesterday. */
  timeWords: string;
  /** Nouns of places and occasions of speech: in a statement, at a news conference. */
  occasions: string;
  addressees: string;
  /** Documents that speak: a resolution calling for. */
  documentNouns: string;
  /** Verbs that put out a document. */
  issuingVerbs: string;
  /** Descriptions and the kind of speaker they stand for. */
  descriptions: Readonly<Record<string, string>>;
}
