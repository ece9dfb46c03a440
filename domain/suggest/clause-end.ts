import { isComma, type Reading, sentenceEnd } from "./attribution";
import { complementAt } from "./complements";
import type { Cue } from "./cues";
import { subjectBefore } from "./noun-phrases";
import { sourcePhraseAt } from "./source-phrases";

/**
 * Where content that starts at `start` ends: at the end of its sentence or where a new cue takes over (…, adding that ·
 * …, while the council said · … and demanded that · …, according to). A cue without its own subject or conjunction is
 * nested and stays inside.
 */
export function clauseEnd(reading: Reading, cue: Cue, start: number, cues: readonly Cue[]): number {
  const { tokens, rules } = reading;
  const end = sentenceEnd(tokens);
  const isAct = cue.forms.some(({ verbClass }) => verbClass.isAct);
  // A quotation with nothing but its sentence's end after it, or with something else after a comma, is the content.
  if (
    tokens[start]?.kind === "quotation" &&
    (isComma(tokens[start + 1]) || rules.words.conjunctions.has(keyAt(start + 1)))
  ) {
    return start + 1;
  }
  for (let at = start + 1; at < end; at++) {
    if (isComma(tokens[at - 1]) && sourcePhraseAt(reading, at) > 0) return at - 1;
  }
  for (const next of cues) {
    if (next.start <= start || next.start <= cue.start) continue;
    const taken = takesOver(reading, next, start, isAct);
    if (taken !== null) return taken;
  }
  return end;

  function keyAt(at: number): string {
    return tokens[at]?.key ?? "";
  }
}

/** `isAct`: the cue before has an object for content, so that a clause cannot be coordinated inside it. */
function takesOver(reading: Reading, next: Cue, start: number, isAct: boolean): number | null {
  const { tokens, rules } = reading;
  const { conjunctions, subordinators } = rules.words;
  const complement = complementAt(reading, next);
  if (!complement) return null;
  const before = tokens[next.start - 1];
  if (next.participle) return isComma(before) ? next.start - 1 : null;
  if (conjunctions.has(before?.key ?? "")) {
    const isPlain = complement.kind === "that" || complement.kind === "quote" || (isAct && complement.kind === "bare");
    return isPlain ? next.start - (isComma(tokens[next.start - 2]) ? 2 : 1) : null;
  }
  const subject = subjectBefore(tokens, next.start, start, rules);
  if (!subject) return null;
  for (const at of [subject.start, subject.start - 1]) {
    const joins = tokens[at - 1]?.key ?? "";
    if ((conjunctions.has(joins) || subordinators.has(joins)) && isComma(tokens[at - 2])) return at - 2;
  }
  return null;
}
