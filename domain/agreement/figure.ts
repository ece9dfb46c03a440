import * as z from "zod";
import { Coefficient } from "./coefficient";

/** A figure of agreement with what it rests on. Values are not rounded. */
export const Figure = Coefficient.extend({
  /** Distinct labels among the units; 0 where there are no labels. */
  values: z.int(),
  /** Annotators and documents that the figure rests on. */
  annotators: z.int(),
  documents: z.int(),
  /** Delete-one-document jackknife with t, see `jackknife`. */
  interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable(),
  /**
   * Why there is no interval. `none`: this figure has none; `undefined`: the figure is undefined itself; `not_computable`:
   * without one of the documents it would be.
   */
  intervalStatus: z.enum(["ok", "none", "undefined", "too_few_documents", "too_few_units", "not_computable"]),
  /** Agreement seen and agreement expected by chance, 0 to 1; null where the figure is not made of them. */
  observed: z.number().nullable(),
  expected: z.number().nullable(),
});
export type Figure = z.infer<typeof Figure>;
export type FigureStatus = Figure["status"];
export type Interval = NonNullable<Figure["interval"]>;
