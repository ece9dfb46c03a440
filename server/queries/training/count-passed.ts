import type { TrainingSettings } from "@/domain/training/training-settings";

/** How many of somebody's training passes have reached the threshold. */
export function countPassed(
  passes: readonly { documentId: string; result: { score: unknown } | null }[],
  { measure, threshold }: Pick<TrainingSettings, "measure" | "threshold">,
): number {
  return passes.filter(({ result }) => result !== null && measured(result.score, measure) >= threshold).length;
}

/** A measure of a result; one that the codebook of that time had not is 0. */
export const measured = (score: unknown, measure: string): number => (score as Record<string, number>)[measure] ?? 0;
