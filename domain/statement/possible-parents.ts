import type { Codebook } from "@/domain/codebook/codebook";
import type { Range } from "@/domain/text/span";
import { contains, extent, spansInRole } from "@/domain/text/spans";
import { isWithin } from "./is-within";
import type { StatementContent } from "./statement";

interface Placed {
  id: string;
  content: Pick<StatementContent, "spans" | "parentId">;
}

/**
 * The statements that one can stand inside of: those whose content encloses its own, the tightest first. None of them is the statement itself or inside of it. With nesting "one" a parent has no parent of
 * its own, and a statement that is a parent gets none.
 */
export function possibleParents<Statement extends Placed>(
  statement: Placed,
  statements: readonly Statement[],
  nesting: Codebook["nesting"],
): Statement[] {
  if (nesting === "off") return [];
  if (nesting === "one" && statements.some(({ content }) => content.parentId === statement.id)) return [];
  const inner = extentOf(statement);
  const around = statements
    .filter((one) => nesting === "free" || one.content.parentId === null)
    .filter((one) => contains(extentOf(one), inner));
  // Around most statements there is none but itself: who is whose parent need not be known then.
  if (around.every(({ id }) => id === statement.id)) return [];
  const byId = new Map(statements.map(({ id, content }) => [id, { id, parentId: content.parentId }]));
  return around
    .filter(
      ({ id, content }) => !isWithin({ id, parentId: content.parentId }, statement.id, (other) => byId.get(other)),
    )
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

/** From the first to the last word of the content: what interrupts it counts as inside. */
function extentOf({ content }: Placed): Range {
  const spans = spansInRole(content.spans, "content");
  // One being made has none yet: it is nowhere.
  return spans.length > 0 ? extent(spans) : { start: 0, end: 0 };
}

function lengthOf(statement: Placed): number {
  const { start, end } = extentOf(statement);
  return end - start;
}
