import type { Range } from "@/domain/text/span";
import { mergeRanges, spansInRole } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";

/**
 * The first sentence of which no word is content of a statement, among those that end after a position. Null: they all
 * are.
 */
export function findUncovered(
  sentences: readonly Range[],
  statements: readonly Pick<ShownStatement, "content">[],
  position: number,
): Range | null {
  const covered = mergeRanges(statements.flatMap(({ content }) => spansInRole(content.spans, "content")));
  let next = 0;
  for (const sentence of sentences) {
    if (sentence.end <= position) continue;
    while (next < covered.length && (covered[next] as Range).end <= sentence.start) next++;
    const range = covered[next];
    if (!range || range.start >= sentence.end) return sentence;
  }
  return null;
}
