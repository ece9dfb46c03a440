import type { ArticleMark } from "@/components/article/article-mark";
import type { MarkSource } from "@/components/article/mark-source";
import type { OfferedSuggestion } from "./suggestion-desk";

/** The suggestion that is open, and the one that the key for the next would take. */
type Chosen = { activeId: string | null; nextId: string | null };

/**
 * The marks of statements with those of suggestions after them: a dashed edge and no ground, so that nobody takes one for
 * the other. The one that a key would take stands out from the rest.
 */
export function markSuggestions(
  statements: MarkSource,
  offered: readonly OfferedSuggestion[],
  chosen: Chosen,
): MarkSource {
  const { length } = statements.groups;
  return {
    groups: [...statements.groups, ...offered],
    marksOf(index) {
      if (index < length) return statements.marksOf(index);
      const suggestion = offered[index - length];
      if (!suggestion) throw new RangeError(`no suggestion ${index - length} among ${offered.length}`);
      return marksOf(suggestion, chosen);
    },
  };
}

function marksOf({ id, content, agent }: OfferedSuggestion, { activeId, nextId }: Chosen): ArticleMark[] {
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
    emphasis: id === activeId ? "active" : id === nextId ? "normal" : "receded",
    lane: null,
    label: `Suggestion by ${agent.name}, ${span.role}`,
    tag: span === first ? "?" : null,
    part: null,
  }));
}
