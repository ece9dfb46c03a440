import type { SuggestionReason } from "@/domain/suggest/suggestion";

const words: Record<SuggestionReason, string> = {
  quotation_with_cue: "a quotation with a reporting verb",
  quotation_after_colon: "a quotation after a colon",
  quotation_alone: "a quotation without a reporting verb",
  clause_after_cue: "a clause after a reporting verb",
  clause_before_cue: "a clause before a reporting verb",
  clause_around_cue: "a clause around a reporting verb",
  source_phrase: "words like “according to”",
  naming: "a verb that says what somebody calls something",
  reported_act: "a verb that names an act of speech",
  impersonal_cue: "a report that names nobody",
};

/** Why a suggestion is made: a sentence for the finder's own names, an agent's words as they are. */
export function wordsOfReason(reason: string): string {
  return Object.hasOwn(words, reason) ? `Found by ${words[reason as SuggestionReason]}` : reason;
}
