import { canonicalJson } from "@/domain/canonical-json";
import type { StatementContent } from "@/domain/statement/statement";
import type { Span } from "@/domain/text/span";
import { compareRanges } from "@/domain/text/spans";

/**
 * Whether a statement still says all that the suggestion it was made from said. What the suggestion left open may have been
 * filled in.
 */
export function keepsSuggestion(statement: StatementContent, suggestion: StatementContent): boolean {
  if (canonicalJson(placesOf(statement.spans)) !== canonicalJson(placesOf(suggestion.spans))) return false;
  if (suggestion.speakerId !== null && canonicalJson(statement.chain) !== canonicalJson(suggestion.chain)) return false;
  const keepsStances = suggestion.stances.every(({ targetId, value, basis }) => {
    const held = statement.stances.find((stance) => stance.targetId === targetId);
    return held !== undefined && (value === null || held.value === value) && (basis === null || held.basis === basis);
  });
  return keepsStances && Object.entries(suggestion.fields).every(([key, answer]) => isSame(statement, key, answer));
}

function isSame({ fields }: StatementContent, key: string, answer: StatementContent["fields"][string]): boolean {
  return Object.hasOwn(fields, key) && canonicalJson(fields[key]) === canonicalJson(answer);
}

function placesOf(spans: readonly Span[]) {
  const places = spans.map(({ role, start, end }) => ({ role, start, end }));
  return places.sort((a, b) => compareRanges(a, b) || (a.role < b.role ? -1 : 1));
}
