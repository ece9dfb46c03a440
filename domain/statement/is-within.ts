/** A statement as far as nesting goes. */
export interface Nested {
  id: string;
  parentId: string | null;
}

/** Whether a statement is `ancestorId` or inside of it, however deep. A circle, should there be one, ends the search. */
export function isWithin(
  statement: Nested,
  ancestorId: string,
  find: (statementId: string) => Nested | undefined,
): boolean {
  const seen = new Set<string>();
  let at: string | null = statement.id;
  while (at !== null && !seen.has(at)) {
    if (at === ancestorId) return true;
    seen.add(at);
    at = (at === statement.id ? statement : find(at))?.parentId ?? null;
  }
  return false;
}
