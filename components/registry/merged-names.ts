interface Named {
  id: string;
  name: string;
  aliases?: readonly string[];
  mergedIntoId: string | null;
}

/** The names under which each entry is found because of what was merged into it, by its id. */
export function mergedNames(entries: readonly Named[], rootOf: (id: string) => string): ReadonlyMap<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { id, name, aliases = [], mergedIntoId } of entries) {
    if (mergedIntoId === null) continue;
    const root = rootOf(id);
    names.set(root, [...(names.get(root) ?? []), name, ...aliases]);
  }
  return names;
}
