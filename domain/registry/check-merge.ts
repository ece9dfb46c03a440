interface Entry {
  id: string;
  name: string;
  mergedIntoId: string | null;
  /** Of speakers: the outlet and the unknown speaker. */
  fixed?: boolean;
  retired?: boolean;
}

/**
 * Why an entry cannot be merged into another, as a sentence that says what to do; null: it can. Both stand for themselves,
 * which is also what keeps merges from going round in a circle.
 */
export function mergeProblem(from: Entry, into: Entry): string | null {
  if (from.id === into.id) return "An entry cannot be merged into itself: choose another.";
  if (from.fixed) return `“${from.name}” is always there and cannot be merged: merge the other one into it.`;
  if (from.mergedIntoId !== null) return `“${from.name}” is merged already: split it off first.`;
  if (into.mergedIntoId !== null) return `“${into.name}” is merged into another itself: choose that one.`;
  if (into.retired) return `“${into.name}” is retired: take it back into use first, or choose another.`;
  return null;
}
