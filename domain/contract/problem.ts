import * as z from "zod";

/** RFC 9457 problem details: the body of every answer that is not 2xx (media type application/problem+json). */
export const HttpProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable machine name: `not_found`, `stale_revision`, `invalid_body`, `own_reading_unfinished`, … */
  code: z.string(),
  /** One sentence: what is wrong and what to do. */
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** With `stale_revision`: the current version of the row, so that both can be shown. */
  current: z.unknown().optional(),
});
export type HttpProblem = z.infer<typeof HttpProblem>;
