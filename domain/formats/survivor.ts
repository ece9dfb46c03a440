/** What something is after all merges. A circle of merges ends where it began. */
export function survivor<T extends { id: string; mergedIntoId: string | null }>(
  all: readonly T[],
  id: string,
): T | null {
  const seen = new Set<string>();
  let found = all.find((one) => one.id === id) ?? null;
  while (found?.mergedIntoId && !seen.has(found.id)) {
    seen.add(found.id);
    const next = found.mergedIntoId;
    found = all.find((one) => one.id === next) ?? found;
  }
  return found;
}
