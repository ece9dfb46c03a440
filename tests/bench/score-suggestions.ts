import { pairSpans } from "@/domain/agreement/align";
import type { StatementContent } from "@/domain/statement/statement";
import type { Suggestion } from "@/domain/suggest/suggestion";
import type { Range, Span } from "@/domain/text/span";
import { overlapsAny, spansInRole } from "@/domain/text/spans";

/** How many of what was proposed and of what was wanted are the same. */
export interface Score {
  name: string;
  found: number;
  proposed: number;
  wanted: number;
}

/**
 * Suggestions against one reading, without what the outlet says itself, which has no cue to be found by. Content: one to
 * one by IoU ≥ 0.5. Cue and source: one to one, anywhere in the text. Speaker and form: of the contents that match.
 */
export function scoreSuggestions(suggestions: readonly Suggestion[], reading: readonly StatementContent[]): Score[] {
  const wanted = reading.filter((statement) => !isOutletVoice(statement));
  const pairs = pairSpans(suggestions.map(contentOf), wanted.map(contentOf));
  const agreeing = (same: (suggestion: Suggestion, statement: StatementContent) => boolean) =>
    pairs.filter(({ a, b }) => same(suggestions[a] as Suggestion, wanted[b] as StatementContent)).length;
  const proposing = (has: (suggestion: Suggestion) => boolean) => suggestions.filter(has).length;
  return [
    { name: "content", found: pairs.length, proposed: suggestions.length, wanted: wanted.length },
    ...["cue", "source"].flatMap((role) => scoreRole(role, suggestions, wanted)),
    {
      name: "speaker",
      found: agreeing((suggestion, statement) => suggestion.speaker?.id === statement.speakerId),
      proposed: proposing((suggestion) => suggestion.speaker !== null),
      wanted: wanted.length,
    },
    scoreTargets(pairs, suggestions, wanted),
    {
      name: "form",
      found: agreeing((suggestion, statement) => suggestion.form === statement.fields.form),
      proposed: proposing((suggestion) => suggestion.form !== null),
      wanted: wanted.length,
    },
  ];
}

/** Targets of stance, each counted once for each statement whose content matches. */
function scoreTargets(
  pairs: readonly { a: number; b: number }[],
  suggestions: readonly Suggestion[],
  wanted: readonly StatementContent[],
): Score {
  const found = pairs.flatMap(({ a, b }) => {
    const held = wanted[b]?.stances.map(({ targetId }) => targetId) ?? [];
    return suggestions[a]?.targets.filter(({ id }) => held.includes(id)) ?? [];
  }).length;
  const proposed = suggestions.flatMap((suggestion) => suggestion.targets).length;
  return { name: "target", found, proposed, wanted: wanted.flatMap(({ stances }) => stances).length };
}

export function isOutletVoice(statement: StatementContent): boolean {
  return statement.speakerId === "outlet";
}

/** Statements in the outlet's voice that a suggestion's content covers by half: proposals that an annotator may keep. */
export function countOutletVoice(suggestions: readonly Suggestion[], reading: readonly StatementContent[]): Score {
  const wanted = reading.filter(isOutletVoice);
  const found = pairSpans(suggestions.map(contentOf), wanted.map(contentOf)).length;
  return { name: "outlet voice", found, proposed: 0, wanted: wanted.length };
}

function scoreRole(role: string, suggestions: readonly Suggestion[], wanted: readonly StatementContent[]): Score[] {
  const proposed = suggestions.flatMap(({ spans }) => spansInRole(spans, role)).map(asPassage);
  const marked = unique(wanted.flatMap(({ spans }) => spansInRole(spans, role))).map(asPassage);
  const count = (threshold: number) => pairSpans(proposed, marked, { threshold }).length;
  const totals = { proposed: proposed.length, wanted: marked.length };
  return [
    { name: `${role}, exact`, found: count(1), ...totals },
    { name: `${role}, overlap`, found: count(0), ...totals },
  ];
}

/** A source shared by several statements counts once. */
function unique(spans: readonly Span[]): Span[] {
  return spans.filter((span, index) => !spans.slice(0, index).some((other) => overlapsAny([span], [other])));
}

function asPassage({ start, end }: Range): Range[] {
  return [{ start, end }];
}

function contentOf({ spans }: { spans: readonly Span[] }): Span[] {
  return spansInRole(spans, "content");
}
