import type { OwnOutcome } from "@/domain/review/own-outcome";

const words: Record<OwnOutcome, string> = {
  kept: "Kept",
  changed: "Changed",
  rejected: "Rejected",
  both_defensible: "Both defensible",
};

/** What became of a statement, in a word or two. */
export function sayOutcome(outcome: OwnOutcome): string {
  return words[outcome];
}
