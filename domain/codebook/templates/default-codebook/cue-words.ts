import type { FieldCondition } from "@/domain/codebook/codebook";

/** Whether one of these is among the words of the cue. */
export const cueHas = (...words: string[]): FieldCondition => ({ subject: "cue_words", is: "one_of", value: words });

/** "called for", "a resolution calling for". */
export const CALLS_FOR = [cueHas("call", "calls", "called", "calling"), cueHas("for")];
