import type { Target } from "@/domain/contract/registry";
import { TargetFields } from "@/domain/contract/registry-entries";
import { aliasProblems } from "../check-speaker-fields";
import type { EntryNames } from "./entry-names";
import type { EntryRow } from "./identify-rows";
import { splitLines } from "./list-cell";
import { planEntries, type ReadRow } from "./plan-entries";
import { type RegistryPlan, tellTo } from "./plan-result";
import { readMerge } from "./read-merge";
import { readState } from "./read-state";
import type { FileTable } from "./read-table";
import { TARGET_COLUMNS, type TargetColumn } from "./registry-columns";
import { targetRow } from "./registry-rows";

interface Options {
  current: readonly Target[];
  newId(): string;
  isFree(id: string): boolean;
}

type Row = EntryRow<Target>;

/** What a table of targets does to a registry: see `planEntries`. */
export function planTargets(table: FileTable, { current, newId, isFree }: Options): RegistryPlan<Target> {
  const byKey = new Map(current.map((target) => [target.key, target]));
  return planEntries<Target, TargetColumn>(table, {
    ...{ noun: "target", columns: TARGET_COLUMNS, current, newId, isFree, isEcho, rowOf: targetRow },
    pointers: [
      { column: "merged_into", of: ({ mergedIntoId }) => mergedIntoId },
      { column: "broader", of: ({ broaderId }) => broaderId ?? null },
    ],
    ownOf: ({ cells }) => {
      // By an id of another project the handle says nothing: every project has a T1.
      const entry = (cells.get("id") ?? "") === "" ? byKey.get(cells.get("key") ?? "") : undefined;
      return entry && { entry, by: "handle" };
    },
    isAlike: () => true,
    reader: (rows, names) => {
      const handles = new Handles(current, rows);
      return (row) => readTarget(row, names, handles);
    },
  });
}

function isEcho(column: TargetColumn, before: Target, after: Target): boolean {
  if (column === "broader") return before.broaderId === after.broaderId;
  return column === "merged_into" || column === "merged_into_id";
}

/** Which handles are free: each target has one of its own. */
class Handles {
  readonly #holder = new Map<string, string>();
  #next: number;

  constructor(current: readonly Target[], rows: readonly Row[]) {
    const changed = new Set(rows.flatMap(({ before, cells }) => (before && cells.get("key") ? [before.id] : [])));
    for (const { id, key } of current) if (!changed.has(id)) this.#holder.set(key, id);
    for (const { before, cells } of rows) {
      const key = cells.get("key") ?? "";
      if (before && key !== "" && !this.#holder.has(key)) this.#holder.set(key, before.id);
    }
    this.#next = current.length;
  }

  holderOf(key: string): string | undefined {
    return this.#holder.get(key);
  }

  /** The wanted one where nobody has it, else the next that is free. */
  take(wanted: string, id: string): string {
    let key = wanted;
    while (key === "" || this.#holder.has(key)) {
      this.#next += 1;
      key = `T${this.#next}`;
    }
    this.#holder.set(key, id);
    return key;
  }
}

function readTarget(row: Row, names: EntryNames, handles: Handles): ReadRow<Target> {
  const { cells, before, id } = row;
  const problems: string[] = [];
  const told = tellTo(problems);
  const was = before && targetRow(before, () => "");
  const cellOf = (column: TargetColumn) => cells.get(column) ?? was?.[column] ?? "";
  const isPlaced = cells.has("broader") || cells.has("broader_id");
  const broader = isPlaced
    ? told(names.find({ id: cells.get("broader_id") ?? "", name: cells.get("broader") ?? "" }, BROADER))
    : { id: before?.broaderId ?? null };
  const state = told(readState(cells.get("state") ?? "", before));
  const merge = told(readMerge(row, names));
  const key = cellOf("key");
  if (cellOf("name") === "") problems.push("name: every target needs one.");
  if (before && key === "") problems.push("key: every target needs one.");
  if (before && handles.holderOf(key) !== id)
    problems.push(`key: ${key} is the handle of another target: choose another.`);
  if (problems.length > 0 || !state || !merge) return { problems };
  const parsed = TargetFields.safeParse({
    ...{ key: before ? key : handles.take(key, id), name: cellOf("name"), description: cellOf("description") || null },
    ...{ aliases: [...new Set(splitLines(cellOf("aliases")))], broaderId: broader?.id ?? null },
  });
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) };
  }
  const { aliases, broaderId, ...fields } = parsed.data;
  for (const { path, message } of aliasProblems(fields.name, aliases)) problems.push(`${path}: ${message}`);
  if (broaderId === id) problems.push("broader: a target cannot stand under itself.");
  if (problems.length > 0) return { problems };
  const isOther = !before && key !== "" && key !== fields.key;
  return {
    ...(isOther && { note: `${key} is another target here; “${fields.name}” becomes ${fields.key}.` }),
    after: {
      ...{ id, ...fields, proposed: state.state.proposed ?? false, mergedIntoId: merge.mergedIntoId },
      ...(state.state.retired && { retired: true }),
      ...(aliases.length > 0 && { aliases }),
      ...(broaderId !== null && { broaderId }),
    },
  };
}

const BROADER = { id: "broader_id", name: "broader" };
