/** A selection: `anchor` stays, `head` moves; equal when it is only a caret. Any unit, as long as all agree. */
export type Selected = { anchor: number; head: number };
type Bounds = { start: number; end: number };

/**
 * The selection after moving by one sentence. From a caret or part of a sentence, the first move selects the sentence it
 * is in. With `extend` the head goes on, or back, by whole sentences. Null: nowhere to go.
 */
export function moveBySentence(
  sentences: readonly Bounds[],
  { anchor, head }: Selected,
  { direction, extend }: { direction: "next" | "previous"; extend: boolean },
): Selected | null {
  const start = Math.min(anchor, head);
  const end = Math.max(anchor, head);
  // Between two sentences counts as being in the one after.
  const here = sentences.findIndex((sentence) => sentence.end > start);
  const current = sentences[here] ?? sentences.at(-1);
  if (!current) return null;
  const index = here < 0 ? sentences.length - 1 : here;
  if (start === end) return select(current);
  if (extend) return extendSelection(sentences, { anchor, head }, direction);
  if (direction === "next") {
    if (end < current.end) return select(current);
    const next = sentences.find((sentence) => sentence.start >= end);
    return next ? select(next) : null;
  }
  if (start > current.start && end <= current.end) return select(current);
  const previous = sentences[index - 1];
  return previous ? select(previous) : null;
}

function extendSelection(
  sentences: readonly Bounds[],
  { anchor, head }: Selected,
  direction: "next" | "previous",
): Selected | null {
  if (direction === "next") {
    const edges = sentences.map((sentence) => (head < anchor ? sentence.start : sentence.end));
    const next = edges.find((edge) => edge > head && edge !== anchor);
    return next === undefined ? null : { anchor, head: next };
  }
  const edges = sentences.map((sentence) => (head > anchor ? sentence.end : sentence.start));
  const previous = edges.findLast((edge) => edge < head && edge !== anchor);
  // Taking back the last sentence would leave nothing or turn the selection round at a place nobody chose.
  if (previous === undefined || (head > anchor && previous < anchor)) return null;
  return { anchor, head: previous };
}

function select({ start, end }: Bounds): Selected {
  return { anchor: start, head: end };
}
