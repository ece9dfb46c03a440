import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { DocumentText } from "@/domain/text/document-text";
import { findParagraphs } from "@/domain/text/sentences";
import type { Attribution } from "./attribution";
import type { CompiledRules } from "./compiled-rules";
import { composeSuggestion } from "./compose-suggestion";
import { findAttributions } from "./find-attributions";
import { findRules } from "./find-rules";
import { type Frame, findFrames, listPieces } from "./frames";
import { indexTargets } from "./propose-targets";
import { findQuotations, type Quotation } from "./quotations";
import { SpeakerFocus } from "./speaker-focus";
import { indexSpeakers } from "./speaker-names";
import type { ProposedSpeaker, Suggestion } from "./suggestion";
import { tokenise } from "./tokens";
import { endsQuoted, isAllQuotation, isWorthProposing, quotationsIn } from "./unattributed-quotations";

/** Longer ones are lists or rubbish, and would make the grammar's work grow with the square of their length. */
const MAX_SENTENCE_TOKENS = 400;

/** An attribution with the sentence it was found in. */
interface Found {
  frame: Frame;
  attribution: Attribution;
  speaker: ProposedSpeaker | null;
  /** Quotations that go on with its content in later sentences. */
  continued: number[];
}

/**
 * Statements that are probably in a text, in its order: quotations, reporting verbs and "according to" with their
 * source, speaker and form. The same input gives the same answer. `language` is a BCP 47 tag or null.
 */
export function findSuggestions({
  text,
  language,
  registry,
  codebook,
}: {
  text: DocumentText;
  language: string | null;
  registry: Pick<Registry, "speakers"> & Partial<Pick<Registry, "targets">>;
  codebook: Codebook;
}): Suggestion[] {
  const rules = findRules(language);
  const paragraphs = findParagraphs(text).map((range, index) => ({ range, index, tokens: tokenise(text, range) }));
  const quotations = findQuotations(paragraphs.map((paragraph) => paragraph.tokens));
  const pieces = listPieces(quotations);
  const frames = paragraphs.flatMap((paragraph) =>
    findFrames(text, paragraph, quotations, { pieces, rules, language }),
  );
  const found = rules ? attribute(frames, quotations, registry, rules) : [];
  const targets = indexTargets(registry.targets ?? []);
  return withUnattributed(found, frames, quotations)
    .map((one) => composeSuggestion({ ...one, tokens: one.frame.tokens, text, quotations, codebook, targets }))
    .filter((suggestion) => suggestion !== null)
    .sort((a, b) => startOf(a) - startOf(b));
}

function attribute(
  frames: readonly Frame[],
  quotations: readonly Quotation[],
  registry: Pick<Registry, "speakers">,
  rules: CompiledRules,
): Found[] {
  const focus = new SpeakerFocus(indexSpeakers(registry.speakers, rules.words.determiners), rules);
  const found: Found[] = [];
  for (const frame of frames) {
    const { tokens, paragraph } = frame;
    const attributions = tokens.length > MAX_SENTENCE_TOKENS ? [] : findAttributions({ tokens, quotations, rules });
    let read = 0;
    for (const attribution of attributions) {
      const at = Math.max(read, attribution.source?.start ?? attribution.cue?.start ?? 0);
      focus.read(tokens, read, at, paragraph);
      read = at;
      const isNobody = attribution.reason === "impersonal_cue";
      const speaker = isNobody ? null : focus.resolve(tokens, attribution.source, paragraph);
      found.push({ frame, attribution, speaker, continued: [] });
    }
    focus.read(tokens, read, tokens.length, paragraph);
  }
  return found;
}

/** Adds the quotations that no attribution claims: to the one they go on with, or as suggestions of their own. */
function withUnattributed(found: Found[], frames: readonly Frame[], quotations: readonly Quotation[]): Found[] {
  const claimed = new Set<number>();
  const lastOf = new Map<Frame, Found>();
  for (const one of found) {
    for (const piece of one.attribution.contents) {
      for (const { quotation } of quotationsIn(one.frame.tokens, piece)) claimed.add(quotation);
    }
    lastOf.set(one.frame, one);
  }
  const all = [...found];
  let previous: Frame | null = null;
  for (const frame of frames) {
    const before: Found | undefined = previous?.paragraph === frame.paragraph ? lastOf.get(previous) : undefined;
    previous = frame;
    const isAlone = isAllQuotation(frame.tokens);
    for (const { quotation, at } of quotationsIn(frame.tokens, { start: 0, end: frame.tokens.length })) {
      if (claimed.has(quotation)) continue;
      claimed.add(quotation);
      if (before && isAlone && endsQuoted(before.attribution, before.frame.tokens)) {
        before.continued.push(quotation);
        lastOf.set(frame, before);
      } else if (isWorthProposing(quotations[quotation], isAlone)) {
        const contents = [{ start: at, end: at + 1 }];
        const attribution: Attribution = { contents, cue: null, source: null, reason: "quotation_alone", score: 0.35 };
        all.push({ frame, attribution, speaker: null, continued: [] });
      }
    }
  }
  return all;
}

function startOf(suggestion: Suggestion): number {
  return Math.min(...suggestion.spans.map((span) => span.start));
}
