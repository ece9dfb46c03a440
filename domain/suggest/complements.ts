import { hasQuotation, isComma, type Reading, sentenceEnd, wordsIn } from "./attribution";
import type { CompiledRules, VerbForm } from "./compiled-rules";
import type { Cue } from "./cues";
import type { Complement, VerbClass } from "./language-rules";
import { skipAdjuncts } from "./noun-phrases";
import type { Token } from "./tokens";

/** What a reporting verb reports, found to its right. */
interface FoundComplement {
  kind: Complement;
  /** Token index. */
  start: number;
  leastWords: number;
  verbClass: VerbClass;
  /** How sure this kind is, 0 to 1. */
  certainty: number;
}

/** How far an addressee may push the content away: told the committee of the upper house that. */
const ADDRESSEE_REACH = 9;

/** The complement of a cue in the first reading of its verb that has one. */
export function complementAt(reading: Reading, cue: Cue): FoundComplement | null {
  const found = cue.forms.map((form) => complementOf(reading, cue, form)).filter((complement) => complement !== null);
  return found.sort((a, b) => b.certainty - a.certainty)[0] ?? null;
}

function complementOf(reading: Reading, cue: Cue, { verbClass }: VerbForm): FoundComplement | null {
  const { tokens, rules } = reading;
  const { words } = rules;
  const takes = (kind: Complement) => verbClass.takes.includes(kind);
  const at = contentStart(reading, cue, verbClass);
  if (at === null) return null;
  const found = (kind: Complement, start: number, leastWords: number, certainty: number) =>
    ({ kind, start, leastWords, verbClass, certainty }) as const;

  const token = tokens[at];
  const key = token?.key ?? "";
  const isThat = words.thatWords.has(key);
  if (isThat && takes("that")) return found("that", at, 3, 1);
  if (token?.kind === "quotation") {
    if (takes("quote")) return found("quote", at, 1, 1);
    return takes("naming") || takes("object") ? found("naming", at, 1, 0.9) : null;
  }
  if ((isComma(token) || token?.text === ":") && tokens[at + 1]?.kind === "quotation") {
    return takes("quote") ? found("quote", at + 1, 1, 1) : null;
  }
  if (token?.text === ":" && takes("quote")) return found("bare", at + 1, 3, 0.8);
  if (words.questionWords.has(key)) return takes("whether") ? found("whether", at, 3, 0.9) : null;
  if (words.infinitiveMark.has(key)) return takes("to") ? found("to", at, 2, 1) : null;
  if (token?.kind !== "word" || words.conjunctions.has(key) || words.byWord.has(key)) return null;
  // Rejected that claim: a determiner, where the verb takes no clause.
  if (words.prepositions.has(key) || (words.subordinators.has(key) && !isThat)) return null;
  if (takes("as")) {
    const as = tokens.findIndex((other, index) => index > at && words.asWord.has(other.key));
    return as > at && as - at < 15 ? found("as", at, 3, 1) : null;
  }
  if (takes("naming")) return isNaming(reading, at) ? found("naming", at, 3, 0.95) : null;
  if (takes("bare")) return opensClause(reading, at) ? found("bare", at, 3, 0.9) : null;
  return takes("object") ? found("object", at, 2, 0.85) : null;
}

/** Past times, occasions and, where the verb takes one, the addressee. Null when an addressee is needed and not there. */
function contentStart({ tokens, rules }: Reading, cue: Cue, verbClass: VerbClass): number | null {
  let at = skipAdjuncts(tokens, cue.end, rules);
  // Said, in a statement, that.
  if (isComma(tokens[at])) {
    const next = skipAdjuncts(tokens, at + 1, rules);
    if (next > at + 1 && isComma(tokens[next])) at = next + 1;
  }
  if (isContentMark(tokens[at], rules)) return at;
  // Wrote in a letter to staff that, declined to comment on whether.
  const key = tokens[at]?.key ?? "";
  const isInfinitive = rules.words.infinitiveMark.has(key) && verbClass.takes.includes("to");
  if (rules.words.prepositions.has(key) && !isInfinitive) return nextContentMark(tokens, at, rules);
  if (!verbClass.addressee) return at;
  const mark = nextContentMark(tokens, at, rules);
  if (mark !== null) return mark;
  if (!rules.words.addressees.has(tokens[at]?.key ?? "")) return null;
  return skipAdjuncts(tokens, at + 1, rules);
}

/** The next "that", question word, colon or quotation near by, before any other mark but a comma. */
function nextContentMark(tokens: readonly Token[], from: number, rules: CompiledRules): number | null {
  for (let at = from; at < Math.min(tokens.length, from + ADDRESSEE_REACH); at++) {
    const token = tokens[at];
    if (isContentMark(token, rules)) return at;
    if (token?.kind === "mark" && !isComma(token)) return null;
  }
  return null;
}

function isContentMark(token: Token | undefined, { words }: CompiledRules): boolean {
  if (!token) return false;
  const { kind, key, text } = token;
  return kind === "quotation" || text === ":" || words.thatWords.has(key) || words.questionWords.has(key);
}

/** Called the plan a mistake, not called the police after the accident: what it is called must follow. */
function isNaming(reading: Reading, at: number): boolean {
  const { tokens, rules } = reading;
  const piece = { start: at, end: sentenceEnd(tokens) };
  if (hasQuotation(reading, piece)) return true;
  if (wordsIn(reading, piece) < 3) return false;
  const noun = rules.words.determiners.has(tokens[at]?.key ?? "") ? at + 2 : at + 1;
  const after = tokens[noun];
  if (!after || after.kind === "mark" || noun >= piece.end) return false;
  return !(rules.words.prepositions.has(after.key) || rules.words.subordinators.has(after.key)) || after.key === "of";
}

/** A clause without "that" opens with a noun phrase: said *the plan* would fail, said *prices* had doubled. */
function opensClause({ tokens, rules }: Reading, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  return !rules.words.auxiliaries.has(token.key);
}
