import { compareRanges } from "@/domain/text/spans";
import type { ShownStatement } from "../annotation";
import type { OfferedSuggestion } from "./suggestion-desk";

/** Statements and suggestions, each in reading order, as one list in reading order; a statement before what is only suggested. */
export function withSuggestions(
  statements: readonly ShownStatement[],
  offered: readonly OfferedSuggestion[],
): readonly (ShownStatement | OfferedSuggestion)[] {
  if (offered.length === 0) return statements;
  const rows: (ShownStatement | OfferedSuggestion)[] = [];
  let next = 0;
  for (const statement of statements) {
    for (let one = offered[next]; one && compareRanges(one.place, statement.place) < 0; one = offered[++next])
      rows.push(one);
    rows.push(statement);
  }
  return [...rows, ...offered.slice(next)];
}
