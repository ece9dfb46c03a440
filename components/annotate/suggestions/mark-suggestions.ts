import type { ArticleMark } from "@/components/article/article-mark";
import type { MarkSource } from "@/components/article/mark-source";
import type { OfferedSuggestion } from "./suggestion-desk";

/** The marks of statements with those of suggestions after them: a dashed edge and no ground, so that nobody takes one for the other. */
export function markSuggestions(
  statements: MarkSource,
  offered: readonly OfferedSuggestion[],
  activeId: string | null,
): MarkSource {
  const { length } = statements.groups;
  return {
    groups: [...statements.groups, ...offered],
    marksOf(index) {
      if (index < length) return statements.marksOf(index);
      const suggestion = offered[index - length];
      if (!suggestion) throw new RangeError(`no suggestion ${index - length} among ${offered.length}`);
      return marksOf(suggestion, suggestion.id === activeId);
    },
  };
}

function marksOf({ id, content, agent }: OfferedSuggestion, active: boolean): ArticleMark[] {
  const first = content.spans.find((span) => span.role === "content");
  return content.spans.map((span) => ({
    statementId: id,
    number: 0,
    role: span.role,
    start: span.start,
    end: span.end,
    look: "suggestion",
    hue: "slate",
    pattern: null,
    emphasis: active ? "active" : "normal",
    lane: null,
    label: `Suggestion by ${agent.name}, ${span.role}`,
    tag: span === first ? "?" : null,
    part: null,
  }));
}
