import type { StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";

/** Code points of an example that are kept; what is longer ends with "…". */
const MOST = 600;

/** The words of a statement as an example in a codebook, its fragments joined by " … ". */
export function quoteOf(content: Pick<StatementContent, "spans">): string {
  const words = spansInRole(content.spans, "content").map(({ quote }) => quote);
  const points = Array.from(words.join(" … "));
  return points.length > MOST ? `${points.slice(0, MOST - 1).join("")}…` : points.join("");
}
