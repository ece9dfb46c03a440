import type { Relation } from "@/domain/contract/relation";

/** What one reviewer did in a document, by its first operation: what can be taken back, oldest first, and what was, the latest last. */
export interface ReviewSteps {
  done: readonly string[];
  undone: readonly string[];
}

export const noSteps: ReviewSteps = { done: [], undone: [] };

/** The steps after one more operation. Operations are recorded in the order they were made. */
export function recordStep(
  { done, undone }: ReviewSteps,
  { operationId, relation }: { operationId: string; relation: Relation | null },
): ReviewSteps {
  const step = relation?.operationId ?? operationId;
  switch (relation?.kind) {
    case "reverts":
      return { done: done.filter((one) => one !== step), undone: [...undone, step] };
    case "repeats":
      return { done: [...done, step], undone: undone.filter((one) => one !== step) };
    default:
      return { done: [...done, operationId], undone: [] };
  }
}
