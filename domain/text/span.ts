import * as z from "zod";

/** Half-open range `[start, end)` over a document's text, in Unicode code points, 0-based. */
export const Range = z.object({ start: z.int().min(0), end: z.int().min(1) });
export type Range = z.infer<typeof Range>;

/** One piece of a statement: a range that plays a role, with the text it covers so that a shift is noticed. */
export const Span = Range.extend({
  /** Key of a role of the codebook: content, cue, source, … */
  role: z.string().min(1).max(40),
  /** Exactly the text the range covers. */
  quote: z.string().min(1),
});
export type Span = z.infer<typeof Span>;
