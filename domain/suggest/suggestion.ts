import type { Span } from "@/domain/text/span";

/** Why something is suggested; the interface has a sentence for each. */
export type SuggestionReason =
  | "quotation_with_cue"
  | "quotation_after_colon"
  | "quotation_alone"
  | "clause_after_cue"
  | "clause_before_cue"
  | "clause_around_cue"
  | "source_phrase"
  | "naming"
  | "reported_act"
  | "impersonal_cue";

/** How the speaker was found: by the registry's words in the source, or by what a pronoun or description goes back to. */
export type SpeakerReason = "name" | "part_of_name" | "pronoun" | "description" | "implicit";

export interface ProposedSpeaker {
  /** Of the registry. */
  id: string;
  /** 0 to 1. */
  score: number;
  reason: SpeakerReason;
}

/** What a statement may be about, for a person to say where the speaker stands on it. */
export interface ProposedTarget {
  /** Of the registry. */
  id: string;
  /** 0 to 1. */
  score: number;
}

/** A statement that may be there, for a person to accept, edit or dismiss. */
export interface Suggestion {
  /** Roles content (1..n), cue (0..1) and source (0..n), in the codebook's order; roles it lacks or has off are left out. */
  spans: Span[];
  speaker: ProposedSpeaker | null;
  /** Best first. Never a stance: its value and basis are for a person to choose. */
  targets: ProposedTarget[];
  /** Key of a value of the codebook's field `form`; null where the codebook has no such value. */
  form: string | null;
  /** 0 to 1. An order of trust, not a probability. */
  score: number;
  reason: SuggestionReason;
}
