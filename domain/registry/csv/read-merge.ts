import type { EntryNames } from "./entry-names";
import type { EntryRow } from "./identify-rows";

interface Mergeable {
  id: string;
  name: string;
  mergedIntoId: string | null;
}

/**
 * Into what the row says its entry is merged. Of an entry that is there it has to stay as it is: merging and splitting ask
 * for a reason and are undone one by one, which a table cannot.
 */
export function readMerge<Entry extends Mergeable>(
  { cells, before, id }: EntryRow<Entry>,
  names: EntryNames,
): { mergedIntoId: string | null } | { problem: string } {
  if (!cells.has("merged_into") && !cells.has("merged_into_id")) return { mergedIntoId: before?.mergedIntoId ?? null };
  const given = { id: cells.get("merged_into_id") ?? "", name: cells.get("merged_into") ?? "" };
  const found = names.find(given, { id: "merged_into_id", name: "merged_into" });
  if ("problem" in found) return found;
  if (found.id === id) return { problem: "merged_into: an entry cannot be merged into itself." };
  if (before && before.mergedIntoId !== found.id) {
    return { problem: `merged_into: merge or split “${before.name}” in the registry, where it asks for a reason.` };
  }
  return { mergedIntoId: found.id };
}

/** Entries whose merges, or broader entries, lead back to themselves. */
export function circling(pointers: ReadonlyMap<string, string | null>): string[] {
  return [...pointers.keys()].filter((id) => {
    let at = pointers.get(id) ?? null;
    for (let step = 0; at !== null && step <= pointers.size; step += 1) {
      if (at === id) return true;
      at = pointers.get(at) ?? null;
    }
    return false;
  });
}
