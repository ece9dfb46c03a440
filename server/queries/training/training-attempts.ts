import type { TrainingAttempt } from "@/domain/contract/training";
import type { TrainingSettings } from "@/domain/training/training-settings";

/** A training pass with what it reached, as the database has it. */
export interface TrainedPass {
  id: string;
  documentId: string;
  result: { score: unknown; createdAt: Date } | null;
}

type Threshold = Pick<TrainingSettings, "measure" | "threshold">;

/** How many documents somebody has passed, in whichever attempt. */
export function countPassed(passes: readonly TrainedPass[], settings: Threshold): number {
  return new Set(passes.flatMap((pass) => (isPassed(pass, settings) ? pass.documentId : []))).size;
}

/** Passes of one person and document, the first one first, as they are told. */
export function toAttempts(passes: readonly TrainedPass[], settings: Threshold): TrainingAttempt[] {
  return passes.map((pass) => ({
    assignmentId: pass.id,
    value: pass.result && measured(pass.result.score, settings.measure),
    isPassed: isPassed(pass, settings),
    finishedAt: pass.result?.createdAt.toISOString() ?? null,
  }));
}

/** Whether a document can be tried again: the latest attempt was finished, and none was passed. */
export function mayRepeat(passes: readonly TrainedPass[], settings: Threshold): boolean {
  const latest = passes.at(-1);
  return Boolean(latest?.result) && !passes.some((pass) => isPassed(pass, settings));
}

const isPassed = ({ result }: TrainedPass, { measure, threshold }: Threshold): boolean =>
  result !== null && measured(result.score, measure) >= threshold;

/** A measure of a result; one that the codebook of that time had not is 0. */
export const measured = (score: unknown, measure: string): number => (score as Record<string, number>)[measure] ?? 0;
