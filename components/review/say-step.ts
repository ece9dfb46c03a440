import type { ReviewStep } from "@/domain/contract/review-steps";

const kinds: Record<ReviewStep["kind"], string> = {
  ruling: "The ruling is",
  withdrawal: "The withdrawal of a ruling is",
  batch: "The rulings made together are",
  regrouping: "The change of clusters is",
};

/** What is said of taking a step back, and of doing it again. */
export const travelWords = {
  reverts: {
    nothing: "There is nothing of yours to take back here",
    done: "taken back",
    failed: "It is not taken back",
  },
  repeats: { nothing: "There is nothing to do again here", done: "done again", failed: "It is not done again" },
} as const;

/** "The ruling is taken back". */
export function sayTravelled(kind: "reverts" | "repeats", step: ReviewStep): string {
  return `${kinds[step.kind]} ${travelWords[kind].done}`;
}
