import * as z from "zod";
import type { FileRow } from "./read-table";

interface Known {
  id: string;
  name: string;
  mergedIntoId: string | null;
}

/** A row of a file with the entry it is about. */
export interface EntryRow<Entry> {
  line: number;
  cells: ReadonlyMap<string, string>;
  /** What it is afterwards: of a new entry the id it gets. */
  id: string;
  /** The entry as it is; null: it is new. */
  before: Entry | null;
  /** It was found by something else than its id: by what. */
  foundBy: "name" | "handle" | "kind" | null;
}

export interface IdentifyOptions<Entry extends Known> {
  current: readonly Entry[];
  newId(): string;
  /** Whether an id that this project does not have is free in the whole installation. */
  isFree(id: string): boolean;
  /** An entry that a row without an id of the project can only be about; undefined: none. */
  ownOf(row: FileRow): { entry: Entry; by: "name" | "handle" | "kind" } | undefined;
  /** Whether an entry of the same name may be what the row is about: of the same kind. */
  isAlike(entry: Entry, row: FileRow): boolean;
}

export interface IdentifiedRows<Entry> {
  rows: EntryRow<Entry>[];
  /** Id in the file → id afterwards, where they differ. */
  renamed: ReadonlyMap<string, string>;
  problems: { line: number; message: string }[];
}

const Uuid = z.uuid();

/**
 * Which entry each row is about: that of its id; else the only one of its name that is not merged; else it is new, under its
 * id where that is free. Two rows about one entry, or a name that several have, is a problem and never a guess.
 */
export function identifyRows<Entry extends Known>(
  file: readonly FileRow[],
  { current, newId, isFree, ownOf, isAlike }: IdentifyOptions<Entry>,
): IdentifiedRows<Entry> {
  const byId = new Map(current.map((entry) => [entry.id, entry]));
  const byName = new Map<string, Entry[]>();
  for (const entry of current) {
    if (entry.mergedIntoId === null) byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
  }
  const problems: IdentifiedRows<Entry>["problems"] = [];
  const renamed = new Map<string, string>();
  const lines = new Map<string, number>();
  const rows = file.flatMap((row): EntryRow<Entry>[] => {
    const { line, cells } = row;
    const say = (message: string) => {
      problems.push({ line, message });
      return [];
    };
    const named = cells.get("id") ?? "";
    const name = cells.get("name") ?? "";
    if (named !== "" && !Uuid.safeParse(named).success) {
      return say(`“${named}” is no id: leave the cell as it was exported, or empty for a new entry.`);
    }
    const isMerged = (cells.get("merged_into") ?? "") !== "" || (cells.get("merged_into_id") ?? "") !== "";
    const own = byId.get(named);
    let found: { entry: Entry; by: "name" | "handle" | "kind" | null } | undefined = own && { entry: own, by: null };
    if (!found && !isMerged) {
      found = ownOf(row);
      const alike = found ? [] : (byName.get(name) ?? []).filter((entry) => isAlike(entry, row));
      if (alike.length > 1)
        return say(`${alike.length} entries are called “${name}”: give the id of the one that is meant.`);
      if (alike[0]) found = { entry: alike[0], by: "name" };
    }
    const id = found?.entry.id ?? (named !== "" && isFree(named) ? named : newId());
    const earlier = lines.get(named === "" ? id : named) ?? lines.get(id);
    if (earlier !== undefined) return say(`Line ${earlier} is about the same entry: leave one of them out.`);
    lines.set(id, line);
    if (named !== "" && named !== id) {
      lines.set(named, line);
      renamed.set(named, id);
    }
    return [{ line, cells, id, before: found?.entry ?? null, foundBy: found?.by ?? null }];
  });
  return { rows, renamed, problems };
}
