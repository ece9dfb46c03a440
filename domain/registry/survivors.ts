interface Mergeable {
  id: string;
  mergedIntoId: string | null;
}

/**
 * Leads from any entry of a registry to the one that stands for it after all merges; what is not in it leads to itself. A
 * circle of merges would be damage: following it ends all the same.
 */
export function survivors(entries: readonly Mergeable[]): (id: string) => string {
  const into = new Map<string, string>();
  for (const { id, mergedIntoId } of entries) if (mergedIntoId !== null) into.set(id, mergedIntoId);
  return (id) => {
    let at = id;
    for (let step = 0; step <= into.size; step += 1) {
      const next = into.get(at);
      if (next === undefined) return at;
      at = next;
    }
    return at;
  };
}

/** The entry itself and everything that was merged into it, at however many removes. */
export function standsFor(entries: readonly Mergeable[], id: string): string[] {
  const lead = survivors(entries);
  const merged = entries.filter((entry) => entry.mergedIntoId !== null && lead(entry.id) === id);
  return [id, ...merged.map((entry) => entry.id).filter((other) => other !== id)];
}
