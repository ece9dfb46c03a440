import {
  type Attribution,
  isComma,
  isDelimiter,
  type Piece,
  type Reading,
  sentenceEnd,
  trimPiece,
  wordsIn,
} from "./attribution";
import { isAdverb, matches } from "./cues";
import { phraseAfter, skipAdjuncts } from "./noun-phrases";

/** How many tokens the source phrase that starts here has: according to → 2; 0 for none. */
export function sourcePhraseAt({ tokens, rules }: Reading, at: number): number {
  return rules.sourcePhrases.find((phrase) => matches(tokens, at, phrase))?.length ?? 0;
}

/** According to the mayor, … · …, according to the mayor · …, according to the mayor, … */
export function findSourcePhrases(reading: Reading): Attribution[] {
  const { tokens, rules } = reading;
  const found: Attribution[] = [];
  let lowest = 0;
  for (let at = 0; at < tokens.length; at++) {
    const length = sourcePhraseAt(reading, at);
    if (length === 0) continue;
    const phrase = phraseAfter(tokens, at + length, rules);
    if (!phrase || rules.words.notSources.has(tokens[phrase.end - 1]?.key ?? "")) continue;
    const delimiter = delimiterAfter(reading, phrase.end);
    // What is more than a time belongs to the mention: a survey published last week by the institute, …
    const isWhole = delimiter === null || skipAdjuncts(tokens, phrase.end, rules) >= delimiter;
    const source = isWhole ? phrase : { ...phrase, end: delimiter };
    const after = delimiter === null ? null : clauseAfter(reading, delimiter + 1);
    const before = clauseBefore(reading, lowest, at, after !== null);
    const contents = [before, after].filter((piece) => piece !== null);
    if (contents.length === 0) continue;
    found.push({ contents, cue: { start: at, end: at + length }, source, reason: "source_phrase", score: 0.9 });
    lowest = (contents.at(-1) as Piece).end;
    at = Math.max(at, lowest, source.end) - 1;
  }
  return found;
}

/** How far the delimiter may be from the noun phrase it ends, in tokens. */
const SOURCE_REACH = 12;

function delimiterAfter({ tokens }: Reading, from: number): number | null {
  for (let at = from; at < Math.min(tokens.length, from + SOURCE_REACH); at++) {
    if (isDelimiter(tokens[at])) return at;
    if (tokens[at]?.kind === "mark") return null;
  }
  return null;
}

/** The clause before, unless it only leads in: In particular, according to … `goesOn`: a clause follows too. */
function clauseBefore(reading: Reading, lowest: number, end: number, goesOn: boolean): Piece | null {
  const { tokens, rules } = reading;
  const piece = trimPiece(tokens, { start: lowest, end });
  if (!piece) return null;
  const first = tokens[piece.start];
  const isConnective = isAdverb(first, rules) || rules.words.conjunctions.has(first?.key ?? "");
  if (wordsIn(reading, piece) < 3 && (isConnective || !goesOn)) return null;
  const leadsIn = rules.words.prepositions.has(tokens[piece.start]?.key ?? "") && isComma(tokens[end - 1]);
  return leadsIn && wordsIn(reading, piece) < 6 ? null : piece;
}

function clauseAfter(reading: Reading, start: number): Piece | null {
  const { tokens } = reading;
  let end = sentenceEnd(tokens);
  for (let at = start + 1; at < end; at++) if (sourcePhraseAt(reading, at) > 0) end = at;
  const piece = trimPiece(tokens, { start, end });
  return piece && wordsIn(reading, piece) >= 2 ? piece : null;
}
