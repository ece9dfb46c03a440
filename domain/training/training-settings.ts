import * as z from "zod";

/** What annotators of a project have to reach before they read for it. */
export const TrainingSettings = z.object({
  isOn: z.boolean(),
  /** Documents with gold that are trained on, in the order in which they are offered. */
  documentIds: z.array(z.uuid()).max(100),
  /** Key of a measure of `scoreTraining`. */
  measure: z.string().min(1).max(60),
  /** The least value of the measure at which a document is passed, 0 to 1. */
  threshold: z.number().min(0).max(1),
  /** So many documents have to be passed. */
  passes: z.int().min(1).max(100),
});
export type TrainingSettings = z.infer<typeof TrainingSettings>;

export const DEFAULT_TRAINING_SETTINGS: TrainingSettings = {
  isOn: false,
  documentIds: [],
  measure: "whole",
  threshold: 0.7,
  passes: 1,
};
