import {
  type Attribution,
  hasQuotation,
  isComma,
  type Piece,
  type Reading,
  sentenceEnd,
  trimPiece,
  wordsIn,
} from "./attribution";
import { clauseEnd } from "./clause-end";
import { complementAt } from "./complements";
import type { Cue } from "./cues";
import { phraseAfter, subjectBefore } from "./noun-phrases";
import type { SuggestionReason } from "./suggestion";

/**
 * Content after its cue: she said that … · called the plan … · demanded … · told reporters: “…”. Null when the cue
 * reports nothing that way. `lowest`: where the sentence's unclaimed part starts. `cues`: all of the sentence.
 */
export function contentAfter(reading: Reading, cue: Cue, cues: readonly Cue[], lowest: number): Attribution | null {
  if (cue.question) return null;
  if (cue.passive) return passive(reading, cue, lowest);
  const complement = complementAt(reading, cue);
  if (!complement) return null;
  const end = clauseEnd(reading, cue, complement.start, cues);
  const content = trimPiece(reading.tokens, { start: complement.start, end });
  if (!content || wordsIn(reading, content) < complement.leastWords) return null;
  const source = cue.participle ? null : subjectBefore(reading.tokens, cue.start, lowest, reading.rules);
  if (!source && !mayLackSubject(reading, cue)) return null;
  const certainty = (source ? (source.weak ? 0.9 : 1) : 0.85) * (cue.negated ? 0.85 : 1) * (cue.nounLike ? 0.9 : 1);
  return {
    contents: [content],
    cue: { start: cue.start, end: cue.end },
    source,
    reason: reasonFor(reading, content, complement.kind, complement.verbClass.isAct === true),
    score: complement.verbClass.score * complement.certainty * certainty,
  };
}

function reasonFor(reading: Reading, content: Piece, kind: string, isAct: boolean): SuggestionReason {
  if (kind === "naming" || kind === "as") return "naming";
  if (reading.tokens[content.start]?.kind === "quotation" && content.end - content.start === 1)
    return "quotation_with_cue";
  if (isAct && kind === "object" && !hasQuotation(reading, content)) return "reported_act";
  return "clause_after_cue";
}

/** …, adding that · … and added that: the subject is the one before. */
function mayLackSubject({ tokens, rules }: Reading, cue: Cue): boolean {
  const before = tokens[cue.start - 1];
  if (!before) return false;
  return isComma(before) ? cue.participle : rules.words.conjunctions.has(before.key);
}

/** It is believed that … · The plan was criticised by the union. Other passives say what was done to somebody. */
function passive(reading: Reading, cue: Cue, lowest: number): Attribution | null {
  const { tokens, rules } = reading;
  const subject = subjectBefore(tokens, cue.start, lowest, rules);
  const verb = cue.forms[0]?.verbClass;
  if (!subject || !verb) return null;
  const next = tokens[cue.end]?.key ?? "";
  if (rules.words.impersonal.has(tokens[subject.end - 1]?.key ?? "") && rules.words.thatWords.has(next)) {
    const content = trimPiece(tokens, { start: cue.end, end: sentenceEnd(tokens) });
    const certainty = verb.score * 0.7;
    return content && { contents: [content], cue, source: null, reason: "impersonal_cue", score: certainty };
  }
  const act = cue.forms.find(({ verbClass }) => verbClass.isAct && verbClass.takes.includes("object"))?.verbClass;
  if (!act || !rules.words.byWord.has(next)) return null;
  const source = phraseAfter(tokens, cue.end + 1, rules);
  if (!source) return null;
  return {
    contents: [subject],
    cue: { start: cue.start, end: cue.end + 1 },
    source,
    reason: "reported_act",
    score: act.score * 0.9,
  };
}
