import { comparableContent } from "@/domain/agreement/comparable-content";
import { findEdges } from "@/domain/agreement/overlap-edges";
import type { Span } from "@/domain/text/span";

/** From this IoU on a statement says nearly what a suggestion does: offering that would ask twice. */
export const NEARLY_THE_SAME = 0.8;

interface Made {
  /** The suggestion it was made from. */
  derivedFromId: string | null;
  content: { spans: readonly Span[] };
}

/**
 * The suggestions that have something to add to one's own statements: those that no statement was made from, and that no
 * statement has nearly the content of. In the order given.
 */
export function offerSuggestions<One extends { id: string; content: { spans: readonly Span[] } }>(
  suggestions: readonly One[],
  statements: readonly Made[],
): One[] {
  const taken = new Set(statements.map(({ derivedFromId }) => derivedFromId));
  const open = suggestions.filter(({ id }) => !taken.has(id));
  const passages = [...open, ...statements].map(({ content }) => comparableContent(content));
  const isOpen = (index: number) => index < open.length;
  const same = findEdges(passages, NEARLY_THE_SAME, (one, other) => isOpen(one) !== isOpen(other));
  const covered = new Set(same.map(({ from, to }) => (isOpen(from) ? from : to)));
  return open.filter((_, index) => !covered.has(index));
}
