import * as z from "zod";

/** A figure or the reason why there is none; undefined is a status, never a number. */
export const Coefficient = z.object({
  value: z.number().nullable(),
  status: z.enum(["ok", "no_pairable_units", "no_variation", "single_annotator", "too_few_units", "not_computable"]),
  /** Number of units the figure rests on. */
  units: z.int(),
});
export type Coefficient = z.infer<typeof Coefficient>;
