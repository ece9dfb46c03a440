import type { Codebook } from "@/domain/codebook/codebook";
import { findRole } from "@/domain/codebook/find-field";
import type { DocumentText } from "@/domain/text/document-text";
import { snapRange, trimRange } from "@/domain/text/snap-range";
import type { Range, Span } from "@/domain/text/span";
import { makeSpan, overlaps } from "@/domain/text/spans";
import { trimContent } from "@/domain/text/trim-content";
import type { StatementContent } from "./statement";
import { inStoredOrder } from "./stored-order";

export type Edge = { span: Span; side: "start" | "end" };

export type MovedEdge = {
  /** The very content given when nothing changes. */
  content: StatementContent;
  /** The span as it is now. */
  span: Span;
  /** Why the edge stays short of the position, in a sentence; null when it does not. */
  stop: string | null;
};

/** Roles that never share words within a statement. */
const EXCLUSIVE = ["content", "cue", "source"];

/**
 * Puts one edge of a statement's span at a position (code points), snapped and trimmed as the codebook says. The other
 * edge stays where it is. The edge stops at what the span may not overlap and before the span would be empty, so that
 * the result is as valid as the content given. Throws RangeError when the content has no such span or the position is
 * outside the text.
 */
export function moveEdge(
  passage: { text: DocumentText; codebook: Codebook; language?: string | null },
  content: StatementContent,
  { span, side }: Edge,
  position: number,
): MovedEdge {
  const { text, codebook } = passage;
  const index = content.spans.findIndex((one) => isSameSpan(one, span));
  if (index < 0) throw new RangeError(`the statement has no ${span.role} at ${span.start}-${span.end}`);
  if (position < 0 || position > text.length) {
    throw new RangeError(`position ${position} outside text of ${text.length} code points`);
  }
  const others = content.spans.filter((_, place) => place !== index);
  const wall = findWall(others, { span, side });
  const { range, reached } =
    side === "end" ? endAt(passage, span, position, wall?.start) : startAt(passage, span, position, wall?.end);
  const isStopped = wall && (side === "end" ? reached > wall.start : reached < wall.end);
  const isEmptied = side === "end" ? position <= span.start : position >= span.end;
  const stop = isStopped ? sayWall(codebook, span, wall) : isEmptied ? sayEmpty(codebook, span) : null;
  if (range.start === span.start && range.end === span.end) return { content, span, stop };
  const moved = makeSpan(text, span.role, range);
  return { content: inStoredOrder(codebook, { ...content, spans: [...others, moved] }), span: moved, stop };
}

export function isSameSpan(a: Span, b: Span): boolean {
  return a.role === b.role && a.start === b.start && a.end === b.end;
}

type Passage = Parameters<typeof moveEdge>[0];

/** The range, and how far it would have gone without the limit. */
type Placed = { range: Range; reached: number };

function endAt(passage: Passage, span: Span, position: number, limit = Number.POSITIVE_INFINITY): Placed {
  const { start } = span;
  const reached = snapped(passage, { start, end: Math.max(position, start + 1) }, span).end;
  const end = Math.min(reached, limit);
  const trimmed = (span.role === "content" ? trimContent : trimRange)(passage.text, { start, end });
  return { range: { start, end: Math.max(trimmed?.end ?? end, start + 1) }, reached };
}

/** White space and what separates a content from the words before it. */
const leading = /^[\s,;:]+/u;

function startAt(passage: Passage, span: Span, position: number, limit = 0): Placed {
  const { end } = span;
  const reached = snapped(passage, { start: Math.min(position, end - 1), end }, span).start;
  const start = Math.max(reached, limit);
  // These characters lie in the basic plane: one unit is one code point.
  const skipped = leading.exec(passage.text.slice(start, end))?.[0].length ?? 0;
  return { range: { start: start + skipped < end ? start + skipped : start, end }, reached };
}

/** Never null: a span holds words, and one that would be left with white space alone stays as it is. */
function snapped({ text, codebook, language }: Passage, range: Range, span: Span): Range {
  return snapRange(text, range, codebook.snapping, language) ?? span;
}

/** The nearest span beyond the edge that the moved one may not overlap. */
function findWall(others: readonly Span[], { span, side }: Edge): Span | null {
  const walls = others.filter((other) => {
    const exclusive = EXCLUSIVE.includes(span.role) && EXCLUSIVE.includes(other.role);
    // What overlaps already is not made worse by standing still.
    return (exclusive || other.role === span.role) && !overlaps(other, span);
  });
  const ahead = (one: Span, two: Span) => one.start - two.start;
  const behind = (one: Span, two: Span) => two.end - one.end;
  const [nearest] =
    side === "end"
      ? walls.filter((other) => other.start >= span.end).sort(ahead)
      : walls.filter((other) => other.end <= span.start).sort(behind);
  return nearest ?? null;
}

function sayWall(codebook: Codebook, span: Span, wall: Span): string {
  const name = label(codebook, wall.role);
  return wall.role === span.role
    ? `Another ${name} fragment is here: remove it first to take in its words.`
    : `The ${label(codebook, span.role)} cannot cover the ${name}: shorten the ${name} first.`;
}

function sayEmpty(codebook: Codebook, span: Span): string {
  return `The ${label(codebook, span.role)} cannot be empty: it keeps at least one ${codebook.snapping}.`;
}

function label(codebook: Codebook, role: string): string {
  return (findRole(codebook, role)?.label ?? role).toLowerCase();
}
