import { type DescriptionContext, describeChange } from "@/domain/statement/describe-content";
import type { StatementContent } from "@/domain/statement/statement";
import { compareRanges, extent, spansInRole } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";
import type { Step } from "./edit-history";

/** A step in words, for "Undone: …": "cue of statement 4", "deletion of statement 2". */
export function describeTravel(
  { statementId, before, after }: Step,
  statements: readonly ShownStatement[],
  context: DescriptionContext,
): string {
  const name = `statement ${numberOf(statementId, after ?? before, statements)}`;
  if (before === null) return `making of ${name}`;
  if (after === null) return `deletion of ${name}`;
  const parts = describeChange(before, after, context).map(({ part }) => part.toLowerCase());
  return `${parts.length > 0 ? listed(parts) : "change"} of ${name}`;
}

/** Its number in reading order: the one it has, or the one it gets when it is back. */
function numberOf(id: string, content: StatementContent | null, statements: readonly ShownStatement[]): number {
  const shown = statements.find((statement) => statement.id === id);
  if (shown || !content) return shown?.number ?? 0;
  const words = spansInRole(content.spans, "content");
  const place = extent(words.length > 0 ? words : content.spans);
  const after = statements.findIndex((other) => (compareRanges(place, other.place) || (id < other.id ? -1 : 1)) < 0);
  return after < 0 ? statements.length + 1 : after + 1;
}

function listed(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(", "), parts.at(-1)].filter(Boolean).join(" and ");
}
