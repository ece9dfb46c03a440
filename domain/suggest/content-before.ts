import {
  type Attribution,
  hasQuotation,
  isDelimiter,
  type Piece,
  quotationAt,
  type Reading,
  sentenceEnd,
  trimPiece,
  wordsIn,
} from "./attribution";
import type { Cue } from "./cues";
import { isVerbal, type Phrase, phraseAfter, skipAdjuncts, subjectBefore } from "./noun-phrases";

/** Where an attribution that follows its content begins and ends. */
interface Insertion {
  start: number;
  end: number;
  source: Phrase | null;
}

/**
 * Content before its cue: “…,” she said · …, said the mayor · …, the mayor said, … · … — he said — …. Null when the cue
 * reports nothing that way. `lowest`: where the sentence's unclaimed part starts.
 */
export function contentBefore(reading: Reading, cue: Cue, lowest: number): Attribution | null {
  if (cue.passive || cue.participle) return null;
  const verb = cue.forms.find(({ verbClass }) => verbClass.takes.includes("trail"))?.verbClass;
  if (!verb) return null;
  const insertion = inverted(reading, cue) ?? following(reading, cue, lowest);
  if (!insertion || insertion.start <= lowest) return null;

  const contents = [contentUpTo(reading, insertion.start, lowest), contentFrom(reading, insertion.end)];
  const [before, after] = contents;
  const isQuoted = before != null && hasQuotation(reading, before);
  const rest = after && (!isQuoted || hasQuotation(reading, after)) ? after : null;
  const pieces = [before, isQuoted ? firstQuotation(reading, rest) : rest].filter((piece) => piece != null);
  if (pieces.length === 0 || (!before && !rest)) return null;
  if (!isQuoted && (!insertion.source || pieces.reduce((sum, piece) => sum + wordsIn(reading, piece), 0) < 3))
    return null;
  const certainty = (insertion.source?.weak ? 0.9 : 1) * (insertion.source ? 1 : 0.8) * (cue.negated ? 0.85 : 1);
  return {
    contents: pieces,
    cue: { start: cue.start, end: cue.end },
    source: insertion.source,
    reason: isQuoted ? "quotation_with_cue" : pieces.length > 1 ? "clause_around_cue" : "clause_before_cue",
    score: verb.score * certainty * (isQuoted ? 1 : cue.nounLike ? 0.6 : 0.8),
  };
}

/** “…,” said the mayor. Also “…,” says in the message, without a source. */
function inverted(reading: Reading, cue: Cue): Insertion | null {
  const { tokens, rules } = reading;
  const before = tokens[cue.start - 1];
  const isQuotation = before?.kind === "quotation";
  if (!isQuotation && !isDelimiter(before)) return null;
  const source = phraseAfter(tokens, cue.end, rules);
  const end = skipAdjuncts(tokens, source?.end ?? cue.end, rules);
  const behindQuotation = isQuotation || tokens[cue.start - 2]?.kind === "quotation";
  if (!source && !behindQuotation) return null;
  if (!behindQuotation && closesApposition(reading, cue.start - 1)) return null;
  // …, said the mayor was late: not an inversion. A clause goes on where the phrase should have ended.
  if (!behindQuotation && tokens.slice(cue.end, end).some((token) => isVerbal(token, rules))) return null;
  if (!behindQuotation && end < sentenceEnd(tokens) && !isDelimiter(tokens[end])) return null;
  return { start: cue.start - (isQuotation ? 0 : 1), end, source };
}

/** The baker, who lives in Oslo, said …: the comma before the verb closes an insertion after the verb's subject. */
function closesApposition({ tokens, rules }: Reading, comma: number): boolean {
  const open = tokens.slice(0, comma).findIndex((token) => isDelimiter(token));
  if (open < 0) return false;
  const opensRelative = rules.words.relativePronouns.has(tokens[open + 1]?.key ?? "");
  return opensRelative || !tokens.slice(0, open).some((token) => isVerbal(token, rules));
}

/** …, the mayor said. The subject stands right behind the delimiter, and nothing it could report follows. */
function following(reading: Reading, cue: Cue, lowest: number): Insertion | null {
  const { tokens, rules } = reading;
  const source = subjectBefore(tokens, cue.start, lowest, rules);
  if (!source) return null;
  const before = tokens[source.start - 1];
  const isQuotation = before?.kind === "quotation";
  if (!isQuotation && !isDelimiter(before)) return null;
  let end = skipAdjuncts(tokens, cue.end, rules);
  if (cue.forms.some(({ verbClass }) => verbClass.addressee) && tokens[end]?.kind === "word") {
    const hearer = phraseAfter(tokens, end, rules)?.end ?? end;
    const hearerEnd = rules.words.addressees.has(tokens[hearer]?.key ?? "") ? hearer + 1 : hearer;
    end = skipAdjuncts(tokens, hearerEnd, rules);
  }
  const next = tokens[end];
  const isClosed = end >= sentenceEnd(tokens) || isDelimiter(next) || next?.text === ";" || next?.text === ":";
  const afterQuotation = isQuotation || tokens[source.start - 2]?.kind === "quotation";
  const stops = next?.kind === "mark" || rules.words.conjunctions.has(next?.key ?? "");
  const subordinate = rules.words.subordinators.has(next?.key ?? "") && !rules.words.thatWords.has(next?.key ?? "");
  if (!isClosed && !(afterQuotation && (stops || subordinate || rules.words.prepositions.has(next?.key ?? ""))))
    return null;
  // The mayor said, “…”: what follows the comma is the content, unless another part of it came before.
  if (!afterQuotation && isDelimiter(next) && tokens[end + 1]?.kind === "quotation") return null;
  return { start: source.start - (isQuotation ? 0 : 1), end, source };
}

/** The content that ends where the attribution begins: the quotation alone if it stands alone, else its whole clause. */
function contentUpTo(reading: Reading, end: number, lowest: number): Piece | null {
  const { tokens, rules } = reading;
  let start = end;
  while (start > lowest && tokens[start - 1]?.text !== ";" && tokens[start - 1]?.text !== ":") start--;
  const piece = trimPiece(tokens, { start, end });
  if (!piece) return null;
  const isQuotation = tokens[piece.end - 1]?.kind === "quotation";
  const lead = tokens.slice(piece.start, piece.end - 1);
  if (isQuotation && lead.every((token) => token.kind === "mark" || rules.words.conjunctions.has(token.key))) {
    return { start: piece.end - 1, end: piece.end };
  }
  const opensAdverbial = rules.words.prepositions.has(tokens[piece.start]?.key ?? "");
  return opensAdverbial && wordsIn(reading, piece) < 5 && !hasQuotation(reading, piece) ? null : piece;
}

/** What goes on after an insertion: …, she said, *and it stays*. Empty when another thing begins there. */
function contentFrom({ tokens, rules }: Reading, end: number): Piece | null {
  if (!isDelimiter(tokens[end]) && tokens[end]?.kind !== "quotation" && tokens[end]?.text !== ":") return null;
  const piece = trimPiece(tokens, { start: end, end: sentenceEnd(tokens) });
  if (!piece) return null;
  const first = tokens[piece.start];
  const key = first?.key ?? "";
  const isParticiple = rules.rules.participleEnding !== "" && key.endsWith(rules.rules.participleEnding);
  const startsOther =
    isParticiple ||
    rules.words.conjunctions.has(key) ||
    rules.words.relativePronouns.has(key) ||
    rules.words.subordinators.has(key);
  return startsOther ? null : piece;
}

/** Of what follows, the quotation that goes on with the one before: “…,” she said, “…” and left. */
function firstQuotation(reading: Reading, piece: Piece | null): Piece | null {
  if (!piece) return null;
  for (let at = piece.start; at < piece.end; at++) {
    const token = reading.tokens[at];
    if (reading.rules.verbForms.has(token?.key ?? "")) return null;
    if (quotationAt(reading, at)) {
      return at === piece.start || isDelimiter(reading.tokens[at - 1]) ? { start: at, end: at + 1 } : null;
    }
  }
  return null;
}
