import { countCodePoints } from "@/domain/text/document-text";
import type { Range, Span } from "@/domain/text/span";
import { spansInRole } from "@/domain/text/spans";

const EDGE = "[\\s\\p{P}]*";
const LEADING = new RegExp(`^${EDGE}`, "u");
const TRAILING = new RegExp(`${EDGE}$`, "u");

/**
 * A statement's content as it is compared with others' content: white space and punctuation at the edges of each
 * fragment do not count, so that one stray period is no difference. A fragment of nothing else stays as it is.
 */
export function comparableContent(statement: { spans: readonly Span[] }): Range[] {
  return spansInRole(statement.spans, "content").map(({ start, end, quote }) => {
    const leading = countCodePoints(LEADING.exec(quote)?.[0] ?? "");
    if (leading === end - start) return { start, end };
    return { start: start + leading, end: end - countCodePoints(TRAILING.exec(quote)?.[0] ?? "") };
  });
}
