import { EntryNames } from "./entry-names";
import { type EntryRow, type IdentifyOptions, identifyRows } from "./identify-rows";
import { columnLines, nothingLine, type RegistryPlan, rowLine, sayChange } from "./plan-result";
import { circling } from "./read-merge";
import type { FileTable } from "./read-table";

interface Listed {
  id: string;
  name: string;
  mergedIntoId: string | null;
}

export type ReadRow<Entry> = { after: Entry; note?: string } | { problems: string[] };

/** What a list of the registry is, for a table of it. */
export interface ListKind<Entry extends Listed, Column extends string> extends IdentifyOptions<Entry> {
  noun: "speaker" | "target";
  columns: readonly Column[];
  rowOf(entry: Entry, nameOf: (id: string) => string): Readonly<Record<Column, string>>;
  /** Reads rows, once it is known which entry each is about. */
  reader(rows: readonly EntryRow<Entry>[], names: EntryNames): (row: EntryRow<Entry>) => ReadRow<Entry>;
  /** Whether a cell only repeats what an id beside it says, which did not change. */
  isEcho(column: Column, before: Entry, after: Entry): boolean;
  /** Columns that lead from entry to entry and never back. */
  pointers: readonly { column: Column; of(entry: Entry): string | null }[];
}

/**
 * What a table does to a list of the registry: what is new, what changes and in which cells, and every row that cannot be
 * taken, with its line and the reason. Columns that the table does not have, and entries that it does not name, stay as
 * they are.
 */
export function planEntries<Entry extends Listed, Column extends string>(
  table: FileTable,
  kind: ListKind<Entry, Column>,
): RegistryPlan<Entry> {
  const { noun, columns, current } = kind;
  const plan: RegistryPlan<Entry> = { added: [], changed: [], lines: columnLines(table.columns, columns, ["name"]) };
  const refuse = (line: number | null, at: string, message: string) =>
    plan.lines.push(rowLine("stops", "row_refused", { line, at }, message));
  for (const { line, message } of table.problems) refuse(line, "", message);
  if (plan.lines.some(({ effect }) => effect === "stops")) return plan;

  const { rows, renamed, problems } = identifyRows(table.rows, kind);
  for (const { line, message } of problems) refuse(line, "", message);
  const names = new EntryNames(called(current, rows), current, renamed);
  const read = kind.reader(rows, names);
  const currentName = new Map(current.map(({ id, name }) => [id, name]));
  const nameBefore = (id: string) => currentName.get(id) ?? "";
  const nameAfter = (id: string) => names.nameOf(id) ?? nameBefore(id);
  const results = new Map(current.map((entry) => [entry.id, entry]));
  for (const row of rows) {
    const { before, line, foundBy } = row;
    const was = before && kind.rowOf(before, nameBefore);
    const at = row.cells.get("name") || (before?.name ?? "");
    const isSame =
      was && columns.every((column) => (row.cells.get(column) ?? was[column].trim()) === was[column].trim());
    const made: ReadRow<Entry> = isSame && before ? { after: before } : read(row);
    if ("problems" in made) {
      for (const message of made.problems) refuse(line, at, message);
      continue;
    }
    const { after } = made;
    results.set(after.id, after);
    if (!before || !was) {
      plan.added.push(after);
      plan.lines.push(rowLine("new", `${noun}_new`, { line, at }, `“${after.name}” is added.`));
      if (made.note) plan.lines.push(rowLine("changed", `${noun}_note`, { line, at }, made.note));
      continue;
    }
    const now = kind.rowOf(after, nameAfter);
    const changes = columns.filter(
      (column) => was[column].trim() !== now[column].trim() && !kind.isEcho(column, before, after),
    );
    const code = foundBy ? `${noun}_found` : noun;
    const found = foundBy ? ` It was found by its ${foundBy}.` : "";
    if (changes.length === 0) {
      const message = `“${before.name}” is there and stays as it is.${found}`;
      plan.lines.push(rowLine("maps", `${code}_same`, { line, at }, message));
      continue;
    }
    plan.changed.push({ before, after });
    // Of an id only where the name beside it is the same.
    const told = changes.filter((column) => !changes.some((other) => column === `${other}_id`));
    const said = told.map((column) => sayChange(column, was[column], now[column])).join("; ");
    plan.lines.push(rowLine("changed", `${code}_changed`, { line, at }, `${said}.${found}`));
  }
  for (const { column, of } of kind.pointers) {
    const circles = new Set(circling(new Map([...results].map(([id, entry]) => [id, of(entry)]))));
    for (const { id, line } of rows)
      if (circles.has(id)) refuse(line, nameAfter(id), `${column}: it leads back to itself.`);
  }
  const isStopped = plan.lines.some(({ effect }) => effect === "stops");
  if (!isStopped && plan.added.length + plan.changed.length === 0) plan.lines.push(nothingLine());
  return plan;
}

/** The entries as they would be called, so that rows can name each other. */
function called(current: readonly Listed[], rows: readonly EntryRow<Listed>[]): Listed[] {
  const named = new Map(current.map(({ id, name, mergedIntoId }) => [id, { id, name, mergedIntoId }]));
  for (const { id, cells, before } of rows) {
    const isMerged = (cells.get("merged_into") ?? "") + (cells.get("merged_into_id") ?? "") !== "";
    // Into what does not matter here: what is merged is not meant by its name.
    const mergedIntoId = before ? before.mergedIntoId : isMerged ? id : null;
    named.set(id, { id, name: cells.get("name") || (before?.name ?? ""), mergedIntoId });
  }
  return [...named.values()];
}
