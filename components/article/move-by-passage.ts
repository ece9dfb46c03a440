/** A selection: `anchor` stays, `head` moves; equal when it is only a caret. Any unit, as long as all agree. */
export type Selected = { anchor: number; head: number };
type Bounds = { start: number; end: number };

/**
 * The selection after moving by one passage: a sentence, a paragraph. From a caret or part of one, the first move selects
 * the passage it is in. With `extend` the head goes on, or back, by whole passages. Null: nowhere to go.
 */
export function moveByPassage(
  passages: readonly Bounds[],
  { anchor, head }: Selected,
  { direction, extend }: { direction: "next" | "previous"; extend: boolean },
): Selected | null {
  const start = Math.min(anchor, head);
  const end = Math.max(anchor, head);
  // Between two passages counts as being in the one after.
  const here = passages.findIndex((passage) => passage.end > start);
  const current = passages[here] ?? passages.at(-1);
  if (!current) return null;
  const index = here < 0 ? passages.length - 1 : here;
  if (start === end) return select(current);
  if (extend) return extendSelection(passages, { anchor, head }, direction);
  if (direction === "next") {
    if (end < current.end) return select(current);
    const next = passages.find((passage) => passage.start >= end);
    return next ? select(next) : null;
  }
  if (start > current.start && end <= current.end) return select(current);
  const previous = passages[index - 1];
  return previous ? select(previous) : null;
}

function extendSelection(
  passages: readonly Bounds[],
  { anchor, head }: Selected,
  direction: "next" | "previous",
): Selected | null {
  if (direction === "next") {
    const edges = passages.map((passage) => (head < anchor ? passage.start : passage.end));
    const next = edges.find((edge) => edge > head && edge !== anchor);
    return next === undefined ? null : { anchor, head: next };
  }
  const edges = passages.map((passage) => (head > anchor ? passage.end : passage.start));
  const previous = edges.findLast((edge) => edge < head && edge !== anchor);
  // Taking back the last passage would leave nothing or turn the selection round at a place nobody chose.
  if (previous === undefined || (head > anchor && previous < anchor)) return null;
  return { anchor, head: previous };
}

function select({ start, end }: Bounds): Selected {
  return { anchor: start, head: end };
}
