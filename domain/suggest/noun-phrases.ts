import type { CompiledRules } from "./compiled-rules";
import { isAdverb } from "./cues";
import type { Token } from "./tokens";

/** Token indices [start, end) of a noun phrase. `weak`: found by a fallback. */
export interface Phrase {
  start: number;
  end: number;
  weak: boolean;
}

/** Longer ones are not mentions but misreadings. */
const MAX_WORDS = 25;

/** The subject of a verb group that starts at `verb`, looked for no further left than `lowest`. */
export function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  lowest: number,
  rules: CompiledRules,
): Phrase | null {
  let end = verb;
  while (end > lowest && isAdverb(tokens[end - 1], rules)) end--;
  const parts = splitAtCommas(tokens, clauseStart(tokens, end, lowest), end);
  const last = parts.at(-1);
  if (!last) return null;
  if (last.start < last.end) return narrow(tokens, last, rules);
  // A comma right before the verb closes an insertion: the subject stands before it, after any opening adverbial.
  const candidates = parts.slice(0, -1).filter((part) => part.start < part.end);
  const subject = candidates.find((part) => !opensAdverbial(tokens[part.start], rules)) ?? candidates[0];
  return subject ? narrow(tokens, subject, rules) : null;
}

/** The noun phrase that starts at `at`: said *a spokesman for the port* on Monday. */
export function phraseAfter(tokens: readonly Token[], at: number, rules: CompiledRules): Phrase | null {
  const { words, rules: language } = rules;
  let end = at;
  for (; end < tokens.length && end - at < MAX_WORDS; end++) {
    const token = tokens[end] as Token;
    if (token.kind === "quotation" || (token.kind === "mark" && !isInner(tokens, end))) break;
    if (words.relativePronouns.has(token.key) || words.thatWords.has(token.key)) break;
    if (end > at && (words.subordinators.has(token.key) || words.addressees.has(token.key))) break;
    if (words.prepositions.has(token.key) && (token.key === "to" || isAdjunct(tokens, end, rules))) break;
    if (words.timeWords.has(token.key) || (end > at && isAdverb(token, rules))) break;
    if (end > at && words.conjunctions.has(token.key) && !continuesName(tokens, end, rules)) break;
    if (token.key in language.pronouns) {
      end++;
      break;
    }
  }
  return end > at && end - at < MAX_WORDS ? { start: at, end, weak: false } : null;
}

/** The position after adverbs, times, occasions and hearers: said *on Monday in a statement to reporters* that. */
export function skipAdjuncts(tokens: readonly Token[], from: number, rules: CompiledRules): number {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    if (rules.words.timeWords.has(token.key) || isAdverb(token, rules)) at++;
    else if (rules.words.prepositions.has(token.key)) {
      const end = adjunctEnd(tokens, at, rules);
      if (end === null) break;
      at = end;
    } else break;
  }
  return at;
}

/** Whether a preposition opens a time, an occasion or a hearer rather than a part of a name. */
function isAdjunct(tokens: readonly Token[], at: number, rules: CompiledRules): boolean {
  return adjunctEnd(tokens, at, rules) !== null;
}

function adjunctEnd(tokens: readonly Token[], at: number, { words }: CompiledRules): number | null {
  let end: number | null = null;
  for (let next = at + 1; next < Math.min(tokens.length, at + 7); next++) {
    const token = tokens[next] as Token;
    const isTime = words.timeWords.has(token.key) || (next === at + 1 && /^\d{4}$/.test(token.key));
    const isNumber = /^\d+(?:st|nd|rd|th)?$/.test(token.key);
    if (isTime || words.occasions.has(token.key) || words.addressees.has(token.key)) end = next + 1;
    else if (token.kind !== "word" || (end !== null && !isNumber)) break;
    else if (end !== null) end = next + 1;
    else if (words.thatWords.has(token.key) || words.prepositions.has(token.key)) break;
  }
  return end;
}

function opensAdverbial(token: Token | undefined, rules: CompiledRules): boolean {
  return !token || rules.words.prepositions.has(token.key) || rules.words.subordinators.has(token.key);
}

function clauseStart(tokens: readonly Token[], end: number, lowest: number): number {
  let start = end;
  while (start > lowest) {
    const token = tokens[start - 1] as Token;
    if (token.kind === "quotation" || (token.kind === "mark" && /[;:—–(){}[\]•]/u.test(token.text))) break;
    start--;
  }
  return start;
}

function splitAtCommas(tokens: readonly Token[], start: number, end: number): { start: number; end: number }[] {
  const parts = [{ start, end: start }];
  for (let at = start; at < end; at++) {
    if (tokens[at]?.text === "," || tokens[at]?.text === "،") parts.push({ start: at + 1, end: at + 1 });
    else (parts.at(-1) as { end: number }).end = at + 1;
  }
  return parts;
}

/** A part of a clause without what is not the subject: conjunctions and adverbials before it, times after it. */
function narrow(tokens: readonly Token[], part: { start: number; end: number }, rules: CompiledRules): Phrase | null {
  const { words, rules: language } = rules;
  let { start, end } = part;
  let weak = false;
  const key = (at: number) => tokens[at]?.key ?? "";
  if (words.conjunctions.has(key(end - 1))) return leadingSubject(tokens, start, end - 1, rules);
  if (words.relativePronouns.has(key(end - 1))) return { start: end - 1, end, weak: false };
  end = stripTimes(tokens, start, end, rules);
  for (let at = end - 1; at > start; at--) {
    const opensClause = key(at) in language.pronouns && words.conjunctions.has(key(at - 1));
    const afterVerb =
      words.conjunctions.has(key(at - 1)) &&
      words.determiners.has(key(at)) &&
      tokens.slice(start, at - 1).some((token) => isVerbal(token, rules));
    if (opensClause || afterVerb) start = at;
    else if (words.subordinators.has(key(at)) && !words.prepositions.has(key(at)) && at < end - 1) start = at + 1;
    else continue;
    break;
  }
  while (start < end && (words.conjunctions.has(key(start)) || isAdverb(tokens[start], rules))) start++;
  if (words.subordinators.has(key(start)) && !words.determiners.has(key(start))) start++;
  if (words.prepositions.has(key(start))) {
    const time = skipAdjuncts(tokens, start, rules);
    const inner = lastDeterminer(tokens, start, end, rules);
    weak = time === start || time >= end;
    start = time > start && time < end ? time : inner;
  }
  if (start >= end || end - start > MAX_WORDS || tokens[start]?.kind === "mark") return null;
  return { start, end, weak };
}

function stripTimes(tokens: readonly Token[], start: number, from: number, rules: CompiledRules): number {
  for (let at = from - 1; at > start; at--) {
    const token = tokens[at] as Token;
    if (rules.words.prepositions.has(token.key)) {
      return skipAdjuncts(tokens, at, rules) >= from ? at : from;
    }
    if (!rules.words.timeWords.has(token.key) && !/^\d+$/.test(token.key)) return at + 1;
  }
  return from;
}

function lastDeterminer(tokens: readonly Token[], start: number, end: number, { words }: CompiledRules): number {
  for (let at = end - 1; at > start; at--) if (words.determiners.has(tokens[at]?.key ?? "")) return at;
  return end;
}

/** The subject of the first verb: *She* thanked the crew and said. */
function leadingSubject(tokens: readonly Token[], start: number, end: number, rules: CompiledRules): Phrase | null {
  if ((tokens[start]?.key ?? "") in rules.rules.pronouns) return { start, end: start + 1, weak: false };
  for (let at = start + 1; at < end; at++) {
    if (isVerbal(tokens[at] as Token, rules)) {
      return { start, end: stripTimes(tokens, start, at, rules), weak: true };
    }
  }
  return null;
}

/** Whether a word is probably a finite verb: an auxiliary, a reporting verb, a past form by its ending. */
export function isVerbal(token: Token, { words, rules, verbForms }: CompiledRules): boolean {
  if (token.kind !== "word") return false;
  if (words.auxiliaries.has(token.key) || verbForms.has(token.key)) return true;
  return rules.verbalEndings !== "" && token.key.length > 3 && token.key.endsWith(rules.verbalEndings);
}

/** A period after an abbreviation or initial, a bracketless mark inside a name. */
function isInner(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return at < tokens.length - 1 && !token.spaced && (token.text === "." || token.text === "&");
}

function continuesName(tokens: readonly Token[], at: number, { words }: CompiledRules): boolean {
  const next = tokens[at + 1];
  return next?.kind === "word" && (words.determiners.has(next.key) || /^\p{Lu}/u.test(next.text));
}
