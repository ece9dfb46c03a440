import type { CompiledRules, VerbForm } from "./compiled-rules";
import type { Token } from "./tokens";

/** A verb group that may report, as token indices [start, end) of its sentence. */
export interface Cue {
  start: number;
  end: number;
  /** The readings of the verb: called *for*, called somebody something. */
  forms: readonly VerbForm[];
  negated: boolean;
  /** Was said, is believed. Quoted as saying is not: its subject is the speaker. */
  passive: boolean;
  /** …, adding that: no subject of its own. */
  participle: boolean;
  /** The form is a noun more often. */
  nounLike: boolean;
  question: boolean;
}

/** All verb groups of a sentence that could report something, left to right. */
export function findCues(tokens: readonly Token[], rules: CompiledRules): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const cue = reportedPhraseAt(tokens, at, rules) ?? issuedDocumentAt(tokens, at, rules) ?? verbAt(tokens, at, rules);
    if (!cue) continue;
    cues.push(cue);
    at = cue.end - 1;
  }
  return cues;
}

function reportedPhraseAt(tokens: readonly Token[], at: number, rules: CompiledRules): Cue | null {
  const phrase = rules.reportedPhrases.find((words) => matches(tokens, at, words));
  if (!phrase) return null;
  const say = rules.verbForms.get(phrase.at(-1) ?? "") ?? [];
  const cue = { ...plain, ...groupBefore(tokens, at, rules), end: at + phrase.length, forms: say };
  return { ...cue, passive: false };
}

/** Issued a statement saying, adopted a resolution calling for: the issuing belongs to the signal. */
function issuedDocumentAt(tokens: readonly Token[], at: number, rules: CompiledRules): Cue | null {
  const { words } = rules;
  if (!words.issuingVerbs.has(tokens[at]?.key ?? "") || !words.determiners.has(tokens[at + 1]?.key ?? "")) return null;
  for (let noun = at + 2; noun < at + 6; noun++) {
    if (tokens[noun]?.kind !== "word") return null;
    if (!words.documentNouns.has(tokens[noun]?.key ?? "")) continue;
    const inner = verbAt(tokens, noun + 1, rules);
    if (!inner?.participle || inner.start !== noun + 1) return null;
    return { ...inner, ...groupBefore(tokens, at, rules), participle: false, passive: false };
  }
  return null;
}

const plain = { negated: false, passive: false, participle: false, nounLike: false, question: false };

function verbAt(tokens: readonly Token[], at: number, rules: CompiledRules): Cue | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const all = rules.verbForms.get(token.key);
  if (!all) return null;
  const next = tokens[at + 1]?.key;
  const longer = all.filter(({ verb }) => verb.then !== undefined && verb.then === next);
  const forms = longer.length > 0 ? longer : all.filter(({ verb }) => verb.then === undefined);
  if (forms.length === 0) return null;
  const { words } = rules;
  const group = groupBefore(tokens, at, rules);
  const before = tokens[group.start - 1]?.key ?? "";
  // The claim that, in a note, her promise to: a noun.
  if (group.start === at && (words.determiners.has(before) || words.prepositions.has(before)) && before !== "that") {
    if (words.nounLikeForms.has(token.key) || words.determiners.has(before)) return null;
  }
  if (group.start === at && before.endsWith("'s") && words.nounLikeForms.has(token.key)) return null;
  const participle =
    group.start === at && rules.rules.participleEnding !== "" && token.key.endsWith(rules.rules.participleEnding);
  return {
    ...plain,
    ...group,
    end: at + (longer.length > 0 ? 2 : 1),
    forms,
    participle,
    nounLike: words.nounLikeForms.has(token.key),
  };
}

/** The auxiliaries, negations and adverbs before a verb: could not say, was later quoted, went on to say. */
function groupBefore(tokens: readonly Token[], verb: number, rules: CompiledRules) {
  const { words } = rules;
  let start = verb;
  let negated = false;
  let passive = false;
  let question = false;
  for (let at = verb - 1; at >= Math.max(0, verb - 8); at--) {
    const token = tokens[at] as Token;
    const isAuxiliary = words.auxiliaries.has(token.key);
    const isInfinitive = words.infinitiveMark.has(token.key) && words.raisingVerbs.has(tokens[at - 1]?.key ?? "");
    if (isAuxiliary || words.negations.has(token.key)) {
      if (isAuxiliary && start === verb && words.passiveAuxiliaries.has(token.key)) passive = true;
      start = at;
      negated ||= words.negations.has(token.key);
    } else if (isInfinitive) {
      start = --at;
      negated ||= false;
    } else if (!isAdverb(token, rules)) break;
  }
  // Did the minister say: the auxiliary opens the sentence.
  const opener = tokens[0]?.key ?? "";
  if (words.auxiliaries.has(opener) || words.questionWords.has(opener)) question = tokens.at(-1)?.text === "?";
  return { start, negated, passive, question };
}

export function isAdverb(token: Token | undefined, { words, rules }: CompiledRules): boolean {
  if (token?.kind !== "word") return false;
  const { key } = token;
  if (words.adverbs.has(key)) return true;
  return rules.adverbEnding !== "" && key.length > 4 && key.endsWith(rules.adverbEnding) && !words.timeWords.has(key);
}

export function matches(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => tokens[at + index]?.key === word);
}
