import type { Codebook } from "@/domain/codebook/codebook";
import type { Range } from "@/domain/text/span";
import { contains, extent, spansInRole } from "@/domain/text/spans";
import type { StatementContent } from "./statement";

interface Placed {
  id: string;
  content: Pick<StatementContent, "spans" | "parentId">;
}

/**
 * The statements that one can stand inside of, those whose content encloses its own first, the tightest first; the others
 * keep their order. None of them is the statement itself or inside of it. With nesting "one" a parent has no parent of
 * its own, and a statement that is a parent gets none.
 */
export function possibleParents<Statement extends Placed>(
  statement: Placed,
  statements: readonly Statement[],
  nesting: Codebook["nesting"],
): { enclosing: Statement[]; others: Statement[] } {
  const none = { enclosing: [], others: [] };
  if (nesting === "off") return none;
  if (nesting === "one" && statements.some(({ content }) => content.parentId === statement.id)) return none;
  const byId = new Map(statements.map((one) => [one.id, one]));
  const possible = statements.filter(
    (one) => !isWithin(one, statement.id, byId) && (nesting === "free" || one.content.parentId === null),
  );
  const inner = extentOf(statement);
  const enclosing = possible.filter((one) => contains(extentOf(one), inner));
  enclosing.sort((a, b) => lengthOf(a) - lengthOf(b));
  return { enclosing, others: possible.filter((one) => !enclosing.includes(one)) };
}

/** Whether a statement is `ancestorId` or inside of it, however deep. A circle, should there be one, ends the search. */
function isWithin(statement: Placed, ancestorId: string, byId: ReadonlyMap<string, Placed>): boolean {
  const seen = new Set<string>();
  let at: Placed | undefined = statement;
  while (at && !seen.has(at.id)) {
    if (at.id === ancestorId) return true;
    seen.add(at.id);
    at = byId.get(at.content.parentId ?? "");
  }
  return false;
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
